import * as z from 'zod'

/** One thing that a template looks at. `lookAt`: how, and at what. */
const TemplateItem = z.strictObject({ words: z.string().trim().min(1).max(500), lookAt: z.string().trim().max(500) }).readonly()

/** 检查清单模板 as it is written. `isRetired`: no longer offered for new plans. */
export const TemplateText = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    words: z.string().trim().max(500),
    items: z.array(TemplateItem).min(1).max(100).readonly(),
    isRetired: z.boolean(),
  })
  .readonly()
export type TemplateText = z.infer<typeof TemplateText>

/** A template of a pack, known by its id there. */
const PackChecklist = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
    name: z.string().min(1).max(100),
    words: z.string().max(500),
    items: z.array(TemplateItem).min(1).max(100).readonly(),
  })
  .readonly()
export type PackChecklist = z.infer<typeof PackChecklist>

/** 检查清单 of a pack, each under an id of its own. */
export const PackChecklists = z
  .array(PackChecklist)
  .readonly()
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'checklist-twice')
