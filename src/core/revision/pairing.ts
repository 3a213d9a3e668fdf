/** Which of the old ones is which of the new ones, by index; -1: none so far. */
export interface Pairing {
  readonly toNew: Int32Array
  readonly toOld: Int32Array
}

export function emptyPairing(olds: number, news: number): Pairing {
  return { toNew: new Int32Array(olds).fill(-1), toOld: new Int32Array(news).fill(-1) }
}

/** Pairs two that have no counterpart yet; false where one of them has. */
export function pair({ toNew, toOld }: Pairing, old: number, next: number): boolean {
  if (toNew[old] !== -1 || toOld[next] !== -1) return false
  toNew[old] = next
  toOld[next] = old
  return true
}

/**
 * Pairs what has the same key on both sides, in order, where as many have it on one side as on the other: where they are more on one, the key does not tell
 * which of them is left over. An empty key is none.
 */
export function pairEqual(pairing: Pairing, oldKey: (index: number) => string, newKey: (index: number) => string): void {
  const olds = groups(pairing.toNew, oldKey)
  const news = groups(pairing.toOld, newKey)
  for (const [key, some] of olds) {
    const others = news.get(key)
    if (others?.length !== some.length) continue
    for (const [at, old] of some.entries()) pair(pairing, old, others[at] ?? -1)
  }
}

function groups(paired: Int32Array, keyOf: (index: number) => string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [index, counterpart] of paired.entries()) {
    const key = counterpart === -1 ? keyOf(index) : ''
    if (key === '') continue
    const group = found.get(key)
    if (group === undefined) found.set(key, [index])
    else group.push(index)
  }
  return found
}

/** A pair that may be one, and how much speaks for it. */
export interface Candidate {
  readonly old: number
  readonly next: number
  readonly score: number
}

/** Pairs the likeliest first; of equal ones those that lie as their neighbours do, then in order. */
export function pairLikeliest(pairing: Pairing, candidates: readonly Candidate[]): void {
  const expected = expectedPlaces(pairing)
  const distance = ({ old, next }: Candidate): number => Math.abs(next - (expected[old] ?? 0))
  const sorted = candidates.toSorted((a, b) => b.score - a.score || distance(a) - distance(b) || a.old - b.old || a.next - b.next)
  for (const { old, next } of sorted) pair(pairing, old, next)
}

/** Where each of the old ones would stand among the new ones, behind the last before it that has a counterpart. */
function expectedPlaces({ toNew }: Pairing): Int32Array {
  const places = new Int32Array(toNew.length)
  let place = -1
  for (const [old, next] of toNew.entries()) {
    place = next === -1 ? place + 1 : next
    places[old] = place
  }
  return places
}
