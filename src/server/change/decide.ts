import type { ChangeView } from '#contract/change.ts'
import { agree, decideByMeeting, sendBack, withdraw } from '#core/closure/decisions.ts'
import type { Day } from '#core/day/day.ts'
import type { EvidenceId } from '#core/evidence/evidence.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { recordSight } from '#server/access/records.ts'
import { act } from '#server/change/act.ts'
import { minutesOf } from '#server/change/minutes.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Context } from '#server/verb/context.ts'

interface Seen {
  readonly id: string
  readonly version: number
}

/** 同意: of what holds as it did when it was looked at. */
export async function agreeTo(context: Context, input: Seen & { readonly pinned: string; readonly note: string }): Promise<ChangeView> {
  const { pinned, note } = input
  return act(context, { verb: 'change.agree', permission: 'change:decide' }, input, ({ standing, panel, me, ground }) => {
    const allowed = agree(standing, panel, me, pinned === ground.pinned ? pinned : '')
    return { allowed, step: { kind: 'agree', note, pinned, lifted: allowed.ok && allowed.value.lifted } }
  })
}

/** 退回, with the reason. It may be asked for anew. */
export async function returnIt(context: Context, input: Seen & { readonly note: string }): Promise<ChangeView> {
  const { note } = input
  return act(context, { verb: 'change.return', permission: 'change:decide' }, input, ({ standing, panel, me }) => ({
    allowed: sendBack(standing, panel, me, note),
    step: { kind: 'return', note },
  }))
}

/** 会议决定, where who promised it leads those who would approve, with its minutes as files. */
export async function enterMeeting(
  context: Context & { readonly packs: readonly Pack[] },
  input: Seen & { readonly heldOn: Day; readonly minutes: string; readonly evidence: readonly EvidenceId[]; readonly pinned: string },
): Promise<ChangeView> {
  const { id, version, heldOn, minutes: note, evidence, pinned } = input
  const minutes = async (tx: Tx, seen: Scope) => minutesOf(tx, await recordSight(tx, seen, context.packs), evidence)
  const verb = { verb: 'change.meeting', permission: 'change:enter-meeting' } as const
  return act(context, verb, { id, version, minutes }, ({ standing, panel, ground }, files) => ({
    allowed: decideByMeeting(standing, panel, {
      on: heldOn,
      today: context.asOf,
      minutes: note,
      files: files.length,
      pinned: pinned === ground.pinned ? pinned : '',
    }),
    step: { kind: 'meeting', note, heldOn, minutes: files, pinned },
  }))
}

/** 撤回. */
export async function withdrawIt(context: Context, input: Seen): Promise<ChangeView> {
  return act(context, { verb: 'change.withdraw', permission: 'change:ask' }, input, ({ standing }) => ({
    allowed: withdraw(standing, context.actor.accountId),
    step: { kind: 'withdraw' },
  }))
}
