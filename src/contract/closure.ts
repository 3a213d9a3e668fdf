import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { ClosureAim, ClosureLevel, ClosureState, ClosureStep } from '#core/closure/closure.ts'
import { missingCodes } from '#core/closure/gate.ts'
import { ClosureLevels } from '#core/closure/settings.ts'
import { Post } from '#core/access/post.ts'
import { USUAL_WATCH_DAYS, WatchCheck } from '#core/closure/watch.ts'
import { Nature } from '#core/draft/reading.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { PlanOrigin } from '#core/plan/origin.ts'
import { PlanId } from '#core/plan/plan.ts'
import { EvidenceId } from '#core/evidence/evidence.ts'
import { OccurrenceState } from '#core/occurrence/occurrence.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { RecordId } from '#core/record/record.ts'

/** What can be done with a closure now, by who asks. */
const Acts = z
  .object({
    ask: z.boolean(),
    agree: z.boolean(),
    meeting: z.boolean(),
    withdraw: z.boolean(),
    reopen: z.boolean(),
  })
  .readonly()

const Missing = z.object({ code: z.enum(missingCodes), params: z.record(z.string(), z.string()).readonly() }).readonly()

/** What is done of one occurrence. `subject`: its name, '' where it is not seen; `isLate`: enough was done only after its last day. */
const Figure = z
  .object({
    subject: z.string(),
    from: Day,
    to: Day.nullable(),
    state: OccurrenceState,
    required: Decimal.nullable(),
    actual: Decimal.nullable(),
    isLate: z.boolean(),
  })
  .readonly()

/** A record that counts, with how many files prove it. */
const Proof = z.object({ record: RecordId, from: Day, to: Day, files: z.number().int() }).readonly()

/** The days of the period that is closed by itself; null: the whole, or a period without days. */
const StagePeriod = z.object({ from: Day, to: Day.nullable() }).readonly().nullable()

/** Whose turn it is. `above`: the level has nobody who may, so the next post up decides (`post`). */
const Turn = z.object({ kind: z.enum(['level', 'above', 'meeting', 'nobody']), post: Post.nullable() }).readonly()

/**
 * 销号 of a commitment or of one of its periods. `id` null and `version` 0: nothing was ever asked. `pinned`: digest of what would be judged now; `hasChanged`:
 * it is not what was asked for. `files`: how often it was closed, each with a file of its own.
 */
export const ClosureView = z
  .object({
    id: z.uuid().nullable(),
    commitment: CommitmentId,
    plan: PlanId,
    ref: z.string(),
    sentence: z.string(),
    stage: z.string(),
    version: z.number().int(),
    state: ClosureState,
    aim: ClosureAim.nullable(),
    level: z.number().int(),
    levels: z.array(ClosureLevel).readonly(),
    due: Day.nullable(),
    extendedTo: Day.nullable(),
    reopened: z.number().int(),
    pinned: z.string(),
    hasChanged: z.boolean(),
    /** What is judged; the first hundred of each. */
    figures: z.array(Figure).readonly(),
    proofs: z.array(Proof).readonly(),
    missing: z.array(Missing).readonly(),
    steps: z.array(ClosureStep).readonly(),
    signed: z.array(z.string()).readonly(),
    /** Names of those who must sign this level and have not; nobody where one of several is enough. */
    awaited: z.array(z.string()).readonly(),
    /** Names of those who were asked to sign besides, by account. */
    signerNames: z.record(z.string(), z.string()).readonly(),
    /** Null where nothing is asked for. */
    turn: Turn.nullable(),
    period: StagePeriod,
    /** 销号标准, in the words of a person; '' where nobody has said. */
    criteria: z.string(),
    criteriaVersion: z.number().int(),
    files: z.array(z.object({ round: z.number().int(), digest: z.string(), frozenAt: Instant }).readonly()).readonly(),
    may: Acts,
  })
  .readonly()
export type ClosureView = z.infer<typeof ClosureView>

const ClosureItem = z
  .object({
    id: z.uuid(),
    commitment: CommitmentId,
    ref: z.string(),
    plan: z.string(),
    sentence: z.string(),
    stage: z.string(),
    period: StagePeriod,
    state: ClosureState,
    aim: z.enum(['close', 'extend', 'terminate']).nullable(),
    role: z.enum(['verify', 'approve']).nullable(),
    isMine: z.boolean(),
    changedAt: Instant,
    changedBy: z.string(),
  })
  .readonly()

const ReadyItem = z
  .object({ commitment: CommitmentId, ref: z.string(), plan: z.string(), sentence: z.string(), units: z.string() })
  .readonly()

/** 回头看: something closed that is looked at again. `due`: by when; `looks`: how often somebody has looked; `last`: the last time. */
const Watched = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    commitment: CommitmentId,
    ref: z.string(),
    plan: z.string(),
    sentence: z.string(),
    stage: z.string(),
    period: StagePeriod,
    closedOn: Day,
    due: Day,
    isDue: z.boolean(),
    reopened: z.number().int(),
    looks: z.number().int(),
    last: WatchCheck.nullable(),
  })
  .readonly()

/** What somebody who asks now would go through: one entry a level, with the names of those who could decide there. */
const Forecast = z
  .object({
    role: z.enum(['verify', 'approve']),
    mode: z.enum(['any', 'all']),
    post: Post,
    turn: Turn,
    people: z.array(z.string()).readonly(),
  })
  .readonly()

const Criteria = z.object({ version: z.number().int(), words: z.string() }).readonly()
const Setting = z.object({ version: z.number().int(), levels: ClosureLevels, watchDays: z.number().int().min(1).max(730) }).readonly()

/** 来源 of a plan as somebody has said it, and what its title suggests. */
const OriginOfPlan = z
  .object({ planId: PlanId, title: z.string(), origin: PlanOrigin.nullable(), suggested: PlanOrigin.nullable() })
  .readonly()

/** Names of those who may be asked to sign as well, by account. */
const Signer = z.object({ account: z.uuid(), name: z.string() }).readonly()

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }
const seen = { id: z.uuid(), version: z.number().int() }
const Note = z.string().trim().max(2000)
const Stage = z.string().max(40)

export const closure = {
  /** What is under way or ended, what waits for whoever asks first; `ready`: met, and nothing asked yet. The first 200 of each. */
  list: oc
    .route({ method: 'GET', path: '/closures', summary: '销号', tags: ['closure'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(ClosureItem).readonly(), ready: z.array(ReadyItem).readonly(), total: z.number().int() })),
  /** Every period that can be closed by itself, or the whole. */
  ofCommitment: oc
    .route({ method: 'GET', path: '/commitments/{commitment}/closures', summary: '任务的销号', tags: ['closure'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ commitment: CommitmentId }))
    .output(z.object({ stages: z.array(ClosureView).readonly(), signers: z.array(Signer).readonly() })),
  /** 申请. `version` 0 where nothing was ever asked. */
  ask: oc
    .route({ method: 'POST', path: '/commitments/{commitment}/closures', summary: '申请销号', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject({ commitment: CommitmentId, stage: Stage, version: z.number().int(), note: Note }))
    .output(ClosureView),
  /** `pinned`: what was looked at, which only its own page tells: nobody agrees to what they have not opened. All of them or none. */
  agree: oc
    .route({ method: 'POST', path: '/closures/agree', summary: '同意', tags: ['closure'] })
    .errors(errors)
    .input(
      z.strictObject({
        items: z
          .array(z.strictObject({ ...seen, pinned: z.string().max(64) }))
          .min(1)
          .max(100),
        note: Note,
      }),
    )
    .output(z.object({ agreed: z.number().int() })),
  sendBack: oc
    .route({ method: 'POST', path: '/closures/{id}/return', summary: '退回', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, note: Note, demands: z.array(z.string().trim().min(1).max(500)).max(20) }))
    .output(ClosureView),
  withdraw: oc
    .route({ method: 'POST', path: '/closures/{id}/withdraw', summary: '撤回申请', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject(seen))
    .output(ClosureView),
  addSigner: oc
    .route({ method: 'POST', path: '/closures/{id}/signers', summary: '加签', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, account: z.uuid(), note: Note }))
    .output(ClosureView),
  /** `evidence`: the minutes as files. */
  meeting: oc
    .route({ method: 'POST', path: '/closures/{id}/meeting', summary: '登记会议决定', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, heldOn: Day, minutes: Note, evidence: z.array(EvidenceId).max(20), pinned: z.string().max(64) }))
    .output(ClosureView),
  reopen: oc
    .route({ method: 'POST', path: '/closures/{id}/reopen', summary: '重新打开', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, note: Note }))
    .output(ClosureView),
  /** 已阅: what was asked for was opened as it stands. Several are agreed to at once only by who opened each. */
  open: oc
    .route({ method: 'POST', path: '/closures/{id}/opened', summary: '已阅', tags: ['closure'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ id: z.uuid(), pinned: z.string().max(64) }))
    .output(z.object({ id: z.uuid() })),
  /** What is closed and is looked at again, what is due first. The first 200. */
  watch: oc
    .route({ method: 'GET', path: '/closure-watch', summary: '回头看', tags: ['closure'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(Watched).readonly(), everyDays: z.number().int() })),
  /** `relapsed` opens it again, with the note as the reason. */
  check: oc
    .route({ method: 'POST', path: '/closures/{id}/checks', summary: '登记回头看', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, on: Day, outcome: z.enum(['kept', 'relapsed']), note: Note }))
    .output(ClosureView),
  setCriteria: oc
    .route({ method: 'PUT', path: '/commitments/{commitment}/closure-criteria', summary: '写明销号标准', tags: ['closure'] })
    .errors({ NOT_FOUND, FORBIDDEN, CONFLICT })
    .input(z.strictObject({ commitment: CommitmentId, version: z.number().int(), words: z.string().trim().max(2000) }))
    .output(Criteria),
  levels: oc
    .route({ method: 'GET', path: '/closure-levels', summary: '审签设置', tags: ['closure'] })
    .errors({ FORBIDDEN })
    .output(
      Setting.unwrap().extend({
        signers: z.array(Signer.unwrap().extend({ post: Post }).readonly()).readonly(),
        plans: z.array(OriginOfPlan).readonly(),
      }),
    ),
  /** Says whence a plan came; null: nobody knows. */
  setOrigin: oc
    .route({ method: 'PUT', path: '/plans/{planId}/origin', summary: '确定方案来源', tags: ['closure'] })
    .errors({ FORBIDDEN, NOT_FOUND })
    .input(z.strictObject({ planId: PlanId, origin: PlanOrigin.nullable() }))
    .output(OriginOfPlan),
  /** What a commitment (null: one of this nature and origin that nobody named here has done) would go through under levels that need not be set yet. */
  previewLevels: oc
    .route({ method: 'POST', path: '/closure-levels/preview', summary: '预览审签', tags: ['closure'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ levels: ClosureLevels, nature: Nature, origin: PlanOrigin.nullable(), commitment: CommitmentId.nullable() }))
    .output(z.object({ nature: Nature, origin: PlanOrigin.nullable(), levels: z.array(Forecast).readonly() })),
  setLevels: oc
    .route({ method: 'PUT', path: '/closure-levels', summary: '修改审签设置', tags: ['closure'] })
    .errors({ FORBIDDEN, CONFLICT, NOT_FOUND, REFUSED })
    .input(
      z.strictObject({
        version: z.number().int(),
        levels: ClosureLevels,
        watchDays: z.number().int().min(1).max(730).default(USUAL_WATCH_DAYS),
      }),
    )
    .output(Setting),
}
