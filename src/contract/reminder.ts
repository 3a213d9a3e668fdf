import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { ReminderSetting } from '#core/reminder/reminder.ts'

/** 催办. `isAutomatic`: by the program. */
const Reminder = z
  .object({ on: Day, dueBy: Day.nullable(), note: z.string(), by: z.string(), isAutomatic: z.boolean(), at: Instant })
  .readonly()

const Stored = z.object({ version: z.number().int(), setting: ReminderSetting })

export const reminder = {
  /** The last first. */
  ofCommitment: oc
    .route({ method: 'GET', path: '/commitments/{commitment}/reminders', summary: '催办', tags: ['reminder'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ commitment: CommitmentId }))
    .output(z.object({ items: z.array(Reminder).readonly(), mayRemind: z.boolean() })),
  /** Of several at once: those that are done, struck off or reminded today are left out and said so. REFUSED where nothing is left. */
  send: oc
    .route({ method: 'POST', path: '/reminders', summary: '催办', tags: ['reminder'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ commitments: z.array(CommitmentId).min(1).max(500), note: z.string().trim().max(500) }))
    .output(
      z.object({
        reminded: z.number().int(),
        left: z
          .array(z.object({ commitment: CommitmentId, why: z.enum(['not-open', 'done-already', 'reminded-today']) }).readonly())
          .readonly(),
      }),
    ),
  setting: oc
    .route({ method: 'GET', path: '/reminder-setting', summary: '自动催办', tags: ['reminder'] })
    .errors({ FORBIDDEN })
    .output(Stored),
  set: oc
    .route({ method: 'PUT', path: '/reminder-setting', summary: '设置自动催办', tags: ['reminder'] })
    .errors({ FORBIDDEN, CONFLICT })
    .input(z.strictObject({ version: z.number().int(), setting: ReminderSetting }))
    .output(Stored),
}
