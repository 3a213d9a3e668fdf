import * as z from 'zod'
import { Source } from '#core/counting/condition.ts'
import { FieldId } from '#core/register/field.ts'
import { PartyId } from '#core/roster/party.ts'
import { Population } from '#core/roster/population.ts'

/** Whether what subordinate institutions do counts as well (`all`), or only the org with its departments and branches (`own`). */
const reach = z.enum(['own', 'all'])

/**
 * Who or what a commitment holds for, each by itself.
 * - `org` as a whole; `post`, whoever holds it; `each` member of a population (班子成员, 各基层法院).
 * - `pairs`: each of `a` with each of `b` (谈心谈话), but nobody with themselves; `a` are the record's subjects, `b` those named in the field `with`.
 * - `record`: each record of a register (每案, 每份文件); what counts names it in the field `link`, or is the record itself (null).
 */
export const Scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('org'), org: PartyId, reach }),
  z.strictObject({ kind: z.literal('post'), post: PartyId }),
  z.strictObject({ kind: z.literal('each'), population: Population, reach }),
  z.strictObject({ kind: z.literal('pairs'), a: Population, b: Population, with: FieldId }),
  z.strictObject({ kind: z.literal('record'), of: Source, link: FieldId.nullable() }),
])
export type Scope = z.infer<typeof Scope>
