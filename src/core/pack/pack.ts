import * as z from 'zod'
import type { PackChecklist } from '#core/inspection/template.ts'
import { NO_WORDS, PackWords } from '#core/pack/pack-words.ts'
import type { Register } from '#core/register/register.ts'

const named = {
  id: z.string().regex(/^[a-z][A-Za-z0-9-]{0,60}$/),
  title: z.string().min(1).max(60),
  titleEn: z.string().min(1).max(120),
}

/**
 * Who fills and reads registers, as an organisation is asked for them. `means`: `everyone` signed in; the programme `office`; whoever is `head` of an org;
 * whoever holds a post in a `unit`; or who is `named`: holds a post in (or below) an org, is in a group, or holds a post called by its title or one of `names`
 * (`*庭`: any that ends so).
 */
const PackPost = z
  .strictObject({
    ...named,
    means: z.enum(['everyone', 'office', 'head', 'unit', 'named']).default('named'),
    names: z.array(z.string().min(2).max(60)).readonly().default([]),
  })
  .readonly()
export type PackPost = z.infer<typeof PackPost>

/**
 * 业务包: what makes the program one for a field (a court, an enterprise), as data. `groups`: the parts its registers are listed in, in order. `posts`: who
 * fills and reads them; `everyone` is one. `version`: three numbers, as the pack's maker counts. `isDefault`: suggested where no other was chosen.
 */
export const PackManifest = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
    title: z.string().min(1).max(60),
    titleEn: z.string().min(1).max(120),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    groups: z.array(z.strictObject(named).readonly()).min(1).readonly(),
    posts: z.array(PackPost).min(1).readonly(),
    words: PackWords.default(NO_WORDS),
    isDefault: z.boolean().default(false),
  })
  .readonly()
export type PackManifest = z.infer<typeof PackManifest>

/** A pack with its registers, in the order of its groups, and the checklists of inspections it suggests. */
export interface Pack {
  readonly manifest: PackManifest
  readonly registers: readonly Register[]
  readonly checklists: readonly PackChecklist[]
}
