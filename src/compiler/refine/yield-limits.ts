import { isLimit, type Item, type Refiner } from '#compiler/read/item.ts'
import { recurs } from './attach-dates.ts'

/**
 * 五年内实现全覆盖, 三年内建成10个: a limit of months or years before a one-off promise of its part is that promise's limit, no
 * second one. 入职三年内每年听课2次: how long something
 * comes back. */
export const yieldLimits: Refiner = (draught) => {
  const long = draught.items.filter(({ mark }) => isLimit(mark) && /^[年月]$/.test(mark.unit))
  if (long.length === 0) return draught
  const governed = new Map<Item, Item>()
  const windows = new Set<Item>()
  for (const limit of long) {
    const next = draught.items.find(
      (item) =>
        item.part === limit.part &&
        item.anchor.start > limit.anchor.start &&
        item.kind !== 'deadline' &&
        item.period === null &&
        // 3个月内完成整改并开展4次督查: a deed of its own before the number
        !/(?:完成|办结|整改|销号|完毕|到位)[^,]{0,8}[并且]/.test(draught.sentence.text.slice(limit.anchor.end, item.anchor.start)),
    )
    if (next !== undefined) governed.set(limit, next)
    else if (draught.items.some((item) => item.part === limit.part && item.anchor.start > limit.anchor.start && recurs(item)))
      windows.add(limit)
  }
  const limits = new Map([...governed].map(([limit, item]) => [item, limit]))
  const items = draught.items
    .filter((item) => !governed.has(item) && !windows.has(item))
    .map((item) => {
      const limit = limits.get(item)
      return limit === undefined
        ? item
        : { ...item, limit: limit.limit, extent: { start: Math.min(item.extent.start, limit.extent.start), end: item.extent.end } }
    })
  return { ...draught, items }
}
