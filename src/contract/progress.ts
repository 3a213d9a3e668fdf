import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { ProgressUpdate } from '#core/progress/progress.ts'
import { RecordId } from '#core/record/record.ts'

/** An org in whose name something is said. */
export const OwnOrg = z.object({ id: z.uuid(), name: z.string() }).readonly()

/**
 * 进展情况 of a commitment. `need`: of the running quarter: its records speak for themselves (`records`: which, the last first), a text says it, it is asked for, or it
 * is over. `orgs`: for which whoever asks may say it.
 */
export const ProgressView = z
  .object({
    year: z.number().int(),
    quarter: z.number().int(),
    need: z.enum(['records', 'said', 'asked', 'over']),
    records: z.array(z.object({ id: RecordId, on: Day, words: z.string() }).readonly()).readonly(),
    recordCount: z.number().int(),
    updates: z.array(ProgressUpdate).readonly(),
    orgs: z.array(OwnOrg).readonly(),
  })
  .readonly()
export type ProgressView = z.infer<typeof ProgressView>

export const progress = {
  /** Every revision, the last quarter first. */
  ofCommitment: oc
    .route({ method: 'GET', path: '/commitments/{commitment}/progress', summary: '进展情况', tags: ['progress'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ commitment: CommitmentId }))
    .output(ProgressView),
  /** `revision`: of the text that stands for that org and quarter; 0 where there is none. */
  write: oc
    .route({ method: 'PUT', path: '/commitments/{commitment}/progress', summary: '填写进展情况', tags: ['progress'] })
    .errors({ NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED })
    .input(
      z.strictObject({
        commitment: CommitmentId,
        org: z.uuid(),
        year: z.number().int().min(1990).max(2200),
        quarter: z.number().int().min(1).max(4),
        revision: z.number().int(),
        words: z.string().trim().max(2000),
      }),
    )
    .output(ProgressView),
}
