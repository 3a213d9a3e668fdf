import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { LedgerFilter } from '#core/ledger/ledger.ts'
import { Light } from '#core/light/light.ts'
import type { Terms } from '#core/terms/terms.ts'
import { marksOf } from '#core/timetable/marks-of.ts'
import type { TimetableRow } from '#core/timetable/timetable.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { matching } from '#server/ledger/matching.ts'

/** Whose timetable of which year. */
export interface Whose {
  readonly year: number
  readonly unit?: string | undefined
  readonly leader?: string | undefined
}

// the columns hold what core made: they are taken as they are
const termsColumn = z.custom<Pick<Terms, 'rhythm'> | null>()
const dayColumn = z.custom<Day | null>()

/** The rows of a timetable that are seen, in the order of the plan; `most`: no more than these. */
export async function loadTimetable(
  tx: Tx,
  scope: Scope,
  { year, unit, leader }: Whose,
  most: number,
): Promise<{ readonly total: number; readonly rows: readonly TimetableRow[] }> {
  const filters: LedgerFilter[] = []
  if (unit !== undefined && unit !== '') filters.push({ kind: 'unit', column: 'leadOrgs', name: unit })
  if (leader !== undefined && leader !== '') filters.push({ kind: 'oneOf', column: 'leaders', values: [leader] })
  const matched = matching(tx, scope, { plan: null, filters })
  const { total } = await matched.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const rows = await matched
    .leftJoin('counting', (join) =>
      join
        .onRef('counting.jurisdictionId', '=', 'ledgerEntry.jurisdictionId')
        .onRef('counting.commitmentId', '=', 'ledgerEntry.commitmentId'),
    )
    .select(['ledgerEntry.commitmentId', 'ref', 'sentence', 'leadOrgsText', 'leadersText', 'indicator', 'dueOn', 'light', 'counting.terms'])
    .orderBy('planId')
    .orderBy('ordinal')
    .limit(most)
    .execute()
  return {
    total: Number(total),
    rows: rows.map((row) => ({
      commitment: CommitmentId.parse(row.commitmentId),
      ref: row.ref,
      sentence: row.sentence,
      units: row.leadOrgsText ?? '',
      leaders: row.leadersText ?? '',
      indicator: row.indicator,
      light: Light.nullable().parse(row.light),
      ...marksOf(termsColumn.parse(row.terms)?.rhythm ?? null, dayColumn.parse(row.dueOn), year),
    })),
  }
}
