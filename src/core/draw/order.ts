import { byCodeUnits, type PopulationItem } from '#core/draw/population.ts'
import { type DrawRule, sampleSize } from '#core/draw/rule.ts'

/** An item with its place in the order of the draw: HMAC-SM3 of its number under the seed, hexadecimal. */
export interface Ranked extends PopulationItem {
  readonly rank: string
}

/** The first `most` of a stratum in the order of the draw, kept while items come one by one. */
interface Best<Item extends Ranked> {
  readonly most: number
  /** At most twice `most`, cut down when full. */
  kept: Item[]
}

/** Collects the first of each stratum without holding a whole population in memory. `most`: how many of each stratum. */
export function collectFirst<Item extends Ranked>(
  most: Readonly<Record<string, number>>,
): {
  readonly add: (item: Item) => void
  /** In the order of the draw. */
  readonly first: () => Readonly<Record<string, readonly Item[]>>
} {
  const strata = new Map(Object.entries(most).map(([stratum, count]): [string, Best<Item>] => [stratum, { most: count, kept: [] }]))
  return {
    add(item) {
      const best = strata.get(item.stratum)
      if (best === undefined) return
      best.kept.push(item)
      if (best.kept.length >= 2 * best.most + 64) best.kept = cut(best)
    },
    first: () => Object.fromEntries([...strata].map(([stratum, best]) => [stratum, cut(best)])),
  }
}

function cut<Item extends Ranked>({ kept, most }: Best<Item>): Item[] {
  return kept.toSorted((a, b) => byCodeUnits(a.rank, b.rank) || byCodeUnits(a.id, b.id)).slice(0, most)
}

const FEWEST_SPARE = 10

/** How many of each stratum are drawn, and how many behind them are kept to be drawn next. */
export function sizesFor(
  rule: DrawRule,
  strata: Readonly<Record<string, number>>,
): Readonly<Record<string, { readonly drawn: number; readonly spare: number }>> {
  return Object.fromEntries(
    Object.entries(strata).map(([stratum, size]) => {
      const drawn = sampleSize(rule, size)
      return [stratum, { drawn, spare: Math.min(size - drawn, Math.max(FEWEST_SPARE, drawn)) }]
    }),
  )
}

/** What a draw comes to for one stratum. */
interface Chosen<Item extends Ranked> {
  /** Drawn now, the first first. */
  readonly drawn: readonly Item[]
  /** Next in the order. */
  readonly spare: readonly Item[]
}

/**
 * 抽取: continues the order of a stratum. What was drawn stays drawn; so many more are taken that `wanted` count, the first in the order first.
 * `first`: the beginning of the order; `standing`: what was ever drawn, by number, and whether it still counts (a replaced one does not).
 */
export function chooseNext<Item extends Ranked>(
  first: readonly Item[],
  standing: ReadonlyMap<string, boolean>,
  wanted: number,
): Chosen<Item> {
  const counting = [...standing.values()].filter(Boolean).length
  const rest = first.filter(({ id }) => !standing.has(id))
  const taken = Math.max(0, wanted - counting)
  return { drawn: rest.slice(0, taken), spare: rest.slice(taken) }
}
