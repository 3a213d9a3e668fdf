import { addDays, Day, dayOf } from '#core/day/day.ts'

/** Day 0 of spreadsheets, good from March 1900 on. */
const DAY_ZERO = Day.parse('1899-12-30')

/**
 * A day as people write it in a cell: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301; a month alone is its first day; a bare number of five
 * digits counts as spreadsheets do. Null where it is none.
 */
export function dayInCell(cell: string): Day | null {
  const text = cell.normalize('NFKC').replaceAll(/\s/g, '').replace(/起$/, '')
  if (/^\d{5}$/.test(text)) return addDays(DAY_ZERO, Number(text))
  const match =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})-(\d{2})-(\d{2})T/.exec(text)
  if (match === null) return null
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3] ?? '1'))
}
