import { momentFrom, type MomentSearch } from '#web/_components/moment/search.ts'

/** What is seen of the calendar, as its address says it. */
interface CalendarSearch extends MomentSearch {
  readonly month?: string | undefined
  readonly day?: string | undefined
  readonly unit?: string | undefined
  readonly subject?: string | undefined
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const DAY = /^\d{4}-\d\d-\d\d$/

/** Reads the address: what does not fit falls out. */
export function calendarFrom(search: Readonly<Record<string, unknown>>): CalendarSearch {
  const { month, day, unit, subject } = search
  return {
    ...momentFrom(search),
    ...(typeof month === 'string' && MONTH.test(month) ? { month } : {}),
    ...(typeof day === 'string' && DAY.test(day) ? { day } : {}),
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(typeof subject === 'string' ? { subject } : {}),
  }
}
