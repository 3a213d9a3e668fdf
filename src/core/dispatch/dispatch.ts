import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'
import { Party } from '#core/roster/party.ts'
import { turnOf } from '#core/dispatch/turns.ts'

/**
 * 分办 of a commitment: `waiting` nobody has it, `dispatched` a unit is to confirm it, `refused` the unit said no and why, `insisted` the office holds to it, `confirmed`
 * 签收: the unit has named who answers.
 */
export const DispatchState = z.enum(['waiting', 'dispatched', 'insisted', 'refused', 'confirmed'])
export type DispatchState = z.infer<typeof DispatchState>

/** What can be done: the office dispatches 分办, reassigns 改派, withdraws 收回, insists 维持; the unit confirms 签收, refuses 退回, refines 细化 (owner and steps anew). */
export const DispatchAct = z.enum(['dispatch', 'reassign', 'withdraw', 'insist', 'confirm', 'refuse', 'refine'])
export type DispatchAct = z.infer<typeof DispatchAct>

/** 工作步骤: what is done, by which day, by whom; null: by the owner. */
export const Task = z.strictObject({ words: z.string().trim().min(1).max(500), by: Day, who: Party.nullable() }).readonly()
export type Task = z.infer<typeof Task>

/** One act as it was done. `owner`, `tasks`: of confirming and refining; `org`, `supporting`: of handing out. */
export const DispatchStep = z
  .object({
    kind: DispatchAct,
    account: z.uuid(),
    by: z.string(),
    at: Instant,
    note: z.string(),
    org: z.uuid().nullable(),
    supporting: z.array(z.uuid()).readonly(),
    owner: Party.nullable(),
    tasks: z.array(Task).readonly(),
  })
  .readonly()
export type DispatchStep = z.infer<typeof DispatchStep>

/** Where a commitment stands. `round`: how often it was handed out; `note`: the last reason that was given. */
export interface DispatchStanding {
  readonly state: DispatchState
  readonly org: string | null
  readonly supporting: readonly string[]
  readonly owner: Party | null
  readonly tasks: readonly Task[]
  readonly round: number
  readonly note: string
}

export const notDispatched: DispatchStanding = { state: 'waiting', org: null, supporting: [], owner: null, tasks: [], round: 0, note: '' }

/** Where it stands after a step that was allowed. */
export function afterStep(
  standing: DispatchStanding,
  step: Pick<DispatchStep, 'kind' | 'note' | 'org' | 'supporting' | 'owner' | 'tasks'>,
): DispatchStanding {
  const state = turnOf(standing.state, step.kind).to ?? standing.state
  const { note, org, supporting, owner, tasks } = step
  switch (step.kind) {
    case 'dispatch':
    case 'reassign':
      return { state, org, supporting, owner: null, tasks: [], round: standing.round + 1, note }
    case 'withdraw':
      return { ...notDispatched, round: standing.round, note }
    case 'insist':
    case 'refuse':
      return { ...standing, state, note }
    case 'confirm':
    case 'refine':
      return { ...standing, state, owner, tasks, note }
  }
}
