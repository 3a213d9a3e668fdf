import type { Commitment } from '#core/commitment/commitment.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { QuestionCode } from '#core/draft/question.ts'
import type { PlanFrame } from '#core/plan/plan.ts'
import type { Scope } from '#core/scope/scope.ts'
import { type Definition, known, open, type OpenCode, type Part } from '#core/terms/definition.ts'
import { rhythmOf } from '#core/terms/rhythm-of.ts'
import { targetOf } from '#core/terms/target-of.ts'
import type { Terms } from '#core/terms/terms.ts'

type Said = Pick<Commitment, 'id' | 'reading' | 'basis' | 'within' | 'carried'>

/** What a commitment comes to: terms that compute; a vague one that only a person can define; or what must be answered first, each once. */
export type TermsFound =
  | { readonly kind: 'terms'; readonly terms: Terms }
  | { readonly kind: 'needs-definition' }
  | { readonly kind: 'questions'; readonly open: readonly OpenCode[] }

/**
 * The terms of a commitment from how it was read, what was answered and how it was defined. Nothing is guessed: what is missing is named. `pending`: questions
 * about it that nobody has answered yet.
 */
export function termsOf(said: Said, frame: PlanFrame, definition: Definition, pending: readonly QuestionCode[] = []): TermsFound {
  const target = targetOf(said, definition)
  if (target === null) return { kind: 'needs-definition' }
  const [rhythm, scope, counting] = [rhythmOf(said, frame, definition), scopeOf(said, definition), countingOf(said, definition)]
  if (target.ok && rhythm.ok && scope.ok && counting.ok && pending.length === 0) {
    const { midPeriod, waived } = definition
    const terms = { target: target.value, rhythm: rhythm.value, scope: scope.value, counting: counting.value, midPeriod, waived }
    return { kind: 'terms', terms: { commitment: said.id, ...terms } }
  }
  const asked = [target, rhythm, scope, counting].flatMap((part) => (part.ok ? [] : part.open))
  return { kind: 'questions', open: [...new Set([...pending, ...asked])] }
}

/** The scopes of a roster that a reading's words allow. */
const ALLOWED = {
  org: ['org', 'post'],
  leader: ['post', 'org'],
  'per-member': ['each', 'pairs'],
  'per-unit': ['each', 'pairs'],
  'per-case': ['record'],
  'per-item': ['record', 'each'],
  pairs: ['pairs'],
} as const satisfies Record<Said['reading']['scope']['value'], readonly Scope['kind'][]>

/** org → the org of the plan, where nothing else is defined; all others must be bound to the roster. Full coverage may hold for anyone. */
function scopeOf({ reading }: Said, { org, scope }: Definition): Part<Scope> {
  const words = reading.scope.value
  if (scope === null) return words === 'org' ? known({ kind: 'org', org, reach: 'own' }) : open('subject')
  const allowed: readonly Scope['kind'][] = ALLOWED[words]
  return reading.kind === 'coverage' || allowed.includes(scope.kind) ? known(scope) : open('subject')
}

/** 其中 is part of what it stands within; one of each (两项各一次) counts in all sources, one event for both in one. 清零 counts what is open. */
function countingOf({ reading, basis, within }: Said, { counting }: Definition): Part<Counting> {
  if (counting === null) return open('counting')
  const both = basis.findLast(({ code }) => code === 'one-or-both')?.answer
  const isEach = counting.mode === 'all' && counting.sources.length > 1
  if ((both === 'both' && !isEach) || (both === 'one' && isEach)) return open('counting')
  const isCleared = reading.kind === 'coverage' && reading.value?.value === '0'
  if (isCleared && counting.completion?.counts !== 'open') return open('counting')
  // what names the part itself need not count for the whole
  const isLinked = counting.sources.every(({ link }) => link !== undefined)
  return known(within === null || counting.within !== null || isLinked ? counting : { ...counting, within })
}
