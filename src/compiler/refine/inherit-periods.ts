import { isDate, isPeriod, isQuantity, type Draughted, type Item, type Refiner } from '#compiler/read/item.ts'
import type { PeriodMark } from '#compiler/recognise/mark.ts'
import { partAt } from '#compiler/source/sentence.ts'

/** Units of what is done or made each period; people and places are there once. */
const produced = /^[百千]?[万亿]?(?:[次场期轮遍篇条件项份批家户起例节课讲]|人次|批次|户次|学时|课时)$/

/**
 * A count without a period of its own keeps that of the part before: 年度举办1次交流会，组织2次学习; 每季度开展检查，不少于2次.
 * A level (a ratio) does not, nor what holds for each case (每次不少于90分钟) or stands under a date.
 */
export const inheritPeriods: Refiner = (draught) => {
  const periods = draught.marks.filter(isPeriod)
  if (periods.length === 0) return draught
  const items: Item[] = []
  for (const item of draught.items) {
    const whole = items.find(({ mark }) => mark === item.partOf?.mark)
    items.push(whole === undefined ? inherited(draught, periods, item, items) : { ...item, partOf: whole, period: ofWhole(item, whole) })
  }
  return { ...draught, items }
}

/** 其中…: counted within the window of the whole. */
function ofWhole({ kind, period }: Item, whole: Item): Item['period'] {
  if (period !== null || whole.period === null || (kind !== 'count' && kind !== 'duration')) return period
  return { value: whole.period.value, because: 'inherited-parent' }
}

function inherited(draught: Draughted, periods: readonly PeriodMark[], item: Item, items: readonly Item[]): Item {
  const previous = items.at(-1)
  const { sentence, marks } = draught
  if (item.period !== null || item.partOf !== null || !isQuantity(item.mark)) return item
  const part = sentence.parts[item.part]
  if (part === undefined || item.part === 0) return item
  const lead = sentence.text.slice(part.start, item.extent.start)
  const before = periods.findLast((period) => partAt(sentence, period.start) === item.part - 1)
  const isFree = before !== undefined && previous?.part !== item.part - 1
  // 每季度开展检查，不少于2次: the two parts are one promise.
  if (isFree && before.style === 'each' && /^(?:一般|原则上|均|总数|次数|频次|数量|累计|共|应|要)?$/.test(lead))
    return { ...item, period: { value: before.period, words: before.word }, extent: { start: before.start, end: item.extent.end } }
  // 矿领导每月下井：矿长不少于8次，副矿长不少于10次
  if (isFree && before.style === 'each' && item.kind === 'count' && item.isCompared && sentence.text.charAt(part.start - 1) === ':')
    return { ...item, period: { value: before.period, words: before.word }, extent: { start: before.start, end: item.extent.end } }
  const deed = isFree ? sentence.text.slice(before.end, before.end + 2) : ''
  const done = isFree ? sentence.text.slice(before.end, sentence.parts[item.part - 1]?.end) : ''
  const isOfDeed = lead.startsWith(deed) || (/[查检评访审测核]/.test(lead.slice(0, 2)) && done.includes(lead.slice(0, 2)))
  if (isFree && before.style === 'each' && (item.kind === 'ratio' || (item.kind === 'count' && item.isCompared)) && isOfDeed)
    return !done.includes('抽')
      ? { ...item, period: { value: before.period, because: 'inherited-sentence' } }
      : { ...item, period: { value: before.period, words: before.word }, extent: { start: before.start, end: item.extent.end } }
  // 抽查面不低于15%且不少于20份: one more bound of the same.
  const between = previous?.part === item.part ? sentence.text.slice(previous.extent.end, item.extent.start) : ''
  if (previous?.period != null && /^[,、]?[且并](?:总数|数量|总量)?$/.test(between))
    return { ...item, period: { value: previous.period.value, because: 'inherited-sentence' } }
  if (item.kind === 'duration' && /^(?:累计|合计|总计|共|总时长)/.test(lead) && previous?.period != null)
    return { ...item, period: { value: previous.period.value, because: 'inherited-sentence' } }
  const { unit } = item.mark
  const like = items.findLast(
    (other) => other.kind === item.kind && isQuantity(other.mark) && other.mark.unit === unit && other.part < item.part,
  )
  // 班子成员每年调研不少于40天，…，中层干部不少于60天: the same again, of somebody else
  if (
    item.kind === 'duration' &&
    item.comparator.value === '>=' &&
    like?.period != null &&
    like.comparator.value === '>=' &&
    !/每/.test(lead)
  )
    return { ...item, period: { value: like.period.value, because: 'inherited-sentence' } }
  if (
    item.kind !== 'count' ||
    /^(?:节假日|重[大要点]节|汛|敏感|特护|关键|重大活动)|每[^年月周日天季半]|人均|单|各|最多|不超过|任期|聘期/.test(lead)
  )
    return item
  if (marks.some((mark) => isDate(mark) && partAt(sentence, mark.start) === item.part)) return item
  if (isFree && before.style === 'label') return { ...item, period: { value: before.period, because: 'inherited-sentence' } }
  // 全年实施重点项目120个以上，完成投资85亿元: the window at the head holds on
  if (
    previous?.period != null &&
    previous.part === item.part - 1 &&
    'words' in previous.period &&
    /^(?:全年|年度|年内)$/.test(sentence.text.slice(previous.period.words.start, previous.period.words.end)) &&
    !/^(?:力争|确保)?到/.test(lead)
  )
    return { ...item, period: { value: previous.period.value, because: 'inherited-sentence' } }
  if (
    previous === undefined ||
    previous.part < item.part - 1 ||
    previous.period === null ||
    (previous.kind !== 'count' && !(previous.kind === 'duration' && /(?:撰写|形成|提交|完成)[^,]*$/.test(lead))) ||
    item.comparator.value === '<=' ||
    !produced.test(item.mark.unit)
  )
    return item
  return { ...item, period: { value: previous.period.value, because: 'inherited-sentence' } }
}
