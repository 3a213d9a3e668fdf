import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { ClosureAim, ClosureLevel, ClosureState, ClosureStep } from '#core/closure/closure.ts'
import { missingCodes } from '#core/closure/gate.ts'
import { ClosureLevels } from '#core/closure/settings.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
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

/**
 * 销号 of a commitment or of one of its periods. `id` null and `version` 0: nothing was ever asked. `pinned`: digest of what would be judged now; `hasChanged`:
 * it is not what was asked for. `files`: how often it was closed, each with a file of its own.
 */
export const ClosureView = z
  .object({
    id: z.uuid().nullable(),
    commitment: CommitmentId,
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
    state: ClosureState,
    aim: ClosureAim.options[0].shape.kind.or(z.enum(['extend', 'terminate'])).nullable(),
    role: z.enum(['verify', 'approve']).nullable(),
    isMine: z.boolean(),
    changedAt: Instant,
    changedBy: z.string(),
  })
  .readonly()

const ReadyItem = z
  .object({ commitment: CommitmentId, ref: z.string(), plan: z.string(), sentence: z.string(), units: z.string() })
  .readonly()

/** Names of those who can be asked to sign as well, by account. */
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
  /** 申请: closing, a later day, or ending it. `version` 0 where nothing was ever asked. */
  ask: oc
    .route({ method: 'POST', path: '/commitments/{commitment}/closures', summary: '申请销号', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject({ commitment: CommitmentId, stage: Stage, version: z.number().int(), aim: ClosureAim, note: Note }))
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
  meeting: oc
    .route({ method: 'POST', path: '/closures/{id}/meeting', summary: '登记会议决定', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, heldOn: Day, minutes: Note, pinned: z.string().max(64) }))
    .output(ClosureView),
  reopen: oc
    .route({ method: 'POST', path: '/closures/{id}/reopen', summary: '重新打开', tags: ['closure'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, note: Note }))
    .output(ClosureView),
  levels: oc
    .route({ method: 'GET', path: '/closure-levels', summary: '审签设置', tags: ['closure'] })
    .errors({ FORBIDDEN })
    .output(z.object({ version: z.number().int(), levels: ClosureLevels })),
  setLevels: oc
    .route({ method: 'PUT', path: '/closure-levels', summary: '修改审签设置', tags: ['closure'] })
    .errors({ FORBIDDEN, CONFLICT, NOT_FOUND, REFUSED })
    .input(z.strictObject({ version: z.number().int(), levels: ClosureLevels }))
    .output(z.object({ version: z.number().int(), levels: ClosureLevels })),
}
