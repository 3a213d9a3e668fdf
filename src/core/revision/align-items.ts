import type { Item } from '#core/revision/item.ts'
import { likeness } from '#core/revision/plain.ts'
import { type Candidate, pairEqual, pairLikeliest, type Pairing } from '#core/revision/pairing.ts'

/** Words this short are said of many things (完成时限：2026年6月底): alone they do not say of which. */
const TELLING = 10
/** How much two wordings of one promise share: under the same clause, and elsewhere. */
const ENOUGH = 0.4
const ENOUGH_ELSEWHERE = 0.6
/** Words of fewer pairs of signs than this say little by themselves: their sentence says the rest. */
const FEW = 6
/** A pair of characters in more sentences than this does not help to find one. */
const COMMON = 60

function isTelling({ read, sentenceForm }: Item): boolean {
  return read.reading.kind !== 'deadline' && sentenceForm.length >= TELLING
}

/** Pairs what is worded alike wherever it stands: that is what clauses are known by. */
export function pairSame(pairing: Pairing, olds: readonly Item[], news: readonly Item[]): void {
  pairEqual(
    pairing,
    (at) => wordsOf(olds[at]),
    (at) => wordsOf(news[at]),
  )
}

function wordsOf(item: Item | undefined): string {
  return item === undefined || !isTelling(item) ? '' : `${item.sentence} ${item.own}`
}

/** Pairs commitments once it is known which clauses are the same: by their words, by their words without numbers, then by likeness. */
export function pairItems(pairing: Pairing, olds: readonly Item[], news: readonly Item[], clauses: Pairing): void {
  const placeOf = (item: Item, isOld: boolean): number =>
    isOld ? (clauses.toNew[item.clause] ?? -1) : (clauses.toOld[item.clause] ?? -1) === -1 ? -1 : item.clause
  const equal = (words: (item: Item) => string, isInPlace: boolean): void => {
    const key = (item: Item | undefined, isOld: boolean): string => {
      if (item === undefined) return ''
      if (!isInPlace) return isTelling(item) ? words(item) : ''
      const place = placeOf(item, isOld)
      return place === -1 ? '' : `${place} ${words(item)}`
    }
    pairEqual(
      pairing,
      (at) => key(olds[at], true),
      (at) => key(news[at], false),
    )
  }
  for (const isInPlace of [true, false]) {
    equal(({ sentence, own }) => `${sentence} ${own}`, isInPlace)
    equal(({ own }) => own, isInPlace)
    equal(({ sentenceForm, ownForm }) => `${sentenceForm} ${ownForm}`, isInPlace)
  }
  pairLikeliest(pairing, candidatesOf(pairing, olds, news, placeOf))
}

function candidatesOf(
  { toNew, toOld }: Pairing,
  olds: readonly Item[],
  news: readonly Item[],
  placeOf: (item: Item, isOld: boolean) => number,
): readonly Candidate[] {
  const free = [...news.keys()].filter((at) => toOld[at] === -1)
  const holding = new Map<number, number[]>()
  const inPlace = new Map<number, number[]>()
  for (const at of free) {
    const item = news[at]
    if (item === undefined) continue
    for (const two of new Set([...item.sentencePairs, ...item.ownPairs])) push(holding, two, at)
    push(inPlace, placeOf(item, false), at)
  }
  const found: Candidate[] = []
  for (const [old, item] of olds.entries()) {
    if (toNew[old] !== -1) continue
    const place = placeOf(item, true)
    const near = new Set(place === -1 ? [] : inPlace.get(place))
    for (const two of new Set([...item.sentencePairs, ...item.ownPairs])) {
      const some = holding.get(two) ?? []
      if (some.length <= COMMON) for (const at of some) near.add(at)
    }
    for (const next of near) {
      const other = news[next]
      if (other === undefined) continue
      const isInPlace = place !== -1 && place === placeOf(other, false)
      const words = wordsShared(item, other)
      if (words >= (isInPlace ? ENOUGH : ENOUGH_ELSEWHERE) && (isInPlace || (isTelling(item) && isTelling(other))))
        found.push({ old, next, score: words + restShared(item, other, isInPlace) })
    }
  }
  return found
}

/** How much the words of two share, 0 to 1. */
function wordsShared(old: Item, next: Item): number {
  const own = likeness(old.ownPairs, next.ownPairs)
  return Math.min(old.ownPairs.size, next.ownPairs.size) >= FEW ? own : (own + likeness(old.sentencePairs, next.sentencePairs)) / 2
}

/** What else speaks for two being one: their clause, what is promised. */
function restShared({ read: { reading: before } }: Item, { read: { reading: after } }: Item, isInPlace: boolean): number {
  const same = [
    before.kind === after.kind,
    before.unit?.value === after.unit?.value,
    before.object?.value === after.object?.value,
    isInPlace,
  ]
  return same.filter(Boolean).length / 20
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
