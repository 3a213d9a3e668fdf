import type { Text } from './text.zh.ts'

/** A period of a year as a head of a column: 3月, 2季度, 上半年, 2026年, 05-04–05-10. */
export function periodLabel(from: string, to: string, text: Text): string {
  const [year = '', first = '', day = ''] = from.split('-')
  const [begins, ends] = [Number(first), Number(to.slice(5, 7))]
  const isWhole = day === '01' && isMonthEnd(to)
  const months = ends - begins + 1
  if (isWhole && months === 1) return text.month(begins)
  if (isWhole && months === 3 && begins % 3 === 1) return text.quarter((begins + 2) / 3)
  if (isWhole && months === 6 && begins % 6 === 1) return text.half((begins + 5) / 6)
  if (isWhole && months === 12) return text.year(year)
  return `${from.slice(5)}–${to.slice(5)}`
}

function isMonthEnd(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === date
}
