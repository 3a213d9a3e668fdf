import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Names } from '#contract/record.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { Occurrence } from '#core/occurrence/occurrence.ts'
import { PeriodLock, Quarter } from '#core/period-lock/period-lock.ts'
import { RecordId, recordStates } from '#core/record/record.ts'
import { RegisterId } from '#core/register/field.ts'

/** A revision that was entered after a quarter was locked and is, or was, about its days. */
const LaterRevision = z
  .object({
    record: RecordId,
    revision: z.number().int(),
    register: RegisterId,
    from: Day,
    to: Day,
    state: z.enum(recordStates),
    note: z.string(),
    enteredAt: Instant,
    enteredBy: z.string(),
  })
  .readonly()

const Figure = Occurrence.unwrap().pick({ state: true, required: true, actual: true, owed: true }).readonly()

/** An occurrence of the quarter's last day: as it was reported, and as it is known now. Null: there was, or is, none. */
const LaterFigure = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    subject: z.string(),
    period: z.string(),
    from: Day,
    to: Day.nullable(),
    unit: z.string(),
    reported: Figure.nullable(),
    now: Figure.nullable(),
  })
  .readonly()

/** What came after a lock, as far as it is seen: the revisions, the first first, and the figures that differ by them. `names`: of subjects and records. */
export const LaterView = z
  .object({ revisions: z.array(LaterRevision).readonly(), figures: z.array(LaterFigure).readonly(), names: Names })
  .readonly()

export const periodLock = {
  /** Every lock that was set, the last quarter first; `laterRevisions`: how many revisions came after each that stands. */
  list: oc
    .route({ method: 'GET', path: '/period-locks', summary: '季度锁定', tags: ['period-lock'] })
    .errors({ FORBIDDEN })
    .output(
      z.object({ today: Day, locks: z.array(PeriodLock.unwrap().extend({ laterRevisions: z.number().int() }).readonly()).readonly() }),
    ),
  lock: oc
    .route({ method: 'POST', path: '/period-locks', summary: '锁定季度', tags: ['period-lock'] })
    .errors({ FORBIDDEN, REFUSED })
    .input(Quarter.unwrap())
    .output(PeriodLock),
  /** `reason`: at least ten characters. */
  unlock: oc
    .route({ method: 'POST', path: '/period-locks/{id}/unlock', summary: '解除锁定', tags: ['period-lock'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ id: z.uuid(), reason: z.string().trim().max(500) }))
    .output(PeriodLock),
  /** 锁定后的更正: what was entered since about the days of the quarter, and what it changed. */
  later: oc
    .route({ method: 'GET', path: '/period-locks/{id}/later', summary: '锁定后的更正', tags: ['period-lock'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid() }))
    .output(LaterView),
}
