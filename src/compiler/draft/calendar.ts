import type { DateMark } from '#compiler/recognise/mark.ts'
import { dayOf, lastDayOfMonth, yearOf, type Day } from '#core/day/day.ts'
import type { Because } from '#core/text/certain.ts'

/** What is known of years while a document is read from its beginning to its end. */
export interface Calendar {
  /** The day the document bears, where it bears one. */
  readonly documentDay: Day | null
  readonly documentYear: number | null
  /** The year of the last limit written out in the same passage. */
  readonly nearYear: number | null
  /** The year of the last limit written out anywhere before; at first a year named near the beginning, if nothing better is known. */
  readonly lastYear: number | null
}

/** A day, and how its year is known. */
export interface Resolved {
  readonly day: Day
  readonly year: 'stated' | Extract<Because, 'document-year' | 'nearest-date'>
}

/**
 * The last day that a date allows; null where no year is known or the calendar has no such day. A year that is not written is that of the
 * nearest date before it in the passage, else the document's; where that day had passed when the document was written, the last year written
 * out anywhere before.
 */
export function resolve(mark: DateMark, calendar: Calendar): Resolved | null {
  if (mark.year !== null) return resolved(mark, mark.year, 'stated')
  if (mark.yearsOn !== null && calendar.documentYear !== null) return resolved(mark, calendar.documentYear + mark.yearsOn, 'document-year')
  if (calendar.nearYear !== null) return resolved(mark, calendar.nearYear, 'nearest-date')
  const byDocument = calendar.documentYear === null ? null : resolved(mark, calendar.documentYear, 'document-year')
  if (calendar.lastYear === null || (byDocument !== null && !isPast(byDocument.day, calendar))) return byDocument
  const byLast = resolved(mark, calendar.lastYear, 'nearest-date')
  return byLast === null || (byDocument !== null && byLast.day < byDocument.day) ? byDocument : byLast
}

/** Whether a day had passed when the document was written. */
export function isPast(day: Day, { documentDay }: Calendar): boolean {
  return documentDay !== null && day < documentDay
}

function resolved(mark: DateMark, year: number, known: Resolved['year']): Resolved | null {
  const day = mark.day === null ? lastDayOfMonth(year, mark.month) : dayOf(year, mark.month, mark.day)
  return day === null ? null : { day, year: known }
}

/** The calendar after a limit was read: its year is the nearest for those behind it. */
export function after(calendar: Calendar, mark: DateMark): Calendar {
  return mark.year === null ? calendar : { ...calendar, nearYear: mark.year, lastYear: mark.year }
}

/** The calendar at the head of a passage. `headingYear`: the year that the heading above it names. */
export function atPassage(calendar: Calendar, headingYear: number | null = null): Calendar {
  return { ...calendar, nearYear: headingYear }
}

/** The calendar a document begins with. The year of its title (2026年重点任务) goes before that of its date. */
export function calendarOf(documentDay: Day | null, titleYear: number | null, anyYear: number | null = null): Calendar {
  const documentYear = titleYear ?? (documentDay === null ? null : yearOf(documentDay))
  return { documentDay, documentYear, nearYear: null, lastYear: documentYear === null ? anyYear : null }
}
