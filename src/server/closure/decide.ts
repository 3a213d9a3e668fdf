import type { ClosureView } from '#contract/closure.ts'
import { addSigner, agree, askClosure, decideByMeeting, reopen, sendBack, withdraw } from '#core/closure/decisions.ts'
import { notAsked } from '#core/closure/closure.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { EvidenceId } from '#core/evidence/evidence.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { recordSight } from '#server/access/records.ts'
import { loadMinutes } from '#server/closure/minutes.ts'
import { openedBy } from '#server/closure/opened.ts'
import { act, type Before, type Caller, entryOf, takeStep } from '#server/closure/act.ts'
import { isDoer } from '#server/closure/doers.ts'
import { change } from '#server/verb/change.ts'

interface Seen {
  readonly id: string
  readonly version: number
}
const at = ({ id, version }: Seen) => ({ key: { id }, version })
const standingOf = ({ stored }: Before) => stored?.standing ?? notAsked

/** 申请销号. What was judged then is pinned. */
export async function ask(
  context: Caller,
  input: {
    readonly commitment: CommitmentId
    readonly stage: string
    readonly version: number
    readonly note: string
  },
): Promise<ClosureView> {
  const { commitment, stage, version, note } = input
  return act(context, { verb: 'closure.ask', permission: 'closure:ask' }, { key: { commitment, stage }, version }, (before) => {
    const { missing, pinned } = before.facts
    return { allowed: askClosure(standingOf(before), missing), step: { kind: 'request', aim: { kind: 'close' }, note, pinned } }
  })
}

/** 同意, of one or several, all or none. */
export async function agreeTo(
  context: Caller,
  { items, note }: { readonly items: readonly (Seen & { readonly pinned: string })[]; readonly note: string },
): Promise<{ readonly agreed: number }> {
  return change(context, async ({ tx, allow, scope, record }) => {
    allow('closure:decide')
    const seen = await scope()
    const opened = items.length === 1 ? null : await openedBy(tx, context, items)
    for (const item of items) {
      const { view, before, step } = await takeStep(tx, context, seen, at(item), (facts) => {
        const { pinned } = facts.facts
        const allowed = agree(standingOf(facts), facts.panel, facts.me, item.pinned === pinned ? item.pinned : '')
        if (allowed.ok && opened !== null && opened.get(item.id) !== pinned)
          return { allowed: refuse('not-opened', { ref: facts.facts.subject.ref }), step: { kind: 'agree' } }
        return { allowed, step: { kind: 'agree', note, pinned: item.pinned, lifted: allowed.ok && allowed.value.lifted } }
      })
      await record({ verb: 'closure.agree', ...entryOf(view, before, step) })
    }
    return { agreed: items.length }
  })
}

/** 退回, with what is wanted. */
export async function returnIt(
  context: Caller,
  input: Seen & { readonly note: string; readonly demands: readonly string[] },
): Promise<ClosureView> {
  const { note, demands } = input
  return act(context, { verb: 'closure.return', permission: 'closure:decide' }, at(input), (before) => ({
    allowed: sendBack(standingOf(before), before.panel, before.me, note),
    step: { kind: 'return', note, demands },
  }))
}

/** 撤回申请. */
export async function withdrawIt(context: Caller, input: Seen): Promise<ClosureView> {
  return act(context, { verb: 'closure.withdraw', permission: 'closure:ask' }, at(input), (before) => ({
    allowed: withdraw(standingOf(before), context.actor.accountId),
    step: { kind: 'withdraw' },
  }))
}

/** 加签. */
export async function askSigner(context: Caller, input: Seen & { readonly account: string; readonly note: string }): Promise<ClosureView> {
  const { account, note } = input
  return act(context, { verb: 'closure.add-signer', permission: 'closure:decide' }, { ...at(input), besides: [account] }, (before) => {
    const signer = before.signers.find((each) => each.account === account && each.isSeeing)
    return {
      allowed:
        signer === undefined
          ? refuse('unknown-signer')
          : addSigner(standingOf(before), before.panel, before.me, { account, isDoer: isDoer(before.facts, signer) }),
      step: { kind: 'add-signer', note, signer: account },
    }
  })
}

/** 会议决定 in the place of a level whose people are led by who did it, with its minutes as files. */
export async function enterMeeting(
  context: Caller,
  input: Seen & { readonly heldOn: Day; readonly minutes: string; readonly evidence: readonly EvidenceId[]; readonly pinned: string },
): Promise<ClosureView> {
  const { heldOn, minutes, evidence, pinned } = input
  return change(context, async ({ tx, allow, scope, record }) => {
    allow('closure:enter-meeting')
    const seen = await scope()
    const files = await loadMinutes(tx, await recordSight(tx, seen, context.packs), evidence)
    const { view, before, step } = await takeStep(tx, context, seen, at(input), (facts) => ({
      allowed: decideByMeeting(standingOf(facts), facts.panel, {
        on: heldOn,
        today: context.asOf,
        minutes,
        files: files.length,
        pinned: pinned === facts.facts.pinned ? pinned : '',
      }),
      step: { kind: 'meeting', note: minutes, heldOn, minutes: files, pinned },
    }))
    await record({ verb: 'closure.meeting', ...entryOf(view, before, step) })
    return view
  })
}

/** 重新打开. */
export async function openAgain(context: Caller, input: Seen & { readonly note: string }): Promise<ClosureView> {
  const { note } = input
  return act(context, { verb: 'closure.reopen', permission: 'closure:reopen' }, at(input), (before) => ({
    allowed: reopen(standingOf(before), note),
    step: { kind: 'reopen', note },
  }))
}
