import * as z from 'zod'
import { ClosureLevel } from '#core/closure/closure.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { loadChanges } from '#server/change/stored.ts'
import { isMine } from '#server/change/view.ts'
import { seenClosures } from '#server/closure/read.ts'
import type { Tx } from '#server/db/connect.ts'
import { countDifficulties, loadDifficulties } from '#server/difficulty/stored.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { type Found, MOST } from '#server/queue/found.ts'
import type { Actor } from '#server/verb/context.ts'

const Levels = z.array(ClosureLevel)

/** 待核验: closures whose level of now is the caller's; who asked first comes first. */
export async function toVerify(tx: Tx, scope: Scope, { accountId, post }: Actor): Promise<Found> {
  const rows = await seenClosures(tx, scope)
    .select([
      'closure.id',
      'closure.commitmentId',
      'closure.levels',
      'closure.level',
      'closure.changedAt',
      'ref',
      'sentence',
      'leadOrgsText',
    ])
    .where('closure.state', '=', 'requested')
    .orderBy('closure.changedAt')
    .orderBy('closure.id')
    .execute()
  const own = rows.filter(({ levels, level: at }) => {
    const level = Levels.parse(levels)[at]
    return level !== undefined && (level.accounts.length === 0 ? level.post === post : level.accounts.includes(accountId))
  })
  return {
    total: own.length,
    items: own.slice(0, MOST).map(({ id, commitmentId, ref, sentence, leadOrgsText, changedAt }) => ({
      key: id,
      commitment: CommitmentId.parse(commitmentId),
      ref,
      words: sentence,
      units: leadOrgsText ?? '',
      on: dayInShanghai(Instant.parse(changedAt)),
      href: '/closures',
    })),
  }
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
