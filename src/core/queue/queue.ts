import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'

/**
 * What waits for the office, in the order of a day's work: to verify a closure, to enter what the leading group's meeting decided of one, to decide a change, to answer a difficulty, to settle what a unit refused, to
 * dispatch, to accept a record, to look at what a unit did about findings of an inspection, to remind of what is late, to answer a question of a plan, to say how a row is counted, to issue the report of a quarter.
 */
const queueKinds = [
  'verify',
  'meeting',
  'decide',
  'answer',
  'settle',
  'dispatch',
  'accept',
  'inspect',
  'remind',
  'question',
  'define',
  'report',
] as const
export const QueueKind = z.enum(queueKinds)
export type QueueKind = z.infer<typeof QueueKind>

/**
 * One thing that waits. `commitment`: what it is about, from where its sentence in the plan is one step away; null of a plan's questions or a report. `on`: since
 * when, or by when. `href`: where it is worked off.
 */
export const QueueItem = z
  .object({
    key: z.string(),
    commitment: CommitmentId.nullable(),
    ref: z.string(),
    words: z.string(),
    units: z.string(),
    on: Day.nullable(),
    href: z.string(),
  })
  .readonly()
export type QueueItem = z.infer<typeof QueueItem>

/** Everything of a kind: how much there is, and the first of it. */
export const QueueGroup = z.object({ kind: QueueKind, total: z.number().int(), items: z.array(QueueItem).readonly() }).readonly()
export type QueueGroup = z.infer<typeof QueueGroup>
