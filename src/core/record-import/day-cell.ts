import { Day } from '#core/day/day.ts'

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$|^(\d{4})(\d\d)(\d\d)$/
const HALF = /\s*[（(]?(上午|下午|a\.?m\.?|p\.?m\.?)[）)]?$/i
const FROM_TO = /\s*(?:至|到|~|～|—+|–|－|\sto\s|\s-\s)\s*/i

/** A day as people write it in a cell: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301; null where it is none. */
export function dayIn(cell: string): Day | null {
  const [, ...parts] = DAY.exec(cell.normalize('NFKC').trim()) ?? []
  const [year, month, day] = parts.filter((part) => part !== undefined)
  if (year === undefined || month === undefined || day === undefined) return null
  const parsed = Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.success ? parsed.data : null
}

/** A day with the half of it that is named behind it: 2026-03-01 下午. */
export function halfDayIn(cell: string): { readonly day: Day; readonly half: 'morning' | 'afternoon' | null } | null {
  const half = HALF.exec(cell)
  const day = dayIn(half === null ? cell : cell.slice(0, half.index))
  if (day === null) return null
  return { day, half: half === null ? null : /^(?:上午|a)/i.test(half[1] ?? '') ? 'morning' : 'afternoon' }
}

/** The two sides of 2026-03-04至2026-03-06; one where it is a single day. */
export function sidesOf(cell: string): readonly string[] {
  return cell.trim().split(FROM_TO)
}
