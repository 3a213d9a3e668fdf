import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'
import { FieldId, RegisterId } from '#core/register/field.ts'
import { Party, PartyId } from '#core/roster/party.ts'

export const RecordId = z.uuid().brand<'RecordId'>()
export type RecordId = z.infer<typeof RecordId>

/**
 * The day or days of a fact, both counted. Half days: it may begin at noon of its first day (`startsAtNoon`) and end at noon of its last (`endsAtNoon`).
 * Of a single day not both.
 */
export const Occurred = z
  .strictObject({ from: Day, to: Day, startsAtNoon: z.boolean().default(false), endsAtNoon: z.boolean().default(false) })
  .readonly()
  .refine(({ from, to }) => from <= to, { error: 'days-reversed' })
  .refine(({ from, to, startsAtNoon, endsAtNoon }) => from < to || !(startsAtNoon && endsAtNoon), { error: 'no-time-left' })
export type Occurred = z.infer<typeof Occurred>

const Days = z.strictObject({ from: Day, to: Day }).readonly()

/** What a field holds: text, choice, day, decimal or record id as text; whole numbers; yes-no; several choices; `days`; parties. */
export const FieldValue = z.union([
  z.string(),
  z.number().int(),
  z.boolean(),
  z.array(z.string()).readonly(),
  Days,
  z.array(Party).readonly(),
])
export type FieldValue = z.infer<typeof FieldValue>

/** draft 草稿 → submitted 已提交 → accepted 已复核 | returned 退回; voided 作废, with the reason as its note. */
export const recordStates = ['draft', 'submitted', 'accepted', 'returned', 'voided'] as const

/**
 * 工作记录: one revision of one fact, entered once. Immutable: a correction, an acceptance, a return and a voiding are the next revision, which stands for
 * all before it (`supersedes` is always `revision` − 1, so it is not kept). A fact was entered late (补录) where its first revision was.
 */
export const WorkRecord = z
  .object({
    id: RecordId,
    revision: z.number().int().min(1),
    register: RegisterId,
    /** Whose fact it is: the org it is filed for. */
    org: PartyId,
    occurredOn: Occurred,
    /** When this revision was entered. */
    enteredAt: Instant,
    /** Who did it, each credited by itself; orgs named here stand in the place of `org`. */
    subjects: z.array(Party).max(2000).readonly(),
    values: z.partialRecord(FieldId, FieldValue).readonly(),
    state: z.enum(recordStates),
    /** Why it was corrected, returned or voided; empty otherwise. */
    note: z.string().max(500),
  })
  .readonly()
export type WorkRecord = z.infer<typeof WorkRecord>
