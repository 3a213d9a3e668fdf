import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import { type DrawRule, ruleLine } from '#core/draw/rule.ts'

/** One thing that can be drawn: its number (案号, 编号) and the stratum it belongs to, '' where there are none. */
export interface PopulationItem {
  readonly id: string
  readonly stratum: string
}

/** What is left out of a population, and why. */
export interface Exclusion {
  readonly id: string
  readonly reason: string
}

/** 总体: everything that can be drawn, and what was left out. No number stands twice. */
export interface Population {
  readonly items: readonly PopulationItem[]
  readonly excluded: readonly Exclusion[]
}

/** How many a population holds of each stratum. */
export function strataOf(items: readonly PopulationItem[]): Readonly<Record<string, number>> {
  const sizes = new Map<string, number>()
  for (const { stratum } of items) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
  return Object.fromEntries([...sizes].toSorted(([a], [b]) => byCodeUnits(a, b)))
}

/**
 * The frozen form of a population: lines of text in an order of their own, so that its digest depends on nothing but what it says. `part`: 1, or which
 * addition to a growing population; `before`: digest of the part before, '' for the first.
 */
export function populationText({ items, excluded }: Population, about: FrozenAbout): string {
  const lines = [
    ...items.map(({ id, stratum }) => `item\t${id}\t${stratum}`),
    ...excluded.map(({ id, reason }) => `excluded\t${id}\t${reason}`),
  ].toSorted(byCodeUnits)
  return `xiaohao-draw-population/1\npart\t${about.part}\t${about.before}\n${ruleLine(about.rule)}\n${lines.join('\n')}\n`
}

interface FrozenAbout {
  readonly rule: DrawRule
  readonly part: number
  readonly before: string
}

/** The items of a frozen text, one by one. */
export function* itemsIn(frozen: string): Generator<PopulationItem> {
  for (let from = 0; from < frozen.length;) {
    const to = frozen.indexOf('\n', from)
    const [kind, id = '', stratum = ''] = frozen.slice(from, to).split('\t')
    if (kind === 'item') yield { id, stratum }
    from = to + 1
  }
}

/** Every number in a frozen text, also of what was left out. */
export function* idsIn(frozen: string): Generator<string> {
  for (let from = 0; from < frozen.length;) {
    const to = frozen.indexOf('\n', from)
    const [kind, id = ''] = frozen.slice(from, to).split('\t')
    if (kind === 'item' || kind === 'excluded') yield id
    from = to + 1
  }
}

/** Leaves out what is named, with the reason. Refuses a number that the population does not hold, and a reason that says nothing. */
export function exclude(
  population: Population,
  excluded: readonly Exclusion[],
): Outcome<Population, 'unknown-exclusion' | 'reason-missing'> {
  const reasons = new Map(excluded.map(({ id, reason }) => [id, reason.trim()]))
  const known = new Set(population.items.map(({ id }) => id))
  const unknown = [...reasons.keys()].find((id) => !known.has(id))
  if (unknown !== undefined) return refuse('unknown-exclusion', { id: unknown })
  const mute = [...reasons].find(([, reason]) => reason === '')
  if (mute !== undefined) return refuse('reason-missing', { id: mute[0] })
  return accept({
    items: population.items.filter(({ id }) => !reasons.has(id)),
    excluded: [...population.excluded, ...[...reasons].map(([id, reason]) => ({ id, reason }))],
  })
}

/** The order of UTF-16 code units: the same everywhere, whatever the language of the machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
