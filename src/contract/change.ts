import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, INVALID, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { ChangeAsked, ChangeProposal, ChangeState, ChangeStep } from '#core/change/change.ts'
import { ClosureLevel, ClosureState } from '#core/closure/closure.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { EvidenceId } from '#core/evidence/evidence.ts'
import { Decimal } from '#core/quantity/decimal.ts'

/** A request about a commitment of the ledger. `isMine`: it waits for whoever asks. */
const Request = z.object({
  id: z.uuid(),
  commitment: CommitmentId,
  ref: z.string(),
  plan: z.string(),
  sentence: z.string(),
  units: z.string(),
  proposal: ChangeProposal,
  reason: z.string(),
  state: ChangeState,
  isMine: z.boolean(),
  requestedBy: z.string(),
  requestedAt: Instant,
})

/** 延期、调整或终止. `pinned`: digest of what would be judged now; `hasChanged`: it is not what was asked for. */
export const ChangeView = Request.extend({
  version: z.number().int(),
  level: z.number().int(),
  levels: z.array(ClosureLevel).readonly(),
  steps: z.array(ChangeStep).readonly(),
  pinned: z.string(),
  hasChanged: z.boolean(),
  may: z.object({ agree: z.boolean(), meeting: z.boolean(), withdraw: z.boolean() }).readonly(),
}).readonly()
export type ChangeView = z.infer<typeof ChangeView>

/** A request without what only its own page tells. */
export const ChangeItem = Request.extend({ role: z.enum(['verify', 'approve']).nullable(), changedAt: Instant }).readonly()
export type ChangeItem = z.infer<typeof ChangeItem>

/** The changes of a commitment, the last first, and what holds now. `value`: the number of its target; `mayAsk`: whether whoever asks may ask for one now. */
const Changes = z
  .object({
    items: z.array(ChangeView).readonly(),
    originalDue: Day.nullable(),
    due: Day.nullable(),
    extensions: z.number().int(),
    wording: z.string(),
    value: Decimal.nullable(),
    unit: z.string(),
    closure: ClosureState,
    mayAsk: z.boolean(),
  })
  .readonly()

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }
const seen = { id: z.uuid(), version: z.number().int() }
const Note = z.string().trim().max(2000)

export const change = {
  /** What is under way first, what waits for whoever asks before all; then the rest, the last first. The first 500. */
  list: oc
    .route({ method: 'GET', path: '/changes', summary: '延期、调整和终止', tags: ['change'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(ChangeItem).readonly(), total: z.number().int() })),
  ofCommitment: oc
    .route({ method: 'GET', path: '/commitments/{commitment}/changes', summary: '任务的延期、调整和终止', tags: ['change'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ commitment: CommitmentId }))
    .output(Changes),
  ask: oc
    .route({ method: 'POST', path: '/commitments/{commitment}/changes', summary: '申请延期、调整或终止', tags: ['change'] })
    .errors(errors)
    .input(z.strictObject({ commitment: CommitmentId, asked: ChangeAsked, reason: Note }))
    .output(ChangeView),
  agree: oc
    .route({ method: 'POST', path: '/changes/{id}/agree', summary: '同意变更', tags: ['change'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, pinned: z.string().max(64), note: Note }))
    .output(ChangeView),
  sendBack: oc
    .route({ method: 'POST', path: '/changes/{id}/return', summary: '退回变更申请', tags: ['change'] })
    .errors(errors)
    .input(z.strictObject({ ...seen, note: Note }))
    .output(ChangeView),
  /** `evidence`: the minutes as files. INVALID names those that are not there or not seen. */
  meeting: oc
    .route({ method: 'POST', path: '/changes/{id}/meeting', summary: '登记会议对变更的决定', tags: ['change'] })
    .errors({ ...errors, INVALID })
    .input(z.strictObject({ ...seen, heldOn: Day, minutes: Note, evidence: z.array(EvidenceId).max(30), pinned: z.string().max(64) }))
    .output(ChangeView),
  withdraw: oc
    .route({ method: 'POST', path: '/changes/{id}/withdraw', summary: '撤回变更申请', tags: ['change'] })
    .errors(errors)
    .input(z.strictObject(seen))
    .output(ChangeView),
}
