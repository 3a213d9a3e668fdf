import { addDays, type Day } from '#core/day/day.ts'
import type { Occurred } from '#core/record/record.ts'

/** Half of a working day, as one bit: so that the same half day is never counted twice. */
const MORNING = 1
const AFTERNOON = 2

/** The days of a fact with the halves of each that it fills: 1 the morning, 2 the afternoon, 3 both. */
export function halfDaysOf({ from, to, startsAtNoon, endsAtNoon }: Occurred): readonly { readonly day: Day; readonly halves: number }[] {
  const days: { day: Day; halves: number }[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const morning = day === from && startsAtNoon ? 0 : MORNING
    const afternoon = day === to && endsAtNoon ? 0 : AFTERNOON
    days.push({ day, halves: morning | afternoon })
  }
  return days
}

/** The number of halves: 0, 1 or 2. */
export function countHalves(halves: number): number {
  return (halves & MORNING) + (halves >> 1)
}
