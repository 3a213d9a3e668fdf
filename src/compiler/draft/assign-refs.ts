import { plainNumerals } from '#compiler/lexicon/capital.ts'
import { readNumeral } from '#compiler/lexicon/numeral.ts'
import type { Clause } from '#core/draft/clause.ts'

/** Kinds of clauses whose numbers make up 编号. Labels without a number (整改措施：) are left out. */
const numbered: ReadonlySet<Clause['kind']> = new Set(['aspect', 'measure', 'task', 'safeguard', 'objective', 'row', 'item'])
/** Kinds of clauses that hold what must be done: the parts they stand in are the plan's main ones. */
const doing: ReadonlySet<Clause['kind']> = new Set(['measure', 'task', 'row'])

/** Levels of numbers kept above the last. */
const deepest = 5

/**
 * 编号 for commitments in text order: the numbers of the clauses above and the place in the last of them, as in 3-2-1 (aspect, measure,
 * item). Where one part holds all measures its number is left out, and the other parts go by their written number (四-1-1); where several
 * do, every part counts as an aspect (2-4-1).
 */
export function assignRefs(clauses: readonly Clause[], clauseIds: readonly string[]): string[] {
  const paths = pathsOf(clauses)
  const counts = new Map<string, number>()
  return clauseIds.map((id) => {
    const path = paths.get(id) ?? ''
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    return path === '' ? String(count) : `${path}-${count}`
  })
}

/** The numbers of every clause: unique for every clause that bears a number of its own. */
function pathsOf(clauses: readonly Clause[]): ReadonlyMap<string, string> {
  const parts = partsOf(clauses)
  const prefixes = prefixesOf(clauses, parts)
  const paths = new Map<string, string>()
  const taken: Taken = new Map()
  const ordinals = new Map<string, number>()
  for (const clause of clauses) {
    const above = clause.parent === null ? '' : (paths.get(clause.parent) ?? '')
    const number = numberOf(clause)
    if (clause.kind === 'part') paths.set(clause.id, prefixes.get(clause.id) ?? '')
    else if (!numbered.has(clause.kind) || (number === null && clause.marker !== '')) paths.set(clause.id, above)
    else {
      const siblings = `${clause.parent ?? ''}/${clause.kind}`
      const ordinal = (ordinals.get(siblings) ?? 0) + 1
      ordinals.set(siblings, ordinal)
      paths.set(clause.id, free(below(above, number ?? String(ordinal)), taken))
    }
  }
  return paths
}

/** The top part that each clause stands in. */
function partsOf(clauses: readonly Clause[]): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const { id, kind, parent } of clauses) {
    const above = parent === null ? undefined : parts.get(parent)
    const part = above ?? (kind === 'part' ? id : undefined)
    if (part !== undefined) parts.set(id, part)
  }
  return parts
}

/** What stands before the numbers of each part: nothing for the only part with measures. */
function prefixesOf(clauses: readonly Clause[], parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const main = new Set(clauses.flatMap(({ id, kind }) => (doing.has(kind) ? [parts.get(id) ?? ''] : [])))
  const prefix = (part: Clause): string => {
    if (main.size > 1) return numberOf(part) ?? wordOf(part)
    return main.has(part.id) ? '' : wordOf(part)
  }
  return new Map(clauses.filter(({ kind }) => kind === 'part').map((part) => [part.id, prefix(part)]))
}

/** A number under a path, which keeps its last pieces only: no plan is deeper, and broken ones stay short. */
function below(path: string, number: string): string {
  return path === '' ? number : `${path.split('-').slice(-deepest).join('-')}-${number}`
}

/** Paths already given, and how often each was asked for. */
type Taken = Map<string, number>

/** The path itself, else with a count behind. */
function free(path: string, taken: Taken): string {
  const times = (taken.get(path) ?? 0) + 1
  taken.set(path, times)
  return times === 1 ? path : free(`${path}.${times}`, taken)
}

function numberOf({ marker }: Clause): string | null {
  const written = /\d+(?:[.-]\d+)*|[〇零一二三四五六七八九十百]+/.exec(plainNumerals(marker.normalize('NFKC')))?.[0]
  if (written === undefined) return null
  return /[.-]/.test(written) ? written.replaceAll('.', '-') : readNumeral(written)
}

/** The part's own number as written (四), so that it is not taken for an aspect's. */
function wordOf({ marker, title }: Clause): string {
  return /[一二三四五六七八九十]+/.exec(plainNumerals(marker))?.[0] ?? title.slice(0, 2)
}
