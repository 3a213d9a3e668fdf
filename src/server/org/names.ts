import { sql } from 'kysely'
import type * as z from 'zod'
import type { PlanName } from '#contract/org.ts'
import { organisationAsOf } from '#core/org/as-of.ts'
import { matchNames, type NameRole } from '#core/org/match-names.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** The columns of the ledger that name those responsible. */
const COLUMNS = { unit: ['leadOrgs', 'supportingOrgs'], leader: ['leaders', 'owners'] } as const

/** 名称对应: the names that commitments give for those responsible, and whom each means today. The commitments keep their wording. */
export async function listPlanNames(context: Context): Promise<z.infer<typeof PlanName>[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('organisation:names')
    const organisation = organisationAsOf(await loadOrganisation(tx, actor.jurisdictionId), context.asOf)
    const items: z.infer<typeof PlanName>[] = []
    for (const role of ['unit', 'leader'] as const) {
      const counts = await namesOf(tx, actor.jurisdictionId, role)
      const matches = matchNames(organisation, [...counts.keys()], role)
      items.push(...matches.map((match) => ({ ...match, role, commitments: counts.get(match.name) ?? 0 })))
    }
    return items
  })
}

async function namesOf(tx: Tx, jurisdictionId: string, role: NameRole): Promise<ReadonlyMap<string, number>> {
  const [first, second] = COLUMNS[role]
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select([sql<string>`unnest(${sql.ref(first)} || ${sql.ref(second)})`.as('name'), ({ fn }) => fn.countAll<string>().as('count')])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', 'in', ['draft', 'confirmed'])
    .groupBy('name')
    .orderBy('count', 'desc')
    .orderBy('name')
    .execute()
  return new Map(rows.map(({ name, count }) => [name, Number(count)]))
}
