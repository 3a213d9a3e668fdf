import type { Day } from '#core/day/day.ts'
import type { DispatchAct, DispatchStanding, Task } from '#core/dispatch/dispatch.ts'
import { type OutOfTurn, turnOf } from '#core/dispatch/turns.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import { keyOf, type Party, type PartyKey } from '#core/roster/party.ts'

/** Why an act is refused: it is not its turn, or what is given does not fit. */
type DispatchRefusal =
  | OutOfTurn
  | 'not-in-ledger'
  | 'unit-unknown'
  | 'same-unit'
  | 'supports-itself'
  | 'not-the-head'
  | 'reason-too-short'
  | 'owner-elsewhere'
  | 'task-too-late'
  | 'task-elsewhere'

type Decided<T> = Outcome<T, DispatchRefusal>

/** A reason says something: so many characters. */
const SHORTEST_REASON = 10

/** What a unit answers for, handed out. */
export interface HandOut {
  readonly org: string
  readonly supporting: readonly string[]
  readonly note: string
}

/** What the office knows when it hands something out. `orgs`: those that stand today. */
export interface HandOutFacts {
  readonly isConfirmed: boolean
  readonly orgs: ReadonlySet<string>
}

/** 分办 to a unit, 改派 to another: of what is in the ledger, to units that are there; taking it from one unit for another says why. */
export function handOut(standing: DispatchStanding, act: 'dispatch' | 'reassign', given: HandOut, facts: HandOutFacts): Decided<HandOut> {
  const { org, supporting, note } = given
  const turn = inTurn(standing, act)
  if (!turn.ok) return turn
  if (!facts.isConfirmed) return refuse('not-in-ledger')
  if ([org, ...supporting].some((each) => !facts.orgs.has(each))) return refuse('unit-unknown')
  if (supporting.includes(org)) return refuse('supports-itself')
  if (act === 'dispatch') return accept(given)
  if (org === standing.org) return refuse('same-unit')
  return note.length < SHORTEST_REASON ? tooShort() : accept(given)
}

/** 收回 and 维持, by the office, which says why. */
export function settle(standing: DispatchStanding, act: 'withdraw' | 'insist', note: string): Decided<string> {
  const turn = inTurn(standing, act)
  if (!turn.ok) return turn
  return note.length < SHORTEST_REASON ? tooShort() : accept(note)
}

/**
 * Who answers for a unit. `isHead`: heads it, or the unit above, or substitutes for who does. `isOffice`: enters what was signed on paper, which it may only where nobody
 * could sign here (`hasHead` false).
 */
export interface Answering {
  readonly isHead: boolean
  readonly isOffice: boolean
  readonly hasHead: boolean
}

/** 退回: with a reason; not what the office has held to already. */
export function sendBack(standing: DispatchStanding, who: Answering, note: string): Decided<string> {
  const turn = inTurn(standing, 'refuse')
  if (!turn.ok) return turn
  if (!mayAnswer(who)) return refuse('not-the-head')
  return note.length < SHORTEST_REASON ? tooShort() : accept(note)
}

/** Who answers for it and in which steps. */
export interface Named {
  readonly owner: Party
  readonly tasks: readonly Task[]
}

/** What naming needs to know. `people`: the parties of the unit that are there today; `due`: the last day of the commitment, null: none. */
export interface NamingFacts {
  readonly who: Answering
  readonly people: ReadonlySet<PartyKey>
  readonly due: Day | null
}

/** 签收, and 细化 later: the owner and whoever does a step is of the unit and there; no step ends after the commitment is due. */
export function name(standing: DispatchStanding, act: 'confirm' | 'refine', { owner, tasks }: Named, facts: NamingFacts): Decided<Named> {
  const turn = inTurn(standing, act)
  if (!turn.ok) return turn
  const { who, people, due } = facts
  if (!mayAnswer(who)) return refuse('not-the-head')
  if (!people.has(keyOf(owner))) return refuse('owner-elsewhere')
  for (const [index, task] of tasks.entries()) {
    const at = { task: String(index + 1) }
    if (due !== null && task.by > due) return refuse('task-too-late', { ...at, due })
    if (task.who !== null && !people.has(keyOf(task.who))) return refuse('task-elsewhere', at)
  }
  return accept({ owner, tasks })
}

/** Whether somebody answers for the unit: its head, or the office where nobody else can. */
export function mayAnswer({ isHead, isOffice, hasHead }: Answering): boolean {
  return isHead || (isOffice && !hasHead)
}

function inTurn({ state }: DispatchStanding, act: DispatchAct): Decided<true> {
  const { why } = turnOf(state, act)
  return why === undefined ? accept(true) : refuse(why)
}

function tooShort(): Decided<never> {
  return refuse('reason-too-short', { least: String(SHORTEST_REASON) })
}
