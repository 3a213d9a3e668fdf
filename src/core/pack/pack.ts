import * as z from 'zod'
import type { Register } from '#core/register/register.ts'

const Named = z
  .strictObject({
    id: z.string().regex(/^[a-z][A-Za-z0-9-]{0,60}$/),
    title: z.string().min(1).max(60),
    titleEn: z.string().min(1).max(120),
  })
  .readonly()

/**
 * 业务包: what makes the program one for a field (a court, an enterprise), as data. `groups`: the parts its registers are listed in, in order. `posts`: who
 * fills and reads them; `everyone` is one. `version`: three numbers, as the pack's maker counts.
 */
export const PackManifest = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
    title: z.string().min(1).max(60),
    titleEn: z.string().min(1).max(120),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    groups: z.array(Named).min(1).readonly(),
    posts: z.array(Named).min(1).readonly(),
  })
  .readonly()
export type PackManifest = z.infer<typeof PackManifest>

/** A pack with its registers, in the order of its groups. */
export interface Pack {
  readonly manifest: PackManifest
  readonly registers: readonly Register[]
}
