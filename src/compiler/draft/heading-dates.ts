import type { Outline } from '#compiler/outline/outline.ts'
import type { GoverningDate } from '#compiler/read/item.ts'
import { findDates } from '#compiler/recognise/date.ts'
import { fold } from '#compiler/source/fold.ts'
import type { Clause } from '#core/draft/clause.ts'

const YEAR = '^(?:20\\d{2}|二[〇零][一二三四五六七八九]{2})年'
const heading = new RegExp(`${YEAR}(?=:|$)`)
/** A heading whose body goes on in the same line. */
const run = new RegExp(`${YEAR}(?=:)`)

/** The year that a clause's heading opens with, which governs all below it: （二）2026年：全面推进。 By clause id. */
export function headingDates(folded: string, outline: Outline): ReadonlyMap<Clause['id'], GoverningDate> {
  const own = new Map<Clause['id'], GoverningDate>()
  for (const { span, clause, role } of outline.passages) {
    if (role === 'history' || role === 'timeLimit' || own.has(clause)) continue
    const opening = folded.slice(span.start, Math.min(span.end, span.start + 24)).replaceAll(' ', '')
    const words = (role === 'title' ? heading : run).exec(opening)?.[0]
    const mark = words === undefined ? undefined : findDates(words)[0]
    if (words !== undefined && mark?.type === 'date')
      own.set(clause, { mark: { ...mark, edge: 'by' }, text: words, words: null, isHeading: true })
  }
  if (own.size === 0) return own
  const all = new Map<Clause['id'], GoverningDate>()
  for (const { id, parent } of outline.clauses) {
    const date = own.get(id) ?? (parent === null ? undefined : all.get(parent))
    if (date !== undefined) all.set(id, date)
  }
  return all
}

/** The part of a year that a column is headed with, by which all in it is due: 三季度, 上半年目标, 1—3月. */
export function columnDate(column: string | null): GoverningDate | null {
  const mark = column === null ? undefined : findDates(fold(column)).find((date) => date.type === 'date')
  if (column === null || mark?.type !== 'date' || mark.start > 0 || mark.year !== null) return null
  return { mark: { ...mark, edge: 'by' }, text: column, words: null, isHeading: true }
}
