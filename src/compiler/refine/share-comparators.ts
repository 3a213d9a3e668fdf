import { isQuantity, type Item, type Refiner } from '#compiler/read/item.ts'

/** 65%和55%; 至少开展1次学习、1次研讨 */
const joins = /^(?:[^,;:。\d]{0,12}[、和与及]|以及)$/

/** 分别达到65%和55%: the second value is compared as the first; 5个、3份 after 不少于 likewise. */
export const shareComparators: Refiner = (draught) => {
  const { text } = draught.sentence
  const items: Item[] = []
  for (const item of draught.items) {
    const previous = items.at(-1)
    const between = previous === undefined ? '' : text.slice(previous.extent.end, item.mark.start)
    const isBare = previous !== undefined && !item.isCompared && isQuantity(item.mark) && isQuantity(previous.mark)
    const isPair = isBare && previous.kind === 'trend' && item.kind === 'ratio' && /^[、和与及]$/.test(between)
    const shares = isBare && previous.isCompared && (previous.kind === item.kind || isPair) && joins.test(between)
    items.push(
      shares
        ? {
            ...item,
            kind: previous.kind,
            comparator: { value: previous.comparator.value, because: 'inherited-sentence' },
            isCompared: true,
            date: previous.date,
            period: previous.period,
          }
        : item,
    )
  }
  return { ...draught, items }
}
