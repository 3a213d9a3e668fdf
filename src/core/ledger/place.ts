import type { Clause, RowCells } from '#core/draft/clause.ts'
import type { Span } from '#core/text/span.ts'
import { textOf } from '#core/text/span.ts'

/** Where in the plan a commitment stands, in the plan's words: 方面, 存在问题, 整改措施; empty where the plan has none. */
export interface Place {
  readonly aspect: string
  readonly finding: string
  readonly measure: string
  /** Where the aspect stands among the clauses; null without an aspect. */
  readonly aspectOrdinal: number | null
}

type Node = Pick<Clause, 'id' | 'kind' | 'marker' | 'title' | 'parent' | 'span' | 'cells'>

const MEASURES: ReadonlySet<Clause['kind']> = new Set(['measure', 'task', 'safeguard'])

/**
 * The place of everything that hangs on each clause, by clause id. The finding is the one above, else those standing last before it
 * under the same aspect: 存在问题 precedes the 整改措施 that answer it. Where the plan has no aspects its parts stand for them. A row of a
 * table has its own cells.
 */
export function placesOf<Id extends string>(
  clauses: readonly (Node & { id: Id; parent: Id | null })[],
  text: string,
): ReadonlyMap<Id, Place> {
  const places = new Map<Id, Place>()
  const categories = new Map<string, number>()
  const findings = new Map<Id | null, { texts: string[]; answered: boolean }>()
  for (const [ordinal, clause] of clauses.entries()) {
    const above = (clause.parent === null ? undefined : places.get(clause.parent)) ?? NOWHERE
    const beside = findings.get(clause.parent)
    const finding = above.finding === '' && beside !== undefined ? beside.texts.join('\n') : above.finding
    if (clause.kind === 'finding') {
      const own = wordsOf(clause, text)
      findings.set(
        clause.parent,
        beside === undefined || beside.answered ? { texts: [own], answered: false } : { ...beside, texts: [...beside.texts, own] },
      )
      places.set(clause.id, { ...above, finding: own })
      continue
    }
    if (beside !== undefined) beside.answered = true
    const own = clause.cells === undefined ? namedBy(clause, ordinal) : inCells(clause.cells, text, ordinal, categories)
    places.set(clause.id, { ...above, finding, ...own })
  }
  return places
}

const NOWHERE: Place = { aspect: '', finding: '', measure: '', aspectOrdinal: null }

function namedBy(clause: Node, ordinal: number): Partial<Place> {
  if (clause.kind === 'aspect' || clause.kind === 'part') return { aspect: titleOf(clause), aspectOrdinal: ordinal }
  return MEASURES.has(clause.kind) ? { measure: titleOf(clause) } : {}
}

/** What a row says itself; rows of one category are together where the first of them stands. */
function inCells({ category, finding, measure }: RowCells, text: string, ordinal: number, categories: Map<string, number>): Partial<Place> {
  const words = (span: Span) => textOf(text, span).trim()
  const aspect = category === null ? null : words(category)
  if (aspect !== null && !categories.has(aspect)) categories.set(aspect, ordinal)
  return {
    ...(aspect === null ? {} : { aspect, aspectOrdinal: categories.get(aspect) ?? ordinal }),
    ...(finding === null ? {} : { finding: words(finding) }),
    ...(measure === null ? {} : { measure: words(measure) }),
  }
}

function titleOf({ marker, title }: Node): string {
  return title === '' ? marker : title
}

/** The words of a finding without its label; its title where the clause holds more than itself. */
function wordsOf(clause: Node, text: string): string {
  const own = textOf(text, clause.span).slice(clause.marker.length).trim()
  return own === '' || (clause.title !== '' && own.includes('\n')) ? clause.title : own
}
