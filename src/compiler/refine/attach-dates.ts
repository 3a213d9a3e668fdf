import { isDate, type Draughted, type GoverningDate, type Item, type Refiner } from '#compiler/read/item.ts'
import type { DateMark } from '#compiler/recognise/mark.ts'
import { partAt } from '#compiler/source/sentence.ts'
import { isAside } from './is-aside.ts'

/** Gives an item the date that governs it: in its part before it, else a limit of an earlier part, else the one its paragraph opens with. */
export const attachDates: Refiner = (draught) => {
  const dates = draught.marks.filter(isDate).filter((date) => date.edge === 'by' || date.edge === 'in')
  const shared = distributed(draught, dates)
  return { ...draught, items: draught.items.map((item) => shared.get(item) ?? withDate(draught, dates, item)) }
}

/** 上半年、三季度末分别达到50%、75%: each number has the date of its place. */
function distributed(draught: Draughted, dates: readonly DateMark[]): ReadonlyMap<Item, Item> {
  const { text } = draught.sentence
  const given = new Map<Item, Item>()
  const at = text.indexOf('分别')
  if (at < 0 || dates.length < 2) return given
  const before = dates.filter((date) => date.end <= at)
  const joined = before.filter(
    (date, index) => /^年?[、和]/.test(text.slice(date.end)) || (index > 0 && /^年?[、和]/.test(text.slice(before[index - 1]?.end))),
  )
  const items = draught.items.filter(({ anchor }) => anchor.start > at)
  if (joined.length < 2 || items.length < joined.length || partAt(draught.sentence, joined[0]?.start ?? 0) !== items[0]?.part) return given
  for (const [index, date] of joined.entries()) {
    const item = items[index]
    if (item !== undefined) given.set(item, { ...item, date: governing(draught, date, date.words) })
  }
  return given
}

function withDate(draught: Draughted, dates: readonly DateMark[], item: Item): Item {
  const { sentence, before } = draught
  if (item.date !== null || item.kind === 'deadline' || recurs(item)) return item
  const own = dates.findLast((date) => date.start < item.anchor.start && partAt(sentence, date.start) === item.part)
  if (own !== undefined && !isAside(sentence.text.slice(own.end, item.anchor.start))) {
    const start = Math.min(item.extent.start, own.words.start)
    return { ...item, date: governing(draught, own, own.words), extent: { start, end: item.extent.end } }
  }
  // 第一批25万元于9月20日前到账: its own limit right behind the number.
  const next = dates.find((date) => date.edge === 'by' && date.start >= item.extent.end && partAt(sentence, date.start) === item.part)
  if (next !== undefined && item.kind === 'count' && /^(?:要|应|须|需)?[于在]?$/.test(sentence.text.slice(item.extent.end, next.start)))
    return { ...item, date: governing(draught, next, next.words), extent: { start: item.extent.start, end: next.words.end } }
  const earlier = dates.findLast((date) => partAt(sentence, date.start) < item.part && (date.edge === 'by' || date.grain === 'year'))
  if (earlier !== undefined) return { ...item, date: governing(draught, earlier, null) }
  // 12月集中开展“百日行动”，检查不少于6000家次: the month that the sentence opens with
  const month = dates.find((date) => date.edge === 'in' && date.grain === 'month' && date.words.start <= 1)
  if (month !== undefined && item.kind === 'count' && item.isCompared && partAt(sentence, month.start) < item.part)
    return { ...item, date: governing(draught, month, null) }
  // 21件，10月底前全部落地: the limit stands behind the number it speaks of.
  const behind = dates.find((date) => date.edge === 'by' && partAt(sentence, date.start) === item.part + 1)
  if (behind !== undefined && item.kind === 'count' && /^(?:要)?(?:全部|全面|均|一次性)/.test(sentence.text.slice(behind.end)))
    return { ...item, date: governing(draught, behind, null) }
  if (before.headDate === null || (before.headDate.countsOnly === true && item.kind !== 'count')) return item
  return { ...item, date: before.headDate }
}

function governing({ sentence }: Draughted, mark: DateMark, words: GoverningDate['words']): GoverningDate {
  return { mark, text: sentence.text.slice(mark.words.start, mark.words.end), words, isHeading: false }
}

/** Whether an item comes back each period, so that a date elsewhere in the sentence is not its limit. */
export function recurs(item: Item): boolean {
  return item.period !== null && item.period.value.unit !== 'once' && item.period.value.unit !== 'none'
}
