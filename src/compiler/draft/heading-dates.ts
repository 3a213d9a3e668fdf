import type { Outline } from '#compiler/outline/outline.ts'
import type { GoverningDate } from '#compiler/read/item.ts'
import { findDates } from '#compiler/recognise/date.ts'
import { fold } from '#compiler/source/fold.ts'
import type { Clause } from '#core/draft/clause.ts'

const YEAR = '^(?:20\\d{2}|二[〇零][一二三四五六七八九]{2})年'
const heading = new RegExp(`${YEAR}(?=:|$)`)
/** A heading whose body goes on in the same line. */
const run = new RegExp(`${YEAR}(?=:)`)

/** 集中攻坚阶段（4月至8月）, 堤防隐患（5月底前）: when it ends. */
const ending = /(?:阶段|步骤|时期)\(([^()]{2,40})\)$|\(((?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?前)\)$/

/** The end of a stage, or the day in brackets behind a heading, by which the numbers below it are reached. */
function stageEnd(title: string): GoverningDate | null {
  const words = ending
    .exec(title)
    ?.slice(1)
    .find((part) => part !== undefined)
  const mark = words === undefined ? undefined : findDates(words).findLast((date) => date.type === 'date')
  if (words === undefined || mark?.type !== 'date') return null
  return { mark: { ...mark, edge: 'by' }, text: words, words: null, isHeading: false, countsOnly: true }
}

/** The year that a clause's heading opens with, or the end of the stage it names, which governs all below it: （二）2026年：全面推进。 By clause id. */
export function headingDates(folded: string, outline: Outline): ReadonlyMap<Clause['id'], GoverningDate> {
  const own = new Map<Clause['id'], GoverningDate>()
  for (const { span, clause, role } of outline.passages) {
    if (role === 'history' || role === 'timeLimit' || own.has(clause)) continue
    const stage = role === 'title' ? stageEnd(folded.slice(span.start, span.end).replaceAll(/\s|。$/g, '')) : null
    if (stage !== null) own.set(clause, stage)
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
