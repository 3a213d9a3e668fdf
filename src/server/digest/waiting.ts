import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { isAnswerLate } from '#core/difficulty/difficulty.ts'
import type { DigestItem } from '#core/digest/digest.ts'
import type { RegisterId } from '#core/register/field.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isOwnRecord } from '#server/access/own-records.ts'
import type { RecordSight } from '#server/access/records.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import { loadChanges } from '#server/change/stored.ts'
import { isMine } from '#server/change/view.ts'
import { waitingClosures } from '#server/closure/waiting.ts'
import type { Tx } from '#server/db/connect.ts'
import { isAsked, loadDifficulties } from '#server/difficulty/stored.ts'
import type { Since } from '#server/digest/own-rows.ts'
import type { Actor } from '#server/verb/context.ts'

const registerColumn = z.custom<RegisterId>()
const ofCommitment = (ref: string, id: string, on: Day | null = null): DigestItem => ({ ref, on, path: `/commitments/${id}` })

/** What waits for somebody's decision: closures and changes at a level of theirs. */
export async function toDecide(tx: Tx, scope: Scope, actor: Actor, asOf: Day): Promise<readonly DigestItem[]> {
  const mine = await waitingClosures(tx, scope, actor, asOf)
  const changes = (await loadChanges(tx, scope, { state: 'requested' })).filter((stored) => isMine(stored, actor))
  return [
    ...mine.map(({ commitment, ref }) => ofCommitment(ref, commitment)),
    ...changes.map(({ commitment, ref }) => ofCommitment(ref, commitment)),
  ]
}

/** Difficulties: those that wait for the holder of a post, or, late or put to a meeting, for the office; and those of one's own that have an answer. */
export async function difficultiesFor(
  tx: Tx,
  scope: Scope,
  asOf: Day,
): Promise<{ readonly answer: readonly DigestItem[]; readonly answered: readonly DigestItem[] }> {
  const all = await loadDifficulties(tx, scope, { states: ['open', 'escalated', 'answered'] })
  const posts = isAsked(scope)
  const waits = all.filter(
    (each) =>
      (each.state === 'open' && posts.includes(each.post)) ||
      (scope.post === 'office' && (each.state === 'escalated' || isAnswerLate(each, asOf))),
  )
  const own = all.filter(({ state, org, raisedByAccount }) => {
    const isOwn = raisedByAccount === scope.accountId || (scope.post === 'unit' && scope.entersFor.includes(org))
    return state === 'answered' && isOwn
  })
  return {
    answer: waits.map(({ ref, answerBy }) => ({ ref, on: answerBy, path: '/difficulties' })),
    answered: own.map(({ ref, commitment }) => ofCommitment(ref, commitment)),
  }
}

/** What was sent back: records of one's orgs or one's own, never about single persons; requests for closure, also what was opened again; changes since the last digest. */
export async function sentBack(tx: Tx, { scope, registers, isSeen }: RecordSight, since: Since): Promise<readonly DigestItem[]> {
  const { jurisdictionId, accountId } = scope
  const records = await tx
    .selectFrom('recordRevision')
    .select(['id', 'register', 'toDay'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('isStanding', '=', true)
    .where('state', '=', 'returned')
    .where(isSeen)
    .where(isOwnRecord(scope))
    .orderBy('enteredAt', 'desc')
    .execute()
  const closures = await closuresBack(tx, scope)
    .select(['closure.commitmentId', 'ref'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('closureStep')
          .select('closureStep.ordinal')
          .where('closureStep.jurisdictionId', '=', jurisdictionId)
          .whereRef('closureStep.closureId', '=', 'closure.id')
          .where('closureStep.kind', '=', 'request')
          .where('closureStep.account', '=', accountId),
      ),
    )
    .execute()
  const changes = (await loadChanges(tx, scope, { state: 'returned' })).filter(
    ({ requestedByAccount, changedAt }) => requestedByAccount === accountId && changedAt > since.at,
  )
  return [
    ...records.flatMap(({ id, register, toDay }) => {
      const found = registers.get(registerColumn.parse(register))
      if (found === undefined || found.sensitivity === 'personal') return []
      return [{ ref: found.title, on: Day.parse(toDay), path: `/records/${id}` }]
    }),
    ...closures.map(({ commitmentId, ref }) => ofCommitment(ref, commitmentId)),
    ...changes.map(({ commitment, ref }) => ofCommitment(ref, commitment)),
  ]
}

/** Closures that were sent back, or opened again and not asked for since. */
function closuresBack(tx: Tx, scope: Scope) {
  const { jurisdictionId } = scope
  return tx
    .selectFrom('closure')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'closure.commitmentId'),
    )
    .where('closure.jurisdictionId', '=', jurisdictionId)
    .where((eb) =>
      eb.or([eb('closure.state', '=', 'returned'), eb.and([eb('closure.state', '=', 'open'), eb('closure.reopened', '>', 0)])]),
    )
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('closure.commitmentId')))
    .orderBy('closure.changedAt')
}
