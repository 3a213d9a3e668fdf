import type { Period } from '#core/period/period.ts'
import type { Text } from './text.zh.ts'

/** A period as people call it: 2026 年第 1 季度; its days where it is no whole one of the calendar. */
export function periodName({ from, to, unit, key }: Period, words: Text['period']): string {
  if (to === null) return words.open(from)
  const [year = '', month = '', day = ''] = key.split('-')
  const isOfCalendar = /^\d{4}-\d\d-\d\d$/.test(key) && day === '01'
  const at = Number(month)
  if (isOfCalendar && unit === 'year' && at === 1) return words.year(year)
  if (isOfCalendar && unit === 'half-year' && at % 6 === 1) return words.half(year, at === 1 ? 1 : 2)
  if (isOfCalendar && unit === 'quarter' && at % 3 === 1) return words.quarter(year, (at + 2) / 3)
  if (isOfCalendar && unit === 'month') return words.month(year, at)
  return words.span(from, to)
}
