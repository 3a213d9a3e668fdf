import type { Commitment } from '#core/commitment/commitment.ts'
import type { PlanClause } from './view.ts'

/** Commitments of one measure (or of any other clause that carries them), in the order of the document. */
interface MeasureNode {
  readonly clause: PlanClause
  /** Findings between the aspect and the measure. */
  readonly findings: readonly PlanClause[]
  readonly commitments: readonly Commitment[]
}

/** 方面, or the part of the document where there is none, with what hangs below it. */
export interface AspectNode {
  readonly clause: PlanClause
  /** Findings that stand directly below the aspect, before its measures. */
  readonly findings: readonly PlanClause[]
  readonly measures: readonly MeasureNode[]
}

const bearers = new Set<PlanClause['kind']>(['measure', 'task', 'row', 'safeguard', 'objective', 'finding'])

/** Clauses from the one that carries a commitment up to the root. */
function chainOf(id: PlanClause['id'] | null, byId: ReadonlyMap<PlanClause['id'], PlanClause>): readonly PlanClause[] {
  const chain: PlanClause[] = []
  for (let clause = id === null ? undefined : byId.get(id); clause !== undefined && !chain.includes(clause);) {
    chain.push(clause)
    clause = clause.parent === null ? undefined : byId.get(clause.parent)
  }
  return chain
}

/** aspect → finding / measure → commitments, in the order of the document. Commitments that were replaced are left out. */
export function buildTree(clauses: readonly PlanClause[], commitments: readonly Commitment[]): readonly AspectNode[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const aspects = new Map<PlanClause, Map<PlanClause, { findings: readonly PlanClause[]; commitments: Commitment[] }>>()
  for (const commitment of inOrder(commitments, byId)) {
    const chain = chainOf(commitment.clause, byId)
    const own = chain[0]
    if (own === undefined) continue
    const aspect = chain.find(({ kind }) => kind === 'aspect') ?? chain.find(({ kind }) => kind === 'part') ?? chain.at(-1) ?? own
    const below = chain.slice(0, chain.indexOf(aspect))
    const bearer = below.find((clause) => bearers.has(clause.kind) && clause.title !== '') ?? below.at(-1) ?? aspect
    const measures = aspects.get(aspect) ?? new Map<PlanClause, { findings: readonly PlanClause[]; commitments: Commitment[] }>()
    aspects.set(aspect, measures)
    const measure = measures.get(bearer) ?? {
      findings: below.filter((clause) => clause.kind === 'finding' && clause !== bearer).toReversed(),
      commitments: [],
    }
    measures.set(bearer, measure)
    measure.commitments.push(commitment)
  }
  return [...aspects].map(([clause, measures]) => ({
    clause,
    findings: clauses.filter((each) => each.kind === 'finding' && each.parent === clause.id && !measures.has(each)),
    measures: [...measures].map(([bearer, rest]) => ({ clause: bearer, ...rest })),
  }))
}

function inOrder(commitments: readonly Commitment[], byId: ReadonlyMap<PlanClause['id'], PlanClause>): readonly Commitment[] {
  const placeOf = (commitment: Commitment): number => commitment.span?.start ?? byId.get(commitment.clause)?.span.end ?? 0
  return commitments
    .filter(({ state }) => state !== 'replaced')
    .toSorted((a, b) => placeOf(a) - placeOf(b) || lengthOf(b) - lengthOf(a) || (a.ref < b.ref ? -1 : 1))
}

function lengthOf({ span }: Commitment): number {
  return span === null ? 0 : span.end - span.start
}
