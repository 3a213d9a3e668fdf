import { isPeriod, type Draughted, type Item, type Refiner } from '#compiler/read/item.ts'
import type { PeriodMark } from '#compiler/recognise/mark.ts'
import { partAt } from '#compiler/source/sentence.ts'
import { pastParts } from './drop-history.ts'

/** Behind a period word, nothing that could be done: a label (每年的), the end of its part. */
const activity = /^[^\u4e00-\u9fff“"]{0,2}(?!的|度(?!假)|均|次(?!月|周)|人|名|个)[\u4e00-\u9fff“"]{2,}/
const label = /(?:纳入|列入|作为|计入|记入|形成|按照)[^,、]{0,6}$/

/** A period word that no number uses promises once each time: 每月核查通报, 逐季分析, 季度测试制度, 每月25日前报送. */
export const addRecurrences: Refiner = (given) => {
  const draught = withRhythms(given)
  const periods = draught.marks.filter(isPeriod).filter((period) => period.style === 'each')
  if (periods.length === 0) return draught
  const isPast = pastParts(draught)
  const added = periods.flatMap((period, index) => recurrence(draught, isPast, period, periods[index + 1]) ?? [])
  if (added.length === 0) return draught
  return { ...draught, items: [...draught.items, ...added].toSorted((a, b) => a.anchor.start - b.anchor.start) }
}

/** 于每季度结束后20日内提交: the limit itself comes back. */
function withRhythms(draught: Draughted): Draughted {
  const items = draught.items.map((item): Item => {
    const { limit } = item
    const mark =
      limit === null ? undefined : draught.marks.filter(isPeriod).find(({ start, end }) => start >= limit.start && end <= limit.end)
    return mark?.style !== 'each' || item.period !== null ? item : { ...item, period: { value: mark.period, words: mark.word } }
  })
  return { ...draught, items }
}

function recurrence(draught: Draughted, isPast: readonly boolean[], mark: PeriodMark, next: PeriodMark | undefined): Item | null {
  const { sentence } = draught
  const part = partAt(sentence, mark.start)
  const bounds = sentence.parts[part]
  if (bounds === undefined || isPast[part] === true || isUsed(draught, mark, part)) return null
  // 由两年一次改为每年一次
  if (draught.omitted.some(({ extent, why }) => why === 'qualifier' && extent.start === mark.end)) return null
  // 一年内累计被通报两次的, …: the window of a number that was left out
  if (
    draught.omitted.some(
      ({ extent, why }) =>
        why === 'condition' && partAt(sentence, extent.start) === part && extent.start >= mark.start && extent.start - mark.end < 12,
    )
  )
    return null
  const until = next === undefined ? bounds.end : Math.min(bounds.end, next.start)
  const tail = sentence.text.slice(mark.end, until)
  const lead = sentence.text.slice(bounds.start, mark.start)
  // a taught rhythm (一季一督) says what is done as well
  // 开放日定于每周三
  const isSet = tail === '' && /(?:定[于在]|安排在|固定[在为])$/.test(lead)
  if (mark.rule === undefined && !isSet && (!activity.test(tail) || label.test(lead))) return null
  if (sentence.text.charAt(bounds.end - 1) === '的' && sentence.text.charAt(bounds.end) === ',') return null
  const atLeast = /(?:至少|不少于)$/.exec(lead)
  const words = atLeast === null ? null : { start: mark.start - atLeast[0].length, end: mark.start }
  const end = mark.end + Math.min(/^[^、(]{2,16}?(?=[、(]|$)/.exec(tail)?.[0].length ?? 8, 16)
  return {
    mark,
    part,
    kind: 'count',
    anchor: mark.by === null ? mark.word : { start: mark.start, end: mark.end },
    extent: { start: words?.start ?? mark.start, end: Math.min(end, until) },
    comparator: words === null ? { value: '=', because: 'bare-recurrence' } : { value: '>=', words },
    isCompared: words !== null,
    value: { value: '1', because: 'bare-recurrence' },
    upper: null,
    unit: { value: '次', because: 'bare-recurrence' },
    period: { value: mark.period, words: mark.word },
    date: null,
    limit: mark.by,
    scope: null,
    object: null,
    base: null,
    modality: null,
    partOf: null,
  }
}

/** Whether an item already reads this period word: as its own, or behind it without a number between (每月至少1天). */
function isUsed({ items }: Draughted, mark: PeriodMark, part: number): boolean {
  return items.some(
    (item) => item.period !== null && 'words' in item.period && item.period.words.start === mark.word.start && item.part - part <= 1,
  )
}
