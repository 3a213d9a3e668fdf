import { type Day, lastDayOfMonth } from '#core/day/day.ts'
import { periodsOf } from '#core/period/periods-of.ts'
import type { Rhythm } from '#core/period/rhythm.ts'
import type { MonthMark, TimetableRow } from './timetable.ts'

type Placed = Pick<TimetableRow, 'kind' | 'marks' | 'outside'>

/** When a commitment is due in a year. `rhythm` null: nobody has said how it is counted; then the day of its ledger row alone says something. */
export function marksOf(rhythm: Rhythm | null, dueOn: Day | null, year: number): Placed {
  if (rhythm === null) return dueOn === null ? { kind: 'open', marks: [], outside: null } : dated([dueOn], year)
  switch (rhythm.kind) {
    case 'within':
      return { kind: 'each-case', marks: [], outside: null }
    case 'once': {
      const days = [...rhythm.stages.map(({ by }) => by), ...(rhythm.by === null ? [] : [rhythm.by])]
      return days.length === 0 ? { kind: 'standing', marks: [], outside: null } : dated([...new Set(days)].toSorted(), year)
    }
    case 'every': {
      const last = lastDayOfMonth(year, 12)
      const ends = last === null ? [] : periodsOf(rhythm, last).flatMap(({ to }) => (to === null ? [] : [to]))
      return dated(ends, year)
    }
  }
}

/** Days of one year, month by month. Of more than two in a month the last stands for all. */
function dated(days: readonly Day[], year: number): Placed {
  const own = days.filter((day) => Number(day.slice(0, 4)) === year)
  const marks = [...Map.groupBy(own, (day) => Number(day.slice(5, 7)))].map(([month, some]): MonthMark => ({
    month,
    days: some.length <= 2 ? some : some.slice(-1),
    count: some.length,
  }))
  const outside = own.length > 0 ? null : (days.find((day) => Number(day.slice(0, 4)) > year) ?? days.at(-1) ?? null)
  return { kind: 'dated', marks: marks.toSorted((a, b) => a.month - b.month), outside }
}
