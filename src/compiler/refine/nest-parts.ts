import type { Item, Refiner } from '#compiler/read/item.ts'

/** 其中…不少于4次: part of the item before, whose period it keeps. */
export const nestParts: Refiner = (draught) => {
  const { text, parts } = draught.sentence
  const items: Item[] = []
  let whole: { readonly item: Item; readonly from: number } | null = null
  for (const item of draught.items) {
    const start = parts[item.part]?.start ?? 0
    const at = text.slice(start, item.extent.start).search(/其中|含|包括/)
    const previous = items.at(-1)
    if (at >= 0 && text.slice(start + at).startsWith('其中') && previous !== undefined) whole = { item: previous, from: item.part }
    else if (whole !== null && item.part !== whole.from && !text.slice(0, start).endsWith('、')) whole = null
    const parent: Item | null = whole?.item ?? null
    if (parent === null || item.period !== null || item.kind === 'coverage' || item.kind === 'trend')
      items.push({ ...item, partOf: parent })
    else
      items.push({
        ...item,
        partOf: parent,
        period: parent.period === null ? null : { value: parent.period.value, because: 'inherited-parent' },
      })
  }
  return { ...draught, items }
}
