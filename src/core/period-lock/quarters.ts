import type { Quarter } from './period-lock.ts'

/** The quarter of a day (`YYYY-MM-DD`). */
export function quarterOf(day: string): Quarter {
  return { year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / 3) }
}

/** The quarter so many quarters later (earlier when negative). */
export function laterQuarter({ year, quarter }: Quarter, count: number): Quarter {
  const index = year * 4 + quarter - 1 + count
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 }
}
