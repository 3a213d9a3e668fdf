import type { Selectable } from 'kysely'
import * as z from 'zod'
import type { WorkYear } from '#core/calendar/work-year.ts'
import type { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import type { WorkYear as WorkYearRow } from '#server/db/types.gen.ts'

/** The work days of a year with who entered them. */
export interface StoredWorkYear extends WorkYear {
  readonly version: number
  readonly enteredBy: string
  readonly enteredAt: Instant
}

// the columns hold what core decided on: they are taken as they are
const storedColumns = z.custom<StoredWorkYear>()

/** The tables of work days as they stand, or stood as it was known at an instant, the earliest year first. */
export async function loadWorkYears(tx: Tx, jurisdictionId: string, knownAt: Instant | null = null): Promise<readonly StoredWorkYear[]> {
  const rows = await tx
    .selectFrom('workYear')
    .distinctOn('year')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .$if(knownAt !== null, (query) => query.where('enteredAt', '<=', knownAt ?? ''))
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(storedOf)
}

/** What core needs of them. */
export async function loadWorkCalendar(tx: Tx, jurisdictionId: string, knownAt: Instant | null): Promise<readonly WorkYear[]> {
  const years = await loadWorkYears(tx, jurisdictionId, knownAt)
  return years.map(({ year, holidays, makeUpWorkDays }) => ({ year, holidays, makeUpWorkDays }))
}

function storedOf({
  year,
  version,
  holidays,
  makeUpWorkDays,
  enteredByName,
  enteredAt,
}: Omit<Selectable<WorkYearRow>, 'enteredBy'>): StoredWorkYear {
  return storedColumns.parse({ year, version, holidays, makeUpWorkDays, enteredBy: enteredByName, enteredAt })
}
