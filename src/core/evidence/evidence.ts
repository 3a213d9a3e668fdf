import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { type EvidenceKind, kindEndings } from '#core/evidence/kind.ts'

export const EvidenceId = z.uuid().brand<'EvidenceId'>()
export type EvidenceId = z.infer<typeof EvidenceId>

const kinds = Object.keys(kindEndings)
const isKind = (value: unknown): value is EvidenceKind => typeof value === 'string' && kinds.includes(value)
const Kind = z.custom<EvidenceKind>(isKind)

/**
 * 佐证材料: one file that shows that something was done, kept once by its content. `datedOn`: the day it is of, not the day it was uploaded; `datedBy` the photo
 * itself, or a person who said so. `sha256`: of its bytes.
 */
export const Evidence = z
  .object({
    id: EvidenceId,
    version: z.number().int(),
    name: z.string(),
    kind: Kind,
    /** Its size. */
    bytes: z.number().int(),
    sha256: z.string(),
    datedOn: Day.nullable(),
    datedBy: z.enum(['photo', 'person', 'nobody']),
  })
  .readonly()
export type Evidence = z.infer<typeof Evidence>
