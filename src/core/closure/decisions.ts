import type { Post } from '#core/access/post.ts'
import { type ClosureAim, type ClosureLevel, type ClosureStanding } from '#core/closure/closure.ts'
import type { Missing } from '#core/closure/gate.ts'
import type { Day } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** Who decides: the account, its post, and whether it did what is to be judged (`isDoer`). */
export interface Decider {
  readonly account: string
  readonly post: Post
  readonly isDoer: boolean
}

export type ClosureRefusal =
  | 'closure-state'
  | 'gate-not-passed'
  | 'reason-too-short'
  | 'extension-not-later'
  | 'not-your-level'
  | 'doer-cannot-decide'
  | 'decided-already'
  | 'decided-earlier'
  | 'changed-since-request'
  | 'signer-is-doer'
  | 'signer-twice'
  | 'no-meeting-needed'
  | 'meeting-in-future'
  | 'not-the-requester'

const SHORTEST_REASON = 10

/** 销号申请: nothing may be missing for a closure; an extension goes beyond the day that holds now; ending and extending say why. */
export function askClosure(
  { state, extendedTo }: ClosureStanding,
  asked: { readonly aim: ClosureAim; readonly note: string; readonly missing: readonly Missing[]; readonly due: Day | null },
): Outcome<ClosureAim, ClosureRefusal> {
  const { aim, note, missing, due } = asked
  if (state !== 'open' && state !== 'returned') return refuse('closure-state', { state })
  if (aim.kind === 'close') return missing.length > 0 ? refuse('gate-not-passed', { count: String(missing.length) }) : accept(aim)
  if (note.length < SHORTEST_REASON) return tooShort()
  const holds = extendedTo ?? due
  return aim.kind === 'extend' && holds !== null && aim.due <= holds ? refuse('extension-not-later', { due: holds }) : accept(aim)
}

/** 同意: by somebody of the level, who did not do it, decides at one level only, and judges what was asked for and nothing newer. */
export function agree(
  standing: ClosureStanding,
  levels: readonly ClosureLevel[],
  decider: Decider,
  pinned: string,
): Outcome<number, ClosureRefusal> {
  const allowed = mayDecide(standing, levels, decider)
  if (!allowed.ok) return allowed
  if (standing.signed.includes(decider.account)) return refuse('decided-already')
  if (standing.earlier.includes(decider.account)) return refuse('decided-earlier')
  return pinned === standing.pinned ? accept(standing.level) : refuse('changed-since-request')
}

/** 退回: with a reason and what is wanted. What has changed since may be sent back as well. */
export function sendBack(
  standing: ClosureStanding,
  levels: readonly ClosureLevel[],
  decider: Decider,
  note: string,
): Outcome<number, ClosureRefusal> {
  const allowed = mayDecide(standing, levels, decider)
  if (!allowed.ok) return allowed
  return note.length < SHORTEST_REASON ? tooShort() : accept(standing.level)
}

/** 加签: whoever decides may ask another to sign the same level as well. */
export function addSigner(
  standing: ClosureStanding,
  levels: readonly ClosureLevel[],
  decider: Decider,
  signer: Pick<Decider, 'account' | 'isDoer'>,
): Outcome<number, ClosureRefusal> {
  const allowed = mayDecide(standing, levels, decider)
  if (!allowed.ok) return allowed
  if (signer.isDoer) return refuse('signer-is-doer')
  if (standing.earlier.includes(signer.account)) return refuse('decided-earlier')
  const isThere = [...standing.signed, ...standing.added, ...(levels[standing.level]?.accounts ?? [])].includes(signer.account)
  return isThere ? refuse('signer-twice') : accept(standing.level)
}

/**
 * 会议决定: where who did it leads those who would approve, the leading group's meeting decides in the place of the level, with its minutes; the office
 * enters it. `leads`: whether a doer holds the post of the level.
 */
export function decideByMeeting(
  standing: ClosureStanding,
  levels: readonly ClosureLevel[],
  held: { readonly leads: boolean; readonly on: Day; readonly today: Day; readonly minutes: string; readonly pinned: string },
): Outcome<number, ClosureRefusal> {
  if (standing.state !== 'requested') return refuse('closure-state', { state: standing.state })
  if (levels[standing.level]?.role !== 'approve' || !held.leads) return refuse('no-meeting-needed')
  if (held.minutes.length < SHORTEST_REASON) return tooShort()
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

function mayDecide(
  standing: ClosureStanding,
  levels: readonly ClosureLevel[],
  { account, post, isDoer }: Decider,
): Outcome<true, ClosureRefusal> {
  if (standing.state !== 'requested') return refuse('closure-state', { state: standing.state })
  const level = levels[standing.level]
  const isNamed = level !== undefined && (level.accounts.length === 0 ? level.post === post : level.accounts.includes(account))
  if (!isNamed && !standing.added.includes(account)) return refuse('not-your-level')
  return isDoer || standing.requestedBy === account ? refuse('doer-cannot-decide') : accept(true)
}

function tooShort() {
  return refuse('reason-too-short', { fewest: String(SHORTEST_REASON) })
}
