import { recognise } from '#compiler/recognise/recognise.ts'
import { dayOf, lastDayOfMonth, type Day } from '#core/day/day.ts'
import type { Period } from '#core/draft/reading.ts'
import { implied, stated, type Certain } from '#core/text/certain.ts'
import type { Span } from '#core/text/span.ts'
import { scheduled } from './schedule.ts'

/** The folded text, and the year of what has none. */
interface Dated {
  readonly folded: string
  readonly year: number | null
}

/** The last day that the words of a time limit name. */
export function limitOf(span: Span, source: Dated): Certain<Day> | null {
  const mark = recognise(source.folded.slice(span.start, span.end).replaceAll(' ', '')).findLast(({ type }) => type === 'date')
  if (mark?.type !== 'date') return null
  const year = mark.year ?? source.year
  if (year === null) return null
  const day = mark.day === null ? lastDayOfMonth(year, mark.month) : dayOf(year, mark.month, mark.day)
  return day === null ? null : mark.year === null ? implied(day, 'document-year') : stated(day, span)
}

/** How often, where a schedule cell says nothing else: 每月, 每两个月. */
export function rhythmOf({ start, end }: Span, { folded }: Dated): Certain<Period> | null {
  if (end - start > 6) return null
  const mark = recognise(folded.slice(start, end)).find(({ type }) => type === 'period')
  return mark?.type === 'period' && mark.style === 'each' && mark.end - mark.start === end - start
    ? stated(mark.period, { start, end })
    : null
}

/** The last month that a schedule cell begins with: 3月：…, 9到12月…. */
export function scheduleOf(span: Span, source: Dated): Certain<Day> | null {
  const match = scheduled.exec(source.folded.slice(span.start, Math.min(span.end, span.start + 30)))
  if (match === null) return null
  const year = match[1] === undefined ? source.year : Number(match[1])
  if (year === null) return null
  const day = lastDayOfMonth(year, match[4] === undefined ? Number(match[3]) : 12)
  return day === null ? null : implied(day, 'document-year')
}
