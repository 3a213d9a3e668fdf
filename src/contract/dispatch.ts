import { oc } from '@orpc/contract'
import * as z from 'zod'
import { CONFLICT, FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import { DispatchState, DispatchStep, Task } from '#core/dispatch/dispatch.ts'
import { PlanId } from '#core/plan/plan.ts'
import { Party } from '#core/roster/party.ts'

/** Who stands behind a post or person today. `title`: 机构 职务; `standIn`: who substitutes; `isVacant`: nobody holds it. */
export const HolderView = z
  .object({ party: Party, title: z.string(), names: z.array(z.string()).readonly(), standIn: z.string().nullable(), isVacant: z.boolean() })
  .readonly()
export type HolderView = z.infer<typeof HolderView>

const Unit = z.object({ id: z.uuid(), name: z.string() }).readonly()
/** Which finding, as the server made it. */
const FindingKey = z.string().max(64)

/** A finding that leaders claim. `commitments`: how many of it stand in the ledger; `suggested`: for whom it may be, and why. */
export const ClaimView = z
  .object({
    finding: FindingKey,
    aspect: z.string(),
    words: z.string(),
    commitments: z.number().int(),
    version: z.number().int(),
    leader: HolderView.nullable(),
    suggested: z
      .array(
        z
          .object({
            leader: HolderView,
            why: z.enum(['plan', 'inChargeOf', 'contactUnit']),
            units: z.array(z.string()).readonly(),
            isMe: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    isMine: z.boolean(),
    changedBy: z.string().nullable(),
  })
  .readonly()
export type ClaimView = z.infer<typeof ClaimView>

/**
 * A commitment as it stands in 分办. `planned`: units as the plan names them; `suggested`: what that means today; `head`: whether a head of the unit can sign in;
 * `mayAnswer`: by who asks.
 */
export const DispatchRow = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    /** What is promised, as the ledger says it: several rows may share a sentence. */
    indicator: z.string(),
    aspect: z.string(),
    finding: FindingKey,
    dueOn: Day.nullable(),
    planned: z.string(),
    state: DispatchState,
    version: z.number().int(),
    round: z.number().int(),
    unit: Unit.nullable(),
    supporting: z.array(Unit).readonly(),
    owner: HolderView.nullable(),
    tasks: z.number().int(),
    note: z.string(),
    suggested: z
      .object({ unit: Unit, supporting: z.array(Unit).readonly(), unknown: z.array(z.string()).readonly() })
      .readonly()
      .nullable(),
    hasHead: z.boolean(),
    mayAnswer: z.boolean(),
    role: z.enum(['lead', 'support', 'other']),
  })
  .readonly()
export type DispatchRow = z.infer<typeof DispatchRow>

/** What waits, by what is to be done; `vacant`: confirmed, but its owner left. */
const DispatchCounts = z
  .object({
    unclaimed: z.number().int(),
    waiting: z.number().int(),
    dispatched: z.number().int(),
    refused: z.number().int(),
    confirmed: z.number().int(),
    vacant: z.number().int(),
  })
  .readonly()

/** 认领与分办 of a plan, by who asks. `me`: whom the account stands for; `total`: of how many rows `rows` is the beginning. */
export const DispatchBoard = z
  .object({
    plans: z.array(z.object({ id: PlanId, title: z.string() }).readonly()).readonly(),
    plan: PlanId.nullable(),
    first: z.object({ version: z.number().int(), holder: HolderView.nullable(), suggested: z.array(HolderView).readonly() }).readonly(),
    claims: z.array(ClaimView).readonly(),
    rows: z.array(DispatchRow).readonly(),
    total: z.number().int(),
    counts: DispatchCounts,
    units: z.array(Unit).readonly(),
    leaders: z.array(HolderView).readonly(),
    me: Party.nullable(),
  })
  .readonly()
export type DispatchBoard = z.infer<typeof DispatchBoard>

const Steps = z.array(Task).max(50)

/** One commitment: who answers for it in three tiers, the steps, what was done, and who may be named. */
export const DispatchView = DispatchRow.unwrap()
  .extend({
    first: HolderView.nullable(),
    lead: HolderView.nullable(),
    leadSource: z.enum(['claim', 'plan', 'general']),
    plan: z.array(Task.unwrap().extend({ whose: z.string() }).readonly()).readonly(),
    steps: z.array(DispatchStep.unwrap().extend({ unit: z.string(), ownerWords: z.string() }).readonly()).readonly(),
    people: z.array(HolderView).readonly(),
  })
  .readonly()
export type DispatchView = z.infer<typeof DispatchView>

/** Who signed a 责任书, when, and which content. */
const Signature = z.object({ by: z.string(), at: Instant, digest: z.string() }).readonly()

/** 责任书 of a leader or a unit as it would read now. `isOutdated`: it was signed, and something has changed since. */
export const PledgeView = z
  .object({
    party: Party,
    holder: HolderView,
    items: z.number().int(),
    digest: z.string(),
    signature: Signature.nullable(),
    isOutdated: z.boolean(),
    maySign: z.boolean(),
  })
  .readonly()
export type PledgeView = z.infer<typeof PledgeView>

/** What waits for who asks: findings to claim, rows to hand out, refusals to settle, rows to confirm (or whose owner left). */
export const DispatchWaiting = z
  .object({ claim: z.number().int(), dispatch: z.number().int(), settle: z.number().int(), confirm: z.number().int() })
  .readonly()
export type DispatchWaiting = z.infer<typeof DispatchWaiting>

const errors = { NOT_FOUND, FORBIDDEN, CONFLICT, REFUSED }
const Note = z.string().trim().max(2000)
const version = z.number().int()
const supporting = z.array(z.uuid()).max(30)
const seen = { commitment: CommitmentId, version }
const plan = PlanId
const act = (path: `/${string}`, summary: string) => oc.route({ method: 'POST', path, summary, tags: ['dispatch'] }).errors(errors)

export const dispatch = {
  /** Of one plan; without one of the latest that is seen. */
  board: oc
    .route({ method: 'GET', path: '/dispatch', summary: '认领与分办', tags: ['dispatch'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ plan: PlanId.optional() }))
    .output(DispatchBoard),
  waiting: oc
    .route({ method: 'GET', path: '/dispatch/waiting', summary: '认领与分办待办数', tags: ['dispatch'] })
    .errors({ FORBIDDEN })
    .output(DispatchWaiting),
  ofCommitment: oc
    .route({ method: 'GET', path: '/commitments/{commitment}/dispatch', summary: '任务的分办与责任', tags: ['dispatch'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ commitment: CommitmentId }))
    .output(DispatchView),
  setFirst: act('/plans/{plan}/first-responsible', '确定第一责任人')
    .input(z.strictObject({ plan, version, party: Party }))
    .output(z.object({ version })),
  /** 认领: all of them or none. `leader`: of whom the office enters it. */
  claim: act('/plans/{plan}/claims', '认领问题')
    .input(
      z.strictObject({
        plan,
        items: z
          .array(z.strictObject({ finding: FindingKey, version }))
          .min(1)
          .max(200),
        leader: Party.nullable(),
      }),
    )
    .output(z.object({ claimed: z.number().int() })),
  giveBack: act('/plans/{plan}/claims/give-back', '退回认领')
    .input(z.strictObject({ plan, finding: FindingKey, version, note: Note }))
    .output(z.object({ version })),
  /** 分办 of several, all of them or none. */
  handOut: act('/dispatch', '分办')
    .input(
      z.strictObject({
        items: z
          .array(z.strictObject({ ...seen, org: z.uuid(), supporting }))
          .min(1)
          .max(1000),
        note: Note,
      }),
    )
    .output(z.object({ dispatched: z.number().int() })),
  reassign: act('/commitments/{commitment}/dispatch/reassign', '改派')
    .input(z.strictObject({ ...seen, org: z.uuid(), supporting, note: Note }))
    .output(DispatchView),
  withdraw: act('/commitments/{commitment}/dispatch/withdraw', '收回')
    .input(z.strictObject({ ...seen, note: Note }))
    .output(DispatchView),
  insist: act('/commitments/{commitment}/dispatch/insist', '维持原分办')
    .input(z.strictObject({ ...seen, note: Note }))
    .output(DispatchView),
  confirm: act('/commitments/{commitment}/dispatch/confirm', '签收')
    .input(z.strictObject({ ...seen, owner: Party, tasks: Steps, note: Note }))
    .output(DispatchView),
  /** 签收 of several of one unit at once with the same owner, all of them or none; steps follow later. */
  confirmAll: act('/dispatch/confirm', '批量签收')
    .input(z.strictObject({ items: z.array(z.strictObject(seen)).min(1).max(200), owner: Party, note: Note }))
    .output(z.object({ confirmed: z.number().int() })),
  refuse: act('/commitments/{commitment}/dispatch/refuse', '退回分办')
    .input(z.strictObject({ ...seen, note: Note }))
    .output(DispatchView),
  refine: act('/commitments/{commitment}/dispatch/refine', '调整责任人和步骤')
    .input(z.strictObject({ ...seen, owner: Party, tasks: Steps, note: Note }))
    .output(DispatchView),
  pledges: oc
    .route({ method: 'GET', path: '/plans/{plan}/pledges', summary: '责任书', tags: ['dispatch'] })
    .errors({ NOT_FOUND, FORBIDDEN })
    .input(z.strictObject({ plan }))
    .output(z.object({ items: z.array(PledgeView).readonly() })),
  /** `digest`: of what was read. */
  signPledge: act('/plans/{plan}/pledges/sign', '签署责任书')
    .input(z.strictObject({ plan, party: Party, digest: z.string().max(64) }))
    .output(PledgeView),
  pledgeFile: act('/plans/{plan}/pledges/file', '责任书文件')
    .input(z.strictObject({ plan, party: Party }))
    .output(z.file()),
  /** 责任清单 as .xlsx. */
  sheet: act('/plans/{plan}/responsibilities', '责任清单').input(z.strictObject({ plan })).output(z.file()),
}
