import { sql } from 'kysely'
import { byNeed, type Counted, type LedgerCounts, sumCounts } from '#core/ledger/counts.ts'
import type { LedgerView } from '#core/ledger/ledger.ts'
import { Light } from '#core/light/light.ts'
import { NAME_COLUMNS } from '#server/ledger/columns.ts'
import { editionFor, readAt, type Stood, type WithJobs } from '#server/ledger/edition.ts'
import { matching } from '#server/ledger/matching.ts'
import { giveRoomToSort } from '#server/ledger/room.ts'
import { view } from '#server/verb/change.ts'

type By = 'leadOrgs' | 'aspect' | 'leaders'

/** 台账计数: rows of a view by unit, aspect or leading post, and light. Nobody but leading posts is counted. */
export async function ledgerCounts(
  context: WithJobs,
  input: { readonly view: LedgerView; readonly by: By },
): Promise<LedgerCounts & { readonly stood: Stood }> {
  const edition = await editionFor(context, input.view)
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('ledger:read')
    await giveRoomToSort(tx)
    const matched = matching(readAt(tx, actor.jurisdictionId, edition), await scope(), input.view)
    const counted = matched
      .select(['light', sql<string>`count(*)`.as('rows'), sql<string>`count(*) filter (where arrears > 0)`.as('arrears')])
      .groupBy('light')
    // one pass over the rows: those of several units are told apart here, where they are few
    const found =
      input.by === 'aspect'
        ? await counted
            .select([sql<string[]>`array[aspect]`.as('names'), 'planId as plan'])
            .groupBy(['planId', 'aspectOrdinal', 'aspect'])
            .orderBy('planId')
            .orderBy('aspectOrdinal')
            .execute()
        : await counted
            .select([sql<string[]>`${sql.ref(NAME_COLUMNS[input.by].names)}`.as('names'), sql<null>`null`.as('plan')])
            .groupBy(NAME_COLUMNS[input.by].names)
            .orderBy(NAME_COLUMNS[input.by].names)
            .execute()
    const counts = sumCounts(
      found.flatMap((row) => (row.names.length === 0 ? [''] : [...new Set(row.names)]).map((name) => countOf({ ...row, name }))),
      found.map((row) => countOf({ ...row, name: '', plan: null })),
    )
    const isByNeed = input.by !== 'aspect'
    return { stood: edition.stood, all: counts.all, groups: isByNeed ? byNeed(counts.groups) : counts.groups }
  })
}

function countOf(row: {
  readonly name: string
  readonly plan: string | null
  readonly light: string | null
  readonly rows: string
  readonly arrears: string
}): Counted {
  return {
    name: row.name,
    plan: row.plan,
    light: row.light === null ? null : Light.parse(row.light),
    rows: Number(row.rows),
    arrears: Number(row.arrears),
  }
}
