import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { EvidenceId } from '#core/evidence/evidence.ts'
import { Demand } from '#core/finding-consequence/consequence.ts'
import { likenesses } from '#core/similar-case-review/like-units.ts'
import { SimilarCaseAct, SimilarCaseAnswerState, SimilarCaseState, SimilarCaseStep } from '#core/similar-case-review/review.ts'
import { SimilarCaseSource } from '#core/similar-case-review/source.ts'

/** How the units stand: that owe an answer, of these past the day, and what the others say. What was found and stands in the ledger is found. */
const Counts = z
  .object({
    units: z.number().int(),
    owing: z.number().int(),
    overdue: z.number().int(),
    found: z.number().int(),
    notFound: z.number().int(),
  })
  .readonly()

/** One in the list. `counts` null: of whoever is asked, who learns nothing of others; `owes`: how many answers whoever asks owes, `isLate` past the day. */
export const SimilarCaseItem = z
  .object({
    id: z.uuid(),
    state: SimilarCaseState,
    words: z.string(),
    dueOn: Day,
    askedBy: z.string(),
    askedAt: Instant,
    counts: Counts.nullable(),
    owes: z.number().int(),
    isLate: z.boolean(),
  })
  .readonly()
export type SimilarCaseItem = z.infer<typeof SimilarCaseItem>

const Answer = z
  .object({
    org: z.uuid(),
    orgName: z.string(),
    version: z.number().int(),
    state: SimilarCaseAnswerState,
    owes: z.boolean(),
    isOverdue: z.boolean(),
    words: z.string(),
    changedAt: Instant,
    steps: z.array(SimilarCaseStep).readonly(),
    commitment: z.object({ id: CommitmentId, ref: z.string() }).readonly().nullable(),
    may: z.array(SimilarCaseAct).readonly(),
  })
  .readonly()
export type SimilarCaseAnswer = z.infer<typeof Answer>

/** Where it was found, for who asks: not told to those who are asked. */
const Found = z
  .object({
    source: SimilarCaseSource,
    /** Of the finding of an inspection. */
    inspection: z.uuid().nullable(),
    words: z.string(),
    reasonOver: z.string(),
    counts: Counts,
  })
  .readonly()

/** 一次举一反三. Who is asked sees what is asked and their own answer alone: `found` null. `minutes`: asked of each unit. */
export const SimilarCaseView = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    state: SimilarCaseState,
    words: z.string(),
    minutes: z.number().int(),
    dueOn: Day,
    askedBy: z.string(),
    askedAt: Instant,
    note: z.string(),
    asOf: Day,
    found: Found.nullable(),
    answers: z.array(Answer).readonly(),
    ends: z.boolean(),
  })
  .readonly()
export type SimilarCaseView = z.infer<typeof SimilarCaseView>

/** Why a unit need perhaps not be asked. */
const Warning = z.object({ org: z.uuid(), kind: z.enum(['asked', 'noted']), words: z.string(), on: Day }).readonly()

/** What asking would be. `org`: where it was found; `units`: who may be asked, what is most like it first. */
const Forecast = z
  .object({
    asOf: Day,
    found: z.string(),
    org: z.string().nullable(),
    units: z
      .array(z.object({ org: z.uuid(), name: z.string(), parent: z.string(), because: z.array(z.enum(likenesses)).readonly() }).readonly())
      .readonly(),
    warnings: z.array(Warning).readonly(),
  })
  .readonly()
export type SimilarCaseForecast = z.infer<typeof Forecast>

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }
const Words = z.string().trim().max(2000)
const seen = { id: z.uuid(), version: z.number().int() }
const ofUnit = { ...seen, org: z.uuid() }

export const similarCaseReview = {
  /** What waits first, then by day; the last 200. */
  list: oc
    .route({ method: 'GET', path: '/similar-case-reviews', summary: '举一反三', tags: ['similar-case-review'] })
    .errors({ FORBIDDEN })
    .output(z.object({ asOf: Day, items: z.array(SimilarCaseItem).readonly() })),
  get: oc
    .route({ method: 'GET', path: '/similar-case-reviews/{id}', summary: '一次举一反三', tags: ['similar-case-review'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid() }))
    .output(SimilarCaseView),
  /** Who could be asked, and who need not be: nothing is changed. `words`: what would be asked, '' before it is written. */
  forecast: oc
    .route({ method: 'POST', path: '/similar-case-review-forecasts', summary: '测算举一反三', tags: ['similar-case-review'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED })
    .input(z.strictObject({ source: SimilarCaseSource, words: Words }))
    .output(Forecast),
  /** 发起. INVALID names units that are not there or not in one's charge. */
  ask: oc
    .route({ method: 'POST', path: '/similar-case-reviews', summary: '发起举一反三', tags: ['similar-case-review'] })
    .errors({ NOT_FOUND, FORBIDDEN, REFUSED, INVALID })
    .input(
      z.strictObject({
        source: SimilarCaseSource,
        words: Words,
        orgs: z.array(z.uuid()).max(300),
        minutes: z.number().int().min(1).max(10_000),
        dueOn: Day,
        reasonOver: Words,
      }),
    )
    .output(SimilarCaseView),
  /** 答复 of one unit. `version`: of its answer. */
  answer: oc
    .route({ method: 'POST', path: '/similar-case-reviews/{id}/answers', summary: '答复举一反三', tags: ['similar-case-review'] })
    .errors({ ...errors, INVALID })
    .input(z.strictObject({ ...ofUnit, outcome: z.enum(['found', 'not-found']), words: Words, proofs: z.array(EvidenceId).max(30) }))
    .output(SimilarCaseView),
  sendBack: oc
    .route({ method: 'POST', path: '/similar-case-reviews/{id}/returns', summary: '退回答复', tags: ['similar-case-review'] })
    .errors(errors)
    .input(z.strictObject({ ...ofUnit, note: Words }))
    .output(SimilarCaseView),
  /** What a unit found with itself becomes a commitment. */
  follow: oc
    .route({ method: 'POST', path: '/similar-case-reviews/{id}/commitments', summary: '自查问题列入台账', tags: ['similar-case-review'] })
    .errors(errors)
    .input(z.strictObject({ ...ofUnit, ...Demand.unwrap().shape }))
    .output(z.object({ commitment: CommitmentId, ref: z.string() })),
  /** 办结 or 撤回. `version`: of the review. */
  end: oc
    .route({ method: 'POST', path: '/similar-case-reviews/{id}/end', summary: '办结举一反三', tags: ['similar-case-review'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, as: z.enum(['ended', 'withdrawn']), note: Words }))
    .output(SimilarCaseView),
}
