import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { asItStands, lookedAt } from '#server/moment/look-back.ts'

/** A column that holds the id of a commitment, a plan or an org. */
type IdColumn = Expression<string>

/**
 * The condition that a commitment is seen now, also where the statement looks back at another moment: the whole ledger, drafts of it by the office alone; or its confirmed rows that name an org of the scope as lead or
 * supporting or the person as leader or owner, or of which one of these is a subject, or that were handed out to them. Found by indexes from the scope's side: it costs by what is seen, not by
 * how long the ledger is. `among`: `confirmed` where the statement asks for confirmed rows itself.
 */
export function isSeenCommitment(tx: Tx, scope: Scope, id: IdColumn, among: 'confirmed' | 'all' = 'all'): Expression<SqlBool> {
  if (scope.seesAll || (scope.seesLedger && among === 'confirmed')) return sql<SqlBool>`true`
  // at the moment that is looked at
  const confirmed = tx
    .selectFrom('ledgerEntry as confirmed')
    .select('confirmed.commitmentId')
    .where('confirmed.jurisdictionId', '=', scope.jurisdictionId)
    .where('confirmed.state', '=', 'confirmed')
  if (scope.seesLedger) return sql<SqlBool>`${id} in ${confirmed}`
  const isSeen = sql<SqlBool>`${id} in ${seenCommitments(tx, scope)}`
  return lookedAt(tx) === null ? isSeen : sql<SqlBool>`(${isSeen} and ${id} in ${confirmed})`
}

/** The condition that a plan is seen: all, or those of which a commitment is. */
export function isSeenPlan(tx: Tx, scope: Scope, id: IdColumn): Expression<SqlBool> {
  if (scope.seesLedger) return sql<SqlBool>`true`
  const plans = tx
    .selectFrom('ledgerEntry')
    .select('planId')
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('commitmentId')))
  return sql<SqlBool>`${id} in ${plans}`
}

/** The ids of the commitments that are seen by name or as a subject; where one looks back, with those that they have replaced since. */
function seenCommitments(tx: Tx, scope: Scope) {
  const seen = seenNow(asItStands(tx), scope)
  return lookedAt(tx) === null ? seen : withReplaced(asItStands(tx), scope.jurisdictionId, seen)
}

function withReplaced(tx: Tx, jurisdictionId: string, seen: ReturnType<typeof seenNow>) {
  return tx
    .withRecursive('seen', (query) =>
      query
        .selectFrom(seen.as('first'))
        .select('first.commitmentId')
        .union(
          query
            .selectFrom('commitment as former')
            .innerJoin('seen', (join) => join.on(sql<boolean>`seen.commitment_id = any(former.replaced_by)`))
            .select('former.id as commitmentId')
            .where('former.jurisdictionId', '=', jurisdictionId),
        ),
    )
    .selectFrom('seen')
    .select('seen.commitmentId')
}

function seenNow(tx: Tx, scope: Scope) {
  const { jurisdictionId } = scope
  const named = tx
    .selectFrom('ledgerEntry')
    .select('commitmentId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'confirmed')
    .where((eb) => isNamedIn(eb, scope))
  const subject = tx
    .selectFrom('occurrence')
    .select('commitmentId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => isOwnSubject(eb, scope))
  return named.union(subject).union(handedOut(tx, scope))
}

/** The ids of the commitments that were handed out (分办) to an org of the scope, that it supports, or in which the person answers or has a step. */
function handedOut(tx: Tx, { jurisdictionId, orgs, self }: Scope) {
  const steps = tx
    .selectFrom('task')
    .select('commitmentId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('who', '=', eb.fn.any(eb.val([...self]))))
  return tx
    .selectFrom('dispatch')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'dispatch.commitmentId'),
    )
    .select('dispatch.commitmentId')
    .where('dispatch.jurisdictionId', '=', jurisdictionId)
    .where('ledgerEntry.state', '=', 'confirmed')
    .where((eb) =>
      eb.or([
        eb('dispatch.orgId', '=', eb.fn.any(eb.val([...orgs]))),
        eb('dispatch.supporting', '&&', eb.val([...orgs])),
        eb('dispatch.owner', '=', eb.fn.any(eb.val([...self]))),
        eb('dispatch.commitmentId', 'in', steps),
      ]),
    )
}

/** The condition that a row of the ledger names an org of the scope as lead or supporting, or the person as leader or owner. */
export function isNamedIn(eb: ExpressionBuilder<DB, 'ledgerEntry'>, { names }: Scope): Expression<SqlBool> {
  return eb.or([
    eb('leadOrgs', '&&', eb.val([...names.unit])),
    eb('supportingOrgs', '&&', eb.val([...names.unit])),
    eb('leaders', '&&', eb.val([...names.leader])),
    eb('owners', '&&', eb.val([...names.leader])),
  ])
}

/** The condition that an occurrence is of an org of the scope, or of the person alone or as the first of a pair. */
export function isOwnSubject(eb: ExpressionBuilder<DB, 'occurrence'>, { orgs, self }: Scope): Expression<SqlBool> {
  const keys = [...orgs.map((org) => `org:${org}`), ...self]
  // what begins with a key and goes on with + is a pair: the next character after + is ,
  return eb.or(keys.map((key) => eb.and([eb('subject', '>=', key), eb('subject', '<', `${key},`)])))
}
