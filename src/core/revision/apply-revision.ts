import type { Act } from '#core/commitment/act.ts'
import { stands } from '#core/commitment/act.ts'
import type { ClauseId, Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import { accept, refuse, type Outcome } from '#core/outcome/outcome.ts'
import type { PlanFrame } from '#core/plan/plan.ts'
import { citing } from '#core/revision/cite.ts'
import type { Comparison, Pair } from '#core/revision/compare-drafts.ts'
import { type Settled, withOwnRefs } from '#core/revision/own-refs.ts'
import { followDocument, type Whole } from '#core/revision/follow-document.ts'
import { type Ground, newCommitment, reviseCommitment } from '#core/revision/revise-commitment.ts'
import { partsOfSplits } from '#core/revision/plan-side.ts'
import type { Read } from '#core/revision/side.ts'

/**
 * `reason-needed`: something is given up for which records count or that is being or was struck off, without saying why. `unknown-pair`: what is confirmed is not in
 * the comparison.
 */
export type ApplyRefusal = 'reason-needed' | 'unknown-pair'

/** The plan as it stands, and the document that is to be its next revision. */
export interface Revising {
  readonly earlier: { readonly revision: number; readonly text: string; readonly commitments: readonly Commitment[] }
  readonly next: {
    readonly text: string
    readonly commitments: readonly Read[]
    /** The clause as it is stored, of each clause of the new document and of each that is not in it (then one above it). */
    readonly clauses: ReadonlyMap<string, ClauseId>
    /** The ids of commitments that it adds, by their ids in the document. */
    readonly ids: ReadonlyMap<string, CommitmentId>
  }
  readonly comparison: Comparison
  readonly frame: PlanFrame
  /** Commitments for which records count or for which a closure was asked. */
  readonly used: ReadonlySet<string>
}

/** What a person confirmed: pairs by their key, and why what has been worked on is given up. */
export interface Confirmed {
  readonly keys: ReadonlySet<string>
  readonly reason: string
}

/** What a pair is called when it is confirmed: the commitment it is about. */
export function keyOfPair({ old, next }: Pair): string {
  return old ?? next ?? ''
}

/**
 * 应用新版本: what is the same goes over to the new document by itself, what differs only where a person confirmed it. What is not confirmed stands as it did, on
 * the earlier revision. The value has every commitment of the plan, in the order of the new document; what is not in it stands behind what it stood behind.
 */
export function applyRevision(revising: Revising, { keys, reason }: Confirmed, act: Act): Outcome<readonly Settled[], ApplyRefusal> {
  const { earlier, next, comparison, used, frame } = revising
  const pairs = new Map(comparison.pairs.map((each) => [keyOfPair(each), each]))
  for (const key of keys) if (!pairs.has(key)) return refuse('unknown-pair')
  const goes = givenUp(revising, keys)
  const missed = [...goes].filter((id) => used.has(id))
  if (missed.length > 0 && reason.trim() === '') return refuse('reason-needed', { count: String(missed.length) })

  const isTaken = (each: Pair): boolean => each.kind === 'kept' || keys.has(keyOfPair(each))
  const ground: Ground = { text: next.text, frame, act: { ...act, note: reason }, clauses: next.clauses, ids: idsOf(revising, isTaken) }
  const state = earlier.commitments.some((commitment) => commitment.state === 'confirmed') ? 'confirmed' : 'draft'
  const byId = new Map<string, Commitment>(earlier.commitments.map((commitment) => [commitment.id, commitment]))
  const reads = new Map(next.commitments.map((read) => [read.id, read]))
  const placed: Settled[] = []
  const wholes = new Map<string, Whole>()
  for (const each of comparison.pairs.filter(isTaken)) {
    const [before, read] = [byId.get(each.old ?? ''), reads.get(each.next ?? '')]
    if (read === undefined) continue
    if (before === undefined) {
      const [id, clause] = [ground.ids.get(read.id), next.clauses.get(read.clause)]
      if (id !== undefined && clause !== undefined)
        placed.push({ outcome: 'added', isPlaced: true, before: null, after: newCommitment(read, id, clause, state, ground) })
      continue
    }
    const [isChanged, isBack] = [each.kind === 'changed', each.kind === 'new']
    const after = reviseCommitment(before, read, isChanged, ground)
    const back: Commitment = { ...after, state, decision: { kind: 'revised', ...ground.act } }
    placed.push({ outcome: isBack ? 'added' : isChanged ? 'revised' : 'kept', isPlaced: true, before, after: isBack ? back : after })
    for (const part of before.replacedBy) wholes.set(part, { whole: before, next: read, isChanged })
  }
  const rest = leftOver(revising, { placed, wholes, ground, goes })
  return accept(withOwnRefs(inOrder(earlier.commitments, placed, rest)))
}

/** What a person confirmed to be gone, as far as it stands: itself, or what it was split into. */
function givenUp({ earlier, comparison }: Revising, keys: ReadonlySet<string>): ReadonlySet<string> {
  const gone = new Set(comparison.pairs.filter((each) => each.kind === 'gone' && keys.has(keyOfPair(each))).map(keyOfPair))
  const parts = partsOfSplits(earlier.commitments.filter(({ id }) => gone.has(id)))
  return new Set(earlier.commitments.filter((each) => stands(each) && (gone.has(each.id) || parts.has(each.id))).map(({ id }) => id))
}

/** The id of each commitment of the new document that goes into the plan. */
function idsOf({ earlier, next, comparison }: Revising, isTaken: (pair: Pair) => boolean): ReadonlyMap<string, CommitmentId> {
  const known = new Map<string, CommitmentId>(earlier.commitments.map(({ id }) => [id, id]))
  const found = new Map<string, CommitmentId>()
  for (const each of comparison.pairs) {
    const id = each.old === null ? next.ids.get(each.next ?? '') : known.get(each.old)
    if (each.next !== null && id !== undefined && isTaken(each)) found.set(each.next, id)
  }
  return found
}

interface Course {
  readonly placed: readonly Settled[]
  readonly wholes: ReadonlyMap<string, Whole>
  readonly ground: Ground
  /** What is given up. */
  readonly goes: ReadonlySet<string>
}

/** What the new document does not have, or what of it was not confirmed, by id. */
function leftOver({ earlier, next, comparison }: Revising, { placed, wholes, ground, goes }: Course): ReadonlyMap<string, Settled> {
  const done = new Map<string, number | undefined>(placed.map(({ after }) => [after.id, after.span?.start]))
  const paired = new Set(comparison.pairs.map(({ old }) => old))
  const spans = new Map(next.commitments.map(({ id, span }) => [id, span]))
  const places = new Map(comparison.pairs.map((each) => [each.old, spans.get(each.next ?? '')]))
  const found = new Map<string, Settled>()
  let near = 0
  for (const before of earlier.commitments) {
    if (done.has(before.id)) {
      near = done.get(before.id) ?? near
      continue
    }
    const hung = { ...before, clause: next.clauses.get(before.clause) ?? before.clause }
    if (!paired.has(before.id) && !goes.has(before.id)) {
      const after = followDocument(hung, { text: next.text, near, whole: wholes.get(before.id) ?? null, earlier })
      found.set(before.id, { outcome: 'kept', isPlaced: false, before, after })
      continue
    }
    const cited = citing(hung, earlier, places.get(before.id) ?? null)
    const isGivenUp = goes.has(before.id)
    const after: Commitment = isGivenUp
      ? { ...cited, state: 'discarded', decision: { kind: 'discarded', ...ground.act, reason: 'revised' }, version: before.version + 1 }
      : cited
    found.set(before.id, { outcome: isGivenUp ? 'discarded' : stands(before) ? 'left' : 'kept', isPlaced: false, before, after })
  }
  return found
}

/** All in the order of the new document; what has no place in it behind what it stood behind. */
function inOrder(earlier: readonly Commitment[], placed: readonly Settled[], rest: ReadonlyMap<string, Settled>): readonly Settled[] {
  const behind = new Map<string, Settled[]>()
  let last = ''
  for (const { id } of earlier) {
    const one = rest.get(id)
    if (one === undefined) last = id
    else behind.set(last, [...(behind.get(last) ?? []), one])
  }
  return [...(behind.get('') ?? []), ...placed.flatMap((each) => [each, ...(behind.get(each.after.id) ?? [])])]
}
