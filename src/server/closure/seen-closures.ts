import { type ExpressionBuilder, sql } from 'kysely'
import type { Day } from '#core/day/day.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'

/** Closures of commitments that are seen, each with its row of the ledger. */
export function seenClosures(tx: Tx, scope: Scope) {
  const { jurisdictionId } = scope
  return tx
    .selectFrom('closure')
    .innerJoin('ledgerEntry', (join) =>
      join.on('ledgerEntry.jurisdictionId', '=', jurisdictionId).onRef('ledgerEntry.commitmentId', '=', 'closure.commitmentId'),
    )
    .where('closure.jurisdictionId', '=', jurisdictionId)
    .where((eb) => isSeenCommitment(tx, scope, eb.ref('closure.commitmentId')))
}

/** The days of the period that a closure is about, as its column `period`. */
export function stagePeriod(eb: ExpressionBuilder<DB, 'closure'>, jurisdictionId: string) {
  return eb
    .selectFrom('occurrence')
    .select(sql<{ from: Day; to: Day | null } | null>`jsonb_build_object('from', period_from, 'to', period_to)`.as('days'))
    .where('occurrence.jurisdictionId', '=', jurisdictionId)
    .whereRef('occurrence.commitmentId', '=', 'closure.commitmentId')
    .whereRef('occurrence.period', '=', 'closure.stage')
    .limit(1)
    .as('period')
}
