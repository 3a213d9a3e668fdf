import * as z from 'zod'
import { type ClosureLevel, type ClosureStanding, type ClosureState, type ClosureStep, standingAfter } from '#core/closure/closure.ts'
import { Day, Instant } from '#core/day/day.ts'
import { Decimal } from '#core/quantity/decimal.ts'

/**
 * What is asked for (变更): a later day (延期申请 `extension`), another target (调整 `amendment`; `value` null: only its wording), or ending it unfulfilled (终止
 * `termination`).
 */
export const ChangeAsked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('extension'), due: Day }),
  z.strictObject({ kind: z.literal('amendment'), wording: z.string().trim().min(1).max(1000), value: Decimal.nullable() }),
  z.strictObject({ kind: z.literal('termination') }),
])
export type ChangeAsked = z.infer<typeof ChangeAsked>
export type ChangeKind = ChangeAsked['kind']

/** The same with what held when it was asked for: the day, the wording and the number. */
export const ChangeProposal = z.object({
  asked: ChangeAsked,
  due: Day.nullable(),
  wording: z.string(),
  value: Decimal.nullable(),
})
export type ChangeProposal = z.infer<typeof ChangeProposal>

/** Where a request stands. Every state but the first is its end: what was returned is asked for anew. */
export const ChangeState = z.enum(['requested', 'granted', 'returned', 'withdrawn'])
export type ChangeState = z.infer<typeof ChangeState>

/** What somebody did with a request; as in closures, but that nobody signs besides and nothing is opened again. */
export const ChangeStep = z
  .object({
    kind: z.enum(['request', 'agree', 'return', 'withdraw', 'meeting']),
    level: z.number().int(),
    account: z.uuid(),
    by: z.string(),
    at: Instant,
    note: z.string(),
    pinned: z.string(),
    heldOn: Day.nullable(),
    /** Of `meeting`: the files that prove it. */
    minutes: z.array(z.object({ evidence: z.uuid(), sha256: z.string(), name: z.string() }).readonly()).readonly(),
    lifted: z.boolean(),
    forAccount: z.uuid().nullable(),
  })
  .readonly()
export type ChangeStep = z.infer<typeof ChangeStep>

/** Where a request stands after its steps, as the levels of closures fold theirs. */
export function changeStanding(steps: readonly ChangeStep[], levels: readonly ClosureLevel[]): ClosureStanding {
  return standingAfter(
    steps.map((step): ClosureStep => ({ ...step, demands: [], aim: { kind: 'close' }, signer: null })),
    levels,
  )
}

const STATES: Readonly<Record<ClosureState, ChangeState>> = {
  requested: 'requested',
  closed: 'granted',
  terminated: 'granted',
  returned: 'returned',
  open: 'withdrawn',
}

/** The state of a request in its own words. */
export function changeState({ state }: Pick<ClosureStanding, 'state'>): ChangeState {
  return STATES[state]
}
