import { isQuantity, type Draughted, type Item, type Refiner } from '#compiler/read/item.ts'
import type { Mark } from '#compiler/recognise/mark.ts'
import { isBarePromise, occasions, type Place } from './bare-promise.ts'
import { omit } from './omit.ts'

/**
 * Leaves out numbers without a comparing word that nothing promises: 13个问题, 3名副院长, 四级.
 * A bare number is a promise as the result of a deed (建成3个, 举办培训班4期), or with a recurrence (每季度召开1次).
 */
export const dropUnpromised: Refiner = (draught) => {
  const kept = new Set<Item>()
  let previous: Item | undefined
  for (const item of draught.items) {
    if (!isPromised(draught, item, previous)) continue
    kept.add(item)
    previous = item
  }
  return omit(draught, 'not-promised', (item) => !kept.has(item))
}

function isPromised(draught: Draughted, item: Item, previous: Item | undefined): boolean {
  if (!isQuantity(item.mark)) return true
  const { text, parts } = draught.sentence
  const part = parts[item.part]
  if (part === undefined) return false
  // 2026年底前，各镇要开展一次排查: a date that is a part by itself
  const head = parts[item.part - 1]
  const isDated = draught.marks.some(
    (mark) =>
      isGoverning(mark) &&
      ((mark.start >= part.start && mark.end <= item.mark.start) ||
        (head !== undefined && mark.start === head.start && mark.end === head.end)),
  )
  const isHeaded = item.kind === 'ratio' && draught.before.headDate?.isHeading === true
  const isWindowed =
    occasions.test(item.mark.unit) &&
    draught.marks.some((mark) => mark.type === 'period' && mark.style === 'each' && mark.end <= part.start)
  const isNested = text.startsWith('其中', part.start) && previous !== undefined
  const follows = previous !== undefined && isQuantity(previous.mark) && (previous.part === item.part || isNested)
  const place: Place = {
    lead: text.slice(part.start, item.mark.start),
    tail: text.slice(item.mark.end, part.end),
    mark: item.mark,
    isDated: isDated || isHeaded,
    isWindowed,
    follows,
    isStock: isStockOf(draught.items, item),
    isDue: draught.marks.some(
      (mark) =>
        mark.type === 'date' && mark.edge === 'by' && mark.end <= part.end && /^(?:要|应|须|需)?[于在]?$/.test(gapBefore(text, item, mark)),
    ),
  }
  // 组建3至5人的专家组: how large it is
  if (
    (!item.isCompared || item.mark.upper !== null) &&
    /^[名人]$/.test(item.mark.unit) &&
    /^(?:以上)?的?[\u4e00-\u9fff]{0,6}(?:组|队|专班|班子)(?:[,、;]|$)/.test(place.tail)
  )
    return false
  // 每千人不少于6批次: what the other number is measured by
  if (/^(?:组成|构成|范围|半径)/.test(place.tail) || place.lead.endsWith('每')) return false
  if (item.kind === 'count' && !item.isCompared && !occasions.test(item.mark.unit) && isCovered(draught, item)) return false
  return item.isCompared ? item.mark.unit !== '级' || item.comparator.value === '<=' : isBarePromise(item, place)
}

/** 实现14个乡镇全覆盖: one promise, of all of them. */
function isCovered({ items, sentence }: Draughted, item: Item): boolean {
  const whole = items.find(({ kind, anchor, part }) => kind === 'coverage' && part === item.part && anchor.start >= item.mark.end)
  return whole !== undefined && /^[^、,]{0,12}$/.test(sentence.text.slice(item.mark.end, whole.anchor.start))
}

/** What stands between a number and a date behind it; a comma where the date does not stand behind. */
function gapBefore(text: string, item: Item, date: Mark): string {
  return date.start < item.mark.end ? ',' : text.slice(item.mark.end, date.start)
}

function isGoverning(mark: Mark): boolean {
  return mark.type === 'date' && (mark.edge === 'by' || mark.edge === 'in')
}

function isStockOf(items: readonly Item[], item: Item): boolean {
  const { mark } = item
  if (!isQuantity(mark)) return false
  const behind = items.find(({ mark: other }) => isQuantity(other) && other.start > mark.start && other.unit === mark.unit)
  return behind?.isCompared === true && behind.part - item.part <= 1 && Number(behind.value?.value) < Number(mark.value)
}
