import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { loadChanges } from '#server/change/stored.ts'
import { isMine } from '#server/change/view.ts'
import { type WaitingClosure, waitingClosures } from '#server/closure/waiting.ts'
import type { Tx } from '#server/db/connect.ts'
import { countDifficulties, loadDifficulties } from '#server/difficulty/stored.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { type Found, MOST } from '#server/queue/found.ts'
import type { Actor } from '#server/verb/context.ts'

/** 待核验、审签: closures that whoever asks could decide now, or whose meeting's decision they enter; what waits longest comes first. */
export async function toVerify(tx: Tx, scope: Scope, actor: Actor, asOf: Day): Promise<Readonly<Record<'verify' | 'meeting', Found>>> {
  const waiting = await waitingClosures(tx, scope, actor, asOf)
  const of = (act: WaitingClosure['act'], href: (closure: WaitingClosure) => string): Found => {
    const own = waiting.filter((each) => each.act === act)
    return {
      total: own.length,
      items: own.slice(0, MOST).map((each) => ({
        key: each.id,
        commitment: each.commitment,
        ref: each.ref,
        words: each.sentence,
        units: each.units,
        on: dayInShanghai(each.since),
        href: href(each),
      })),
    }
  }
  return { verify: of('decide', () => '/closures'), meeting: of('meeting', ({ commitment }) => `/commitments/${commitment}`) }
}

/** 待审批: extensions, amendments and terminations whose level of now is the caller's. */
export async function toDecide(tx: Tx, scope: Scope, actor: Actor): Promise<Found> {
  const own = (await loadChanges(tx, scope, { state: 'requested' })).filter((change) => isMine(change, actor))
  return {
    total: own.length,
    items: own.slice(0, MOST).map(({ id, commitment, ref, sentence, units, requestedAt }) => ({
      key: id,
      commitment: CommitmentId.parse(commitment),
      ref,
      words: sentence,
      units,
      on: dayInShanghai(requestedAt),
      href: '/changes',
    })),
  }
}

/** 待答复: difficulties nobody has answered; what is to be answered first comes first. */
export async function toAnswer(tx: Tx, scope: Scope): Promise<Found> {
  const states = ['open', 'escalated'] as const
  const found = await loadDifficulties(tx, scope, { states, limit: MOST })
  return {
    total: await countDifficulties(tx, scope, { states }),
    items: found.map(({ id, commitment, ref, words, orgName, answerBy }) => ({
      key: id,
      commitment: CommitmentId.parse(commitment),
      ref,
      words,
      units: orgName,
      on: answerBy,
      href: '/difficulties',
    })),
  }
}
