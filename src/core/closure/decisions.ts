import type { ClosureStanding } from '#core/closure/closure.ts'
import type { Missing } from '#core/closure/gate.ts'
import { type Decider, isOf, type Panel, turnOf } from '#core/closure/panel.ts'
import type { Day } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

export type ClosureRefusal =
  | 'closure-state'
  | 'gate-not-passed'
  | 'reason-too-short'
  | 'not-your-level'
  | 'doer-cannot-decide'
  | 'decided-already'
  | 'decided-earlier'
  | 'changed-since-request'
  | 'signer-is-doer'
  | 'signer-twice'
  | 'no-meeting-needed'
  | 'meeting-decides'
  | 'nobody-may-decide'
  | 'meeting-in-future'
  | 'no-minutes'
  | 'not-the-requester'

const SHORTEST_REASON = 10

/** 销号申请: of what is open, once nothing is missing. A later day and ending without it are asked for as changes. */
export function askClosure({ state }: ClosureStanding, missing: readonly Missing[]): Outcome<true, ClosureRefusal> {
  if (state !== 'open' && state !== 'returned') return refuse('closure-state', { state })
  return missing.length > 0 ? refuse('gate-not-passed', { count: String(missing.length) }) : accept(true)
}

/** 同意: by whose turn it is, who did not do it, decides at one level only, and judges what was asked for and nothing newer. `lifted`: for the level below. */
export function agree(
  standing: ClosureStanding,
  panel: Panel,
  decider: Decider,
  pinned: string,
): Outcome<{ readonly lifted: boolean }, ClosureRefusal> {
  const allowed = mayDecide(standing, panel, decider)
  if (!allowed.ok) return allowed
  const signed = [...standing.signed, ...standing.represented]
  if (signed.includes(decider.account) || (decider.forAccount !== undefined && signed.includes(decider.forAccount)))
    return refuse('decided-already')
  return pinned === standing.pinned ? allowed : refuse('changed-since-request')
}

/** 退回: with a reason and what is wanted. What has changed since may be sent back as well. */
export function sendBack(
  standing: ClosureStanding,
  panel: Panel,
  decider: Decider,
  note: string,
): Outcome<{ readonly lifted: boolean }, ClosureRefusal> {
  const allowed = mayDecide(standing, panel, decider)
  if (!allowed.ok) return allowed
  return note.length < SHORTEST_REASON ? tooShort() : allowed
}

/** 加签: whoever decides may ask another to sign the same level as well. */
export function addSigner(
  standing: ClosureStanding,
  panel: Panel,
  decider: Decider,
  signer: Pick<Decider, 'account' | 'isDoer'>,
): Outcome<number, ClosureRefusal> {
  const allowed = mayDecide(standing, panel, decider)
  if (!allowed.ok) return allowed
  if (signer.isDoer || signer.account === standing.requestedBy) return refuse('signer-is-doer')
  if (standing.earlier.includes(signer.account)) return refuse('decided-earlier')
  const { signed, represented, added, level } = standing
  const isThere = [...signed, ...represented, ...added, ...(panel.levels[level]?.accounts ?? [])].includes(signer.account)
  return isThere ? refuse('signer-twice') : accept(level)
}

/**
 * 会议决定: where who did it leads those who would approve, or nobody is left who may, the leading group's meeting decides in the place of the level, with its
 * minutes in words and as files (`files`: how many); the office enters it.
 */
export function decideByMeeting(
  standing: ClosureStanding,
  panel: Panel,
  held: { readonly on: Day; readonly today: Day; readonly minutes: string; readonly files: number; readonly pinned: string },
): Outcome<number, ClosureRefusal> {
  if (standing.state !== 'requested') return refuse('closure-state', { state: standing.state })
  if (turnOf(standing, panel).kind !== 'meeting') return refuse('no-meeting-needed')
  if (held.minutes.length < SHORTEST_REASON) return tooShort()
  if (held.files === 0) return refuse('no-minutes')
  if (held.on > held.today) return refuse('meeting-in-future')
  return held.pinned === standing.pinned ? accept(standing.level) : refuse('changed-since-request')
}

/** 撤回: by who asked, while nobody has decided at the end. */
export function withdraw(standing: ClosureStanding, account: string): Outcome<number, ClosureRefusal> {
  if (standing.state !== 'requested') return refuse('closure-state', { state: standing.state })
  return standing.requestedBy === account ? accept(standing.level) : refuse('not-the-requester')
}

/** 重新打开: with the reason; how often is counted. */
export function reopen({ state }: ClosureStanding, note: string): Outcome<number, ClosureRefusal> {
  if (state !== 'closed' && state !== 'terminated') return refuse('closure-state', { state })
  return note.length < SHORTEST_REASON ? tooShort() : accept(0)
}

function mayDecide(standing: ClosureStanding, panel: Panel, decider: Decider): Outcome<{ readonly lifted: boolean }, ClosureRefusal> {
  if (standing.state !== 'requested') return refuse('closure-state', { state: standing.state })
  const level = panel.levels[standing.level]
  const turn = turnOf(standing, panel)
  const isOwn = standing.added.includes(decider.account) || (level !== undefined && isOf(level, decider))
  const isAbove = turn.kind === 'above' && decider.post === turn.post
  if (!isOwn && !isAbove) return refuse('not-your-level')
  if (decider.isDoer || standing.requestedBy === decider.account) return refuse('doer-cannot-decide')
  if (standing.earlier.includes(decider.account)) return refuse('decided-earlier')
  if (turn.kind === 'meeting') return refuse('meeting-decides')
  if (turn.kind === 'nobody') return refuse('nobody-may-decide')
  return accept({ lifted: !isOwn })
}

function tooShort() {
  return refuse('reason-too-short', { fewest: String(SHORTEST_REASON) })
}
