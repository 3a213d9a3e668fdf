const EDGES = /^[,。;:、.!?]+|[,。;:、.!?]+$/g

/** Words as they are whatever the file and its typing: no blanks or line breaks, one kind of quotation mark, no stops at the ends. */
export function plain(words: string): string {
  return words
    .replaceAll(/\s+/g, '')
    .replaceAll(/[“”„‟「」『』]/g, '"')
    .replaceAll(EDGES, '')
}

/** Plain words without their numbers: what a revision changes most does not tell sentences apart. */
export function masked(words: string): string {
  return words.replaceAll(/\d+(?:\.\d+)?/g, '0')
}

/** Every two characters that stand beside one another, as numbers. */
export function pairsIn(words: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (let at = 0; at + 1 < words.length; at += 1) found.add(words.charCodeAt(at) * 0x10000 + words.charCodeAt(at + 1))
  if (words.length === 1) found.add(words.charCodeAt(0))
  return found
}

/** How much two texts share, 0 to 1 (Dice, over their pairs of characters). */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (one.size + other.size === 0) return 1
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const each of small) if (large.has(each)) shared += 1
  return (2 * shared) / (one.size + other.size)
}
