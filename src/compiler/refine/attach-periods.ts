import { isPeriod, type Draughted, type Item, type Refiner } from '#compiler/read/item.ts'
import type { PeriodMark } from '#compiler/recognise/mark.ts'
import { partAt } from '#compiler/source/sentence.ts'
import { isAside } from './is-aside.ts'

/** 不低于全年结案总数的10%: the window belongs to what the share is of. */
const base = /^(?:全年|年度|当年|本年度?|当月|本季度)[\u4e00-\u9fff]{1,10}的$/

/** Gives an item the nearest period word before it in its part: 每年组织…不少于12次. A limit has none: it runs from its event. */
export const attachPeriods: Refiner = (draught) => {
  const periods = draught.marks.filter(isPeriod)
  if (periods.length === 0) return draught
  return { ...draught, items: draught.items.map((item) => withPeriod(draught, periods, item)) }
}

function withPeriod(draught: Draughted, periods: readonly PeriodMark[], item: Item): Item {
  if (item.kind === 'deadline' || item.period !== null) return item
  const mark = periodBefore(draught, periods, item)
  if (
    mark === undefined ||
    isAside(draught.sentence.text.slice(mark.end, item.anchor.start)) ||
    base.test(draught.sentence.text.slice(mark.start, item.anchor.start)) ||
    /每(?:次|场|期|份|篇|节|堂|轮|回|件|案|项)/.test(draught.sentence.text.slice(mark.end, item.anchor.start))
  )
    return item
  const start = Math.min(item.extent.start, mark.start)
  return { ...item, period: { value: mark.period, words: mark.word }, extent: { start, end: item.extent.end } }
}

/** The last period word of the item's part that stands before it; a window (年度) gives way to a recurrence before it (每人年度…不). */
function periodBefore({ sentence }: Draughted, periods: readonly PeriodMark[], item: Item): PeriodMark | undefined {
  const candidates = periods.filter((period) => period.start < item.anchor.start && partAt(sentence, period.start) === item.part)
  const last = candidates.at(-1)
  const each = candidates.findLast((period) => period.style === 'each')
  // 报表按季报送、年度审计全覆盖: one of each
  const isApart = each !== undefined && last !== undefined && sentence.text.slice(each.end, last.start).includes('、')
  return isApart ? last : (each ?? last)
}
