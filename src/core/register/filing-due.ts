import { addDays, type Day, dayOf } from '#core/day/day.ts'
import { periodsOf } from '#core/period/periods-of.ts'
import type { FilingDuty } from '#core/register/register.ts'

/** The last day on which a filing about a day is not late; null where nothing was due then. Periods are those of the filing matrix of that day's year. */
export function filingDueOn({ every, unit, graceDays, since }: FilingDuty, day: Day): Day | null {
  const from = dayOf(Number(day.slice(0, 4)), 1, 1) ?? day
  const periods = periodsOf({ kind: 'every', count: every, unit, from, to: null, starts: 'calendar', partial: 'full' }, day)
  const end = periods.find((period) => period.from <= day && (period.to === null || day <= period.to))?.to ?? null
  return end === null || (since !== null && end < since) ? null : addDays(end, graceDays)
}
