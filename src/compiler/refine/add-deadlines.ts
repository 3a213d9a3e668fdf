import { isDate, type Draughted, type Item, type Refiner } from '#compiler/read/item.ts'
import type { DateMark } from '#compiler/recognise/mark.ts'
import { partAt } from '#compiler/source/sentence.ts'
import { recurs } from './attach-dates.ts'
import { pastParts } from './drop-history.ts'

/** A date that governs no number limits a deed: 6月底前出台配套制度. */
export const addDeadlines: Refiner = (draught) => {
  const dates = draught.marks.filter(isDate).filter((date) => date.edge === 'by')
  if (dates.length === 0) return draught
  const isPast = pastParts(draught)
  const added = dates.filter((date) => limitsDeed(draught, isPast, date)).map((date) => deadline(draught, date))
  return { ...draught, items: [...draught.items, ...added].toSorted((a, b) => a.anchor.start - b.anchor.start) }
}

function limitsDeed(draught: Draughted, isPast: readonly boolean[], date: DateMark): boolean {
  const { sentence, items, role } = draught
  const part = partAt(sentence, date.start)
  const bounds = sentence.parts[part]
  if (bounds === undefined || isPast[part] === true) return false
  const tail = sentence.text.slice(date.end, bounds.end)
  const lead = sentence.text.slice(bounds.start, date.words.start)
  const governed = items.filter((item) => item.date?.mark === date && item.kind !== 'deadline')
  // 9月15日前清理完毕并上传照片不少于3张: a deed of its own before the number.
  if (governed.some((item) => item.part === part && !/(?:完毕|到位|办结|完成)并/.test(sentence.text.slice(date.end, item.anchor.start))))
    return false
  if (items.some((item) => item.part === part && recurs(item) && item.anchor.start > date.start)) return false
  const isHead = tail.length <= 1 && lead.length <= 2
  if (isHead && governed.some((item) => item.part === part + 1)) return false
  if (date.grain === 'year' && isHead && governed.length === 0 && opensResult(draught, part)) return true
  if (date.grain === 'year') return role !== 'objective' && !isHead && /底|末|前|内$/.test(sentence.text.slice(date.start, date.end))
  // 至12月底未完成者提请审议: whom it concerns
  if (tail.startsWith('的') || isQualifying(lead, tail) || /^(?:仍|尚|还)?[未没][^,]{1,8}[者的]/.test(tail)) return false
  // 到2025年 and the like open a goal in words; a day or month with a deed behind or before it is a limit.
  return /[\u4e00-\u9fff]{2}/.test(tail) || lead.length >= 2 || (isHead && sentence.parts.length > part + 1)
}

/** 到2030年，基本建成完善的体系: a year in front of a result that no number of the sentence measures. */
function opensResult({ sentence, items }: Draughted, part: number): boolean {
  const next = sentence.parts[part + 1]
  if (next === undefined || items.some((item) => item.part > part) || !/^[到至]/.test(sentence.text)) return false
  return /建[成立]|完成|消除|好转|达标|稳定|下降|遏制|清理|清零/.test(sentence.text.slice(next.start))
}

/** 对2025年底前形成的欠款: which things are meant. 政策执行至2026年底: how long it holds. */
function isQualifying(lead: string, tail: string): boolean {
  return (
    (/(?:对于?|[把将])$/.test(lead) && /^[\u4e00-\u9fff]{1,6}的/.test(tail)) ||
    /(?:政策|标准|补[贴助])[^,]{0,4}(?:执行|实施|延续|沿用)[到至]$/.test(lead)
  )
}

function deadline({ sentence }: Draughted, mark: DateMark): Item {
  const words = mark.words
  return {
    mark,
    part: partAt(sentence, mark.start),
    kind: 'deadline',
    anchor: words,
    extent: words,
    comparator: { value: '<=', because: 'time-limit' },
    isCompared: true,
    value: null,
    upper: null,
    unit: null,
    period: null,
    date: { mark, text: sentence.text.slice(words.start, words.end), words, isHeading: false },
    limit: words,
    scope: null,
    object: null,
    base: null,
    modality: null,
    partOf: null,
  }
}
