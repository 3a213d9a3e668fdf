/** The days off and the weekend days worked of a year, as somebody edits them: days as `YYYY-MM-DD`. */
export interface YearDays {
  readonly holidays: ReadonlySet<string>
  readonly madeUp: ReadonlySet<string>
}

/** What a day is: worked, a weekend, 放假 on a weekday, or 补班 on a weekend. */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'madeUp'

export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

export function kindOf(day: string, { holidays, madeUp }: YearDays): DayKind {
  if (madeUp.has(day)) return 'madeUp'
  if (isWeekend(day)) return 'weekend'
  return holidays.has(day) ? 'holiday' : 'work'
}

/** One click: a weekday is off or worked, a weekend day is worked or off. */
export function toggled(days: YearDays, day: string): YearDays {
  const [holidays, madeUp] = [new Set(days.holidays), new Set(days.madeUp)]
  const list = isWeekend(day) ? madeUp : holidays
  if (!list.delete(day)) list.add(day)
  if (isWeekend(day)) holidays.delete(day)
  return { holidays, madeUp }
}

/** The days of a month of a year, with the weekday (0 Monday) of the first. `month`: 1–12. */
export function monthDays(year: number, month: number): { readonly lead: number; readonly days: readonly string[] } {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  return { lead, days: Array.from({ length: count }, (_, index) => dayText(year, month, index + 1)) }
}

export function dayText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
