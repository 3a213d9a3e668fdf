import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { OwnOrg } from '#contract/progress.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { DifficultyAct, DifficultyBody, DifficultyState, DifficultyStep } from '#core/difficulty/difficulty.ts'

/** 困难问题. `wants`: what would help; `isLate`: it waits past its day; `may`: what whoever asks can do with it. */
export const DifficultyView = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    commitment: CommitmentId,
    ref: z.string(),
    plan: z.string(),
    sentence: z.string(),
    org: z.uuid(),
    orgName: z.string(),
    words: z.string(),
    wants: z.string(),
    post: z.uuid(),
    postName: z.string(),
    answerBy: Day,
    state: DifficultyState,
    body: DifficultyBody.nullable(),
    answer: z.string().nullable(),
    isLate: z.boolean(),
    raisedBy: z.string(),
    raisedAt: Instant,
    steps: z.array(DifficultyStep).readonly(),
    may: z.array(DifficultyAct).readonly(),
  })
  .readonly()
export type DifficultyView = z.infer<typeof DifficultyView>

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }
const Words = z.string().trim().max(2000)

export const difficulty = {
  /** Those that wait first, what is late first; then the others, the last first. The first 500. */
  list: oc
    .route({ method: 'GET', path: '/difficulties', summary: '困难问题', tags: ['difficulty'] })
    .errors({ FORBIDDEN })
    .output(z.object({ asOf: Day, items: z.array(DifficultyView).readonly(), total: z.number().int() })),
  /** `posts`: who can be asked; `orgs`: for which whoever asks may raise one. */
  ofCommitment: oc
    .route({ method: 'GET', path: '/commitments/{commitment}/difficulties', summary: '任务的困难问题', tags: ['difficulty'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ commitment: CommitmentId }))
    .output(
      z.object({
        items: z.array(DifficultyView).readonly(),
        orgs: z.array(OwnOrg).readonly(),
        posts: z.array(z.object({ id: z.uuid(), name: z.string(), holders: z.string() }).readonly()).readonly(),
      }),
    ),
  raise: oc
    .route({ method: 'POST', path: '/commitments/{commitment}/difficulties', summary: '提出困难问题', tags: ['difficulty'] })
    .errors(errors)
    .input(z.strictObject({ commitment: CommitmentId, org: z.uuid(), words: Words, wants: Words, post: z.uuid(), answerBy: Day }))
    .output(DifficultyView),
  /** `day`: when the body met (`decide`), or by when a new answer is wanted (`contest`). */
  act: oc
    .route({ method: 'POST', path: '/difficulties/{id}/acts', summary: '办理困难问题', tags: ['difficulty'] })
    .errors(errors)
    .input(
      z.strictObject({
        id: z.uuid(),
        version: z.number().int(),
        act: DifficultyAct,
        note: Words,
        body: DifficultyBody.nullable(),
        day: Day.nullable(),
      }),
    )
    .output(DifficultyView),
}
