import type { Clause } from '#core/draft/clause.ts'
import type { Item } from '#core/revision/item.ts'
import { likeness, masked, pairsIn, plain } from '#core/revision/plain.ts'
import { type Candidate, emptyPairing, pair, pairEqual, pairLikeliest, type Pairing } from '#core/revision/pairing.ts'
import type { Side } from '#core/revision/side.ts'
import { textOf } from '#core/text/span.ts'

/** A clause as it is compared. */
interface Heading {
  readonly clause: Clause
  readonly words: string
  readonly parent: number
  /** Its words and those above it. */
  readonly path: string
}

const LONGEST = 120
const ENOUGH = 0.5

function headingsOf({ text, clauses }: Side): readonly Heading[] {
  const index = new Map(clauses.map(({ id }, at) => [id, at]))
  const found: Heading[] = []
  for (const clause of clauses) {
    const words = plain(clause.title === '' ? textOf(text, clause.span).slice(clause.marker.length, LONGEST) : clause.title)
    const parent = clause.parent === null ? -1 : (index.get(clause.parent) ?? -1)
    found.push({ clause, words, parent, path: `${found[parent]?.path ?? ''}/${clause.kind} ${words}` })
  }
  return found
}

/** Which clause is which, whatever its number: by its words and place, by what hangs on it, then by likeness below the same clause. */
export function alignClauses(
  old: Side,
  next: Side,
  items: { readonly old: readonly Item[]; readonly next: readonly Item[]; readonly pairing: Pairing },
): Pairing {
  const [olds, news] = [headingsOf(old), headingsOf(next)]
  const pairing = emptyPairing(olds.length, news.length)
  const equal = (keyOf: (heading: Heading, isOld: boolean) => string): void =>
    pairEqual(
      pairing,
      (at) => (olds[at] === undefined ? '' : keyOf(olds[at], true)),
      (at) => (news[at] === undefined ? '' : keyOf(news[at], false)),
    )
  /** The counterpart of what stands above: the same number for both. */
  const above = ({ parent }: Heading, isOld: boolean): string =>
    parent === -1 ? 'top' : String(isOld ? pairing.toNew[parent] : pairing.toOld[parent] === -1 ? -2 : parent)
  equal(({ path }) => path)
  equal(({ clause, words }) => (words === '' ? '' : `${clause.kind} ${words}`))
  pairByItems(pairing, items)
  pairLike(pairing, olds, news)
  // what has no words to go by, under the same clause, by its kind and then by its number
  equal((heading, isOld) =>
    ['-1', '-2'].includes(above(heading, isOld)) ? '' : `${above(heading, isOld)} ${heading.clause.kind} ${heading.clause.marker}`,
  )
  return pairing
}

/** What holds the same commitments is the same clause. */
function pairByItems(pairing: Pairing, { old, next, pairing: known }: Parameters<typeof alignClauses>[2]): void {
  const votes = new Map<string, { old: number; next: number; score: number }>()
  for (const [at, other] of known.toNew.entries()) {
    const [from, to] = [old[at]?.clause ?? -1, next[other]?.clause ?? -1]
    if (other === -1 || from === -1 || to === -1) continue
    const vote = votes.get(`${from} ${to}`) ?? { old: from, next: to, score: 0 }
    vote.score += 1
    votes.set(`${from} ${to}`, vote)
  }
  pairLikeliest(pairing, [...votes.values()])
}

/** Below clauses that are the same, what is of one kind and reads much alike. */
function pairLike(pairing: Pairing, olds: readonly Heading[], news: readonly Heading[]): void {
  const below = Map.groupBy(news.keys(), (at) => news[at]?.parent ?? -1)
  // parents come before their children
  for (const siblings of Map.groupBy(olds.keys(), (at) => olds[at]?.parent ?? -1).values()) {
    const parent = olds[siblings[0] ?? -1]?.parent ?? -1
    const others = below.get(parent === -1 ? -1 : (pairing.toNew[parent] ?? -2)) ?? []
    if (parent !== -1 && pairing.toNew[parent] === -1) continue
    const left = siblings.filter((at) => pairing.toNew[at] === -1)
    const free = others.filter((at) => pairing.toOld[at] === -1)
    if (left.length === 0 || free.length === 0) continue
    const forms = new Map(free.map((at) => [at, pairsIn(masked(news[at]?.words ?? ''))]))
    const candidates = left.flatMap((old): Candidate[] => {
      const own = pairsIn(masked(olds[old]?.words ?? ''))
      return free.flatMap((next): Candidate[] => {
        const score = olds[old]?.clause.kind === news[next]?.clause.kind ? likeness(own, forms.get(next) ?? own) : 0
        return score >= ENOUGH ? [{ old, next, score }] : []
      })
    })
    pairLikeliest(pairing, candidates)
    const [only, sole] = [left.filter((at) => pairing.toNew[at] === -1), free.filter((at) => pairing.toOld[at] === -1)]
    if (only.length === 1 && sole.length === 1 && only[0] !== undefined && sole[0] !== undefined && sameKind(olds[only[0]], news[sole[0]]))
      pair(pairing, only[0], sole[0])
  }
}

function sameKind(one: Heading | undefined, other: Heading | undefined): boolean {
  return one?.clause.kind === other?.clause.kind && one?.clause.marker === other?.clause.marker
}
