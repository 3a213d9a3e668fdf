import type { Clause } from '#core/draft/clause.ts'
import { textOf } from '#core/text/span.ts'

/** Where in the plan a commitment stands, in the plan's words: 方面, 存在问题, 整改措施; empty where the plan has none. */
export interface Place {
  readonly aspect: string
  readonly finding: string
  readonly measure: string
  /** Where the aspect stands among the clauses; null without an aspect. */
  readonly aspectOrdinal: number | null
}

type Node = Pick<Clause, 'id' | 'kind' | 'marker' | 'title' | 'parent' | 'span'>

const MEASURES: ReadonlySet<Clause['kind']> = new Set(['measure', 'task', 'safeguard'])

/**
 * The place of everything that hangs on each clause, by clause id. The finding is the one above, else those standing last before it
 * under the same aspect: 存在问题 precedes the 整改措施 that answer it.
 */
export function placesOf<Id extends string>(
  clauses: readonly (Node & { id: Id; parent: Id | null })[],
  text: string,
): ReadonlyMap<Id, Place> {
  const places = new Map<Id, Place>()
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
    places.set(clause.id, { ...above, finding, ...namedBy(clause, ordinal) })
  }
  return places
}

const NOWHERE: Place = { aspect: '', finding: '', measure: '', aspectOrdinal: null }

function namedBy(clause: Node, ordinal: number): Partial<Place> {
  if (clause.kind === 'aspect') return { aspect: titleOf(clause), aspectOrdinal: ordinal }
  return MEASURES.has(clause.kind) ? { measure: titleOf(clause) } : {}
}

function titleOf({ marker, title }: Node): string {
  return title === '' ? marker : title
}

/** The words of a finding without its label; its title where the clause holds more than itself. */
function wordsOf(clause: Node, text: string): string {
  const own = textOf(text, clause.span).slice(clause.marker.length).trim()
  return own === '' || (clause.title !== '' && own.includes('\n')) ? clause.title : own
}
