import { sql } from 'kysely'
import * as z from 'zod'
import type { UnitStanding } from '#contract/home.ts'
import type { Light } from '#core/light/light.ts'
import type { Day } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'

const dayColumn = z.custom<Day | null>()

function countOf(light: Light) {
  return sql<string>`count(*) filter (where standing.light = ${light})`
}

/** How the units stand that lead something late, soon due or behind; the latest first. From the kept standings alone. */
export async function unitStandings(tx: Tx, jurisdictionId: string): Promise<readonly z.infer<typeof UnitStanding>[]> {
  const rows = await tx
    .selectFrom('ledgerEntry as entry')
    .innerJoin('ledgerStanding as standing', (join) =>
      join
        .onRef('standing.jurisdictionId', '=', 'entry.jurisdictionId')
        .onRef('standing.commitmentId', '=', 'entry.commitmentId')
        .on('standing.edition', '=', CURRENT),
    )
    .select([
      sql<string>`unnest(case when entry.lead_orgs = '{}' then array[''] else entry.lead_orgs end)`.as('name'),
      countOf('overdue').as('overdue'),
      countOf('due-soon').as('dueSoon'),
      countOf('behind').as('behind'),
      sql<string>`count(*)`.as('rows'),
      sql<string | null>`min(standing.latest_safe_day) filter (where standing.light = 'overdue')`.as('since'),
    ])
    .where('entry.jurisdictionId', '=', jurisdictionId)
    .where('standing.jurisdictionId', '=', jurisdictionId)
    .where('entry.state', '=', 'confirmed')
    .groupBy('name')
    .having(sql<boolean>`count(*) filter (where standing.light in ('overdue', 'due-soon', 'behind')) > 0`)
    .orderBy('overdue', 'desc')
    .orderBy(sql`"since" nulls last`)
    .orderBy('dueSoon', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(({ name, overdue, dueSoon, behind, rows: all, since }) => ({
    name,
    overdue: Number(overdue),
    dueSoon: Number(dueSoon),
    behind: Number(behind),
    rows: Number(all),
    since: dayColumn.parse(since),
  }))
}
