import { readNumeral } from '#compiler/lexicon/numeral.ts'
import { fold } from '#compiler/source/fold.ts'
import type { Clause } from '#core/draft/clause.ts'

const numbered: ReadonlySet<Clause['kind']> = new Set(['aspect', 'measure', 'task', 'safeguard', 'objective', 'row', 'item', 'part'])

/** Levels of numbers kept above the last. */
const deepest = 5

/**
 * 编号 for commitments in text order: the numbers of the clauses above and the place in the last of them, as in 3-2-1 (aspect, measure,
 * item). Parts are left out; where two clauses would then bear the same numbers, the later one gets its part's in front (四-1-1).
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
  const paths = new Map<string, string>()
  const taken: Taken = new Map()
  const parts = new Map<string, string>()
  const ordinals = new Map<string, number>()
  for (const clause of clauses) {
    const above = clause.parent === null ? '' : (paths.get(clause.parent) ?? '')
    const part = clause.kind === 'part' ? labelOf(clause) : ((clause.parent === null ? undefined : parts.get(clause.parent)) ?? '')
    parts.set(clause.id, part)
    if (clause.kind === 'part' || !numbered.has(clause.kind)) {
      paths.set(clause.id, above)
      continue
    }
    const siblings = `${clause.parent ?? ''}/${clause.kind}`
    const ordinal = (ordinals.get(siblings) ?? 0) + 1
    ordinals.set(siblings, ordinal)
    paths.set(clause.id, free(below(above, numberOf(clause) ?? String(ordinal)), part, taken))
  }
  return paths
}

/** A number under a path, which keeps its last pieces only: no plan is deeper, and broken ones stay short. */
function below(path: string, number: string): string {
  return path === '' ? number : `${path.split('-').slice(-deepest).join('-')}-${number}`
}

/** Paths already given, and how often each was asked for. */
type Taken = Map<string, number>

/** The path itself, else with the part in front, else with a count behind. */
function free(path: string, part: string, taken: Taken): string {
  const times = (taken.get(path) ?? 0) + 1
  taken.set(path, times)
  if (times === 1) return path
  const inPart = part === '' || path.startsWith(`${part}-`) ? path : `${part}-${path}`
  return inPart === path ? free(`${path}.${times}`, '', taken) : free(inPart, '', taken)
}

function numberOf({ marker }: Clause): string | null {
  const written = /\d+(?:[.-]\d+)*|[〇零一二三四五六七八九十百]+/.exec(fold(marker))?.[0]
  if (written === undefined) return null
  return /[.-]/.test(written) ? written.replaceAll('.', '-') : readNumeral(written)
}

function labelOf({ marker, title }: Clause): string {
  return /[一二三四五六七八九十]+|\d+/.exec(fold(marker))?.[0] ?? title.slice(0, 2)
}
