import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import * as z from 'zod'
import { Day, type Instant } from '#core/day/day.ts'
import type { DigestItem } from '#core/digest/digest.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { isNamedIn, isOwnSubject } from '#server/access/seen.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'
import { dueRows } from '#server/reminder/due-rows.ts'

const lightColumn = z.string().nullable()
const DONE = new Set(['done', 'waived'])

/** When the last digest was made, and on which day. */
export interface Since {
  readonly at: Instant
  readonly on: Day
}

/** What of the rows that are one's own is late, due soon, begun since, and was reminded of since; of what is struck off nothing. */
export async function ownRows(
  tx: Tx,
  scope: Scope,
  asOf: Day,
  since: Since,
): Promise<Readonly<Record<'late' | 'soon' | 'begun' | 'reminded', readonly DigestItem[]>>> {
  const { jurisdictionId } = scope
  const whose = scope.post === 'unit' ? scope : { ...scope, orgs: [] }
  const rows = await dueRows(tx, jurisdictionId)
    .leftJoin('reminder', (join) =>
      join
        .on('reminder.jurisdictionId', '=', jurisdictionId)
        .onRef('reminder.commitmentId', '=', 'ledgerEntry.commitmentId')
        .onRef('reminder.onDay', '=', 'ledgerEntry.remindedOn'),
    )
    .select(['periodFrom', 'reminder.at as remindedAt'])
    .where((eb) =>
      eb.or([isNamedIn(eb, scope), sql<SqlBool>`${eb.ref('ledgerEntry.commitmentId')} in ${subjectsOf(tx, jurisdictionId, whose)}`]),
    )
    .where((eb) => eb.not(isStruckOff(eb, jurisdictionId)))
    .orderBy('dueBy')
    .orderBy('ledgerEntry.planId')
    .orderBy('ledgerEntry.ordinal')
    .execute()
  const all = rows.map((row) => ({
    light: lightColumn.parse(row.light),
    from: row.periodFrom,
    remindedAt: row.remindedAt,
    item: { ref: row.ref, on: Day.nullable().parse(row.dueBy), path: `/commitments/${row.commitmentId}` },
  }))
  const open = all.filter(({ light }) => light === null || !DONE.has(light))
  const itemsOf = (some: typeof all): readonly DigestItem[] => some.map(({ item }) => item)
  return {
    late: itemsOf(open.filter(({ light }) => light === 'overdue')),
    soon: itemsOf(open.filter(({ light }) => light === 'due-soon')),
    begun: itemsOf(open.filter(({ from }) => from !== null && from > since.on && from <= asOf)),
    reminded: itemsOf(open.filter(({ remindedAt }) => remindedAt !== null && remindedAt > since.at)),
  }
}

function subjectsOf(tx: Tx, jurisdictionId: string, whose: Scope) {
  return tx
    .selectFrom('occurrence')
    .select('commitmentId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => (whose.orgs.length + whose.self.length === 0 ? eb.lit(false) : isOwnSubject(eb, whose)))
}

/** Whether a row is closed as a whole. */
function isStruckOff(eb: ExpressionBuilder<DB, 'ledgerEntry'>, jurisdictionId: string): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('closure')
      .select('closure.id')
      .where('closure.jurisdictionId', '=', jurisdictionId)
      .whereRef('closure.commitmentId', '=', 'ledgerEntry.commitmentId')
      .where('closure.stage', '=', '')
      .where('closure.state', 'in', ['closed', 'terminated']),
  )
}
