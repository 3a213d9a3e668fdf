import { daysFromTo, earlierOf, laterOf } from '#core/calendar/months.ts'
import { addDays, type Day } from '#core/day/day.ts'

/** From a day to a day, both counted; null: no end is known. */
export interface Interval {
  readonly from: Day
  readonly to: Day | null
}

export function holdsOn({ from, to }: Interval, day: Day): boolean {
  return from <= day && (to === null || day <= to)
}

/** Sorted, and merged where they touch or overlap; intervals that end before they begin are dropped. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals
    .filter(({ from, to }) => to === null || from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const result: Interval[] = []
  for (const next of sorted) {
    const last = result.at(-1)
    if (last !== undefined && (last.to === null || next.from <= addDays(last.to, 1))) {
      result[result.length - 1] = { from: last.from, to: last.to === null || next.to === null ? null : laterOf(last.to, next.to) }
    } else result.push(next)
  }
  return result
}

/** The days that both sets of intervals hold. */
export function shared(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return merged(a.flatMap((one) => b.map((other) => ({ from: laterOf(one.from, other.from), to: earlierEnd(one.to, other.to) }))))
}

/** The days of the first that the second does not hold. */
export function without(intervals: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  let left = merged(intervals)
  for (const { from, to } of merged(taken)) {
    left = left.flatMap((each) => {
      const before = { from: each.from, to: earlierEnd(each.to, addDays(from, -1)) }
      return to === null ? [before] : [before, { from: laterOf(each.from, addDays(to, 1)), to: each.to }]
    })
    left = merged(left)
  }
  return left
}

/** The number of days within `from`–`to` that the (merged) intervals hold. */
export function daysWithin(intervals: readonly Interval[], from: Day, to: Day): number {
  return shared(intervals, [{ from, to }]).reduce((days, each) => days + daysFromTo(each.from, each.to ?? to), 0)
}

function earlierEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b
  return b === null ? a : earlierOf(a, b)
}
