import { type RawBuilder, sql } from 'kysely'
import type { FilingDuty } from '#core/register/register.ts'

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/** `filingDueOn` of core over the column `record_revision.to_day`; null where nothing was due then. */
function dueOn({ every, unit, graceDays, since }: FilingDuty): RawBuilder<string | null> {
  const day = sql`record_revision.to_day`
  const year = sql`date_trunc('year', ${day})`
  const end =
    unit === 'week'
      ? sql`date_trunc('week', ${year})::date + ((${day} - date_trunc('week', ${year})::date) / ${7 * every}::int + 1) * ${7 * every}::int - 1`
      : sql`(${year} + make_interval(months => ((extract(month from ${day})::int - 1) / ${every * MONTHS[unit]}::int + 1) * ${every * MONTHS[unit]}::int))::date - 1`
  const due = sql<string | null>`${end} + ${graceDays}::int`
  return since === null ? due : sql`case when ${end} >= ${since}::date then ${due} end`
}

/** The condition that a record was entered late (`isLateEntry` of core), of a query that names its first revision `first`. */
export function isEnteredLate({
  lateAfterDays,
  filing,
}: {
  readonly lateAfterDays: number
  readonly filing: FilingDuty | null
}): RawBuilder<boolean> {
  const entered = sql`(first.entered_at AT TIME ZONE 'Asia/Shanghai')::date`
  const byDays = sql<boolean>`${entered} - record_revision.to_day > ${lateAfterDays}::int`
  if (filing === null) return byDays
  return sql`(${byDays} or (${entered} > record_revision.to_day and coalesce(${entered} > ${dueOn(filing)}, false)))`
}
