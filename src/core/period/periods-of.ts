import { addMonths, daysFromTo, earlierOf, laterOf, mondayOf } from '#core/calendar/months.ts'
import { addDays, type Day, dayOf } from '#core/day/day.ts'
import type { Period } from '#core/period/period.ts'
import type { PeriodUnit, Rhythm } from '#core/period/rhythm.ts'

type Every = Extract<Rhythm, { kind: 'every' }>
type Once = Extract<Rhythm, { kind: 'once' }>

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const satisfies Partial<Record<PeriodUnit, number>>

/**
 * The periods of a rhythm that have begun by `upTo`, and the one to come after them. Calendar periods of `count` months that divide a year begin where the
 * year's do (每两个月: January); others at the month, quarter, half-year or year that holds the first day; weeks on Monday. Periods of the plan begin on
 * the plan's own day of the month. A first or last period that is cut short owes what the rhythm says of `partial`; with `none` it is left out.
 */
export function periodsOf(rhythm: Every | Once, upTo: Day): readonly Period[] {
  return rhythm.kind === 'once' ? oncePeriods(rhythm) : everyPeriods(rhythm, upTo)
}

function oncePeriods({ from, by, stages }: Once): readonly Period[] {
  const base = { from, unit: 'once', isFinal: false, previous: null } as const
  const staged = stages.map(({ by: to, value }, index) => ({ ...base, key: `stage-${index + 1}`, to, length: lengthOf(from, to), value }))
  return [...staged, { ...base, key: 'once', to: by, length: by === null ? null : lengthOf(from, by), value: null }]
}

/** A due day before the plan is in force leaves one day. */
function lengthOf(from: Day, to: Day): number {
  return Math.max(1, daysFromTo(from, to))
}

function everyPeriods(rhythm: Every, upTo: Day): readonly Period[] {
  const { from, to, unit } = rhythm
  const startOf = starts(rhythm)
  const periods: Period[] = []
  for (let index = 0; ; index += 1) {
    const [wholeFrom, wholeTo] = [startOf(index), addDays(startOf(index + 1), -1)]
    if (to !== null && wholeFrom > to) return periods
    const cutFrom = laterOf(wholeFrom, from)
    const cutTo = to === null ? wholeTo : earlierOf(wholeTo, to)
    const isPartial = cutFrom > wholeFrom || cutTo < wholeTo
    if (cutFrom <= cutTo && !(isPartial && rhythm.partial === 'none')) {
      const length = rhythm.partial === 'pro-rata' ? daysFromTo(wholeFrom, wholeTo) : daysFromTo(cutFrom, cutTo)
      const previous = { from: startOf(index - 1), to: addDays(wholeFrom, -1) }
      periods.push({ key: wholeFrom, from: cutFrom, to: cutTo, unit, length, isFinal: true, previous, value: null })
      if (cutFrom > upTo) return periods
    }
  }
}

/** Whether a rhythm has a period that is cut short, so that what it owes must be known. */
export function isCutShort(rhythm: Omit<Every, 'partial'>): boolean {
  const startOf = starts(rhythm)
  if (startOf(0) < rhythm.from) return true
  if (rhythm.to === null) return false
  const after = addDays(rhythm.to, 1)
  for (let index = 0; ; index += 1) {
    const start = startOf(index)
    if (start >= after) return start > after
  }
}

/** The first day of the whole period with this number, the first being 0. */
function starts({ count, unit, from, starts: anchor }: Omit<Every, 'partial'>): (index: number) => Day {
  if (unit === 'day') return (index) => addDays(from, index * count)
  if (unit === 'week') {
    const first = anchor === 'plan' ? from : mondayOf(from)
    return (index) => addDays(first, index * count * 7)
  }
  const months = MONTHS[unit] * count
  const first = anchor === 'plan' ? from : calendarStart(from, MONTHS[unit], months)
  return (index) => addMonths(first, index * months)
}

function calendarStart(from: Day, unitMonths: number, months: number): Day {
  const [year = 0, month = 1] = from.split('-').map(Number)
  const step = 12 % months === 0 ? months : Math.min(12, unitMonths)
  return dayOf(year, Math.floor((month - 1) / step) * step + 1, 1) ?? from
}
