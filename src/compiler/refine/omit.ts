import type { Draughted, Item, Omission } from '#compiler/read/item.ts'

/** Leaves out the items that a test holds for, and notes why. */
export function omit(draught: Draughted, why: Omission, holds: (item: Item) => boolean): Draughted {
  const out = draught.items.filter(holds)
  if (out.length === 0) return draught
  return {
    ...draught,
    items: draught.items.filter((item) => !out.includes(item)),
    omitted: [...draught.omitted, ...out.map((item) => ({ extent: item.extent, why }))],
  }
}
