import type { Occurrence } from '#core/occurrence/occurrence.ts'

/** What stands in the way of a closure, each with what it is about. */
export interface Missing {
  readonly code: 'not-confirmed' | 'needs-definition' | 'no-occurrence' | 'not-met' | 'no-evidence' | 'difference-open' | 'question-open'
  readonly params: Readonly<Record<string, string>>
}

/** A record that counts, as far as the gate looks at it. */
export interface CountedFact {
  readonly record: string
  readonly register: string
  readonly words: string
  readonly evidence: number
}

/** What the gate looks at. `occurrences`: of the stage to be closed; `openDifferences`, `openQuestions`: about this commitment. */
export interface GateFacts {
  readonly isConfirmed: boolean
  readonly isComputable: boolean
  readonly occurrences: readonly Pick<Occurrence, 'subject' | 'period' | 'state' | 'required' | 'actual'>[]
  readonly counted: readonly CountedFact[]
  readonly openDifferences: number
  readonly openQuestions: number
}

/** 销号条件: everything that is missing before a closure may be asked for; empty: nothing. Who was let off (`waived`) owes nothing. */
export function missingFor(facts: GateFacts): readonly Missing[] {
  const { isConfirmed, isComputable, occurrences, counted, openDifferences, openQuestions } = facts
  const missing: Missing[] = []
  if (!isConfirmed) missing.push({ code: 'not-confirmed', params: {} })
  if (!isComputable) missing.push({ code: 'needs-definition', params: {} })
  else if (occurrences.length === 0) missing.push({ code: 'no-occurrence', params: {} })
  for (const { subject, period, state, required, actual } of occurrences) {
    if (state === 'met' || state === 'waived') continue
    missing.push({ code: 'not-met', params: { subject, period: period.key, state, required: required ?? '', actual: actual ?? '' } })
  }
  for (const { record, words, evidence } of counted) if (evidence === 0) missing.push({ code: 'no-evidence', params: { record, words } })
  if (openDifferences > 0) missing.push({ code: 'difference-open', params: { count: String(openDifferences) } })
  if (openQuestions > 0) missing.push({ code: 'question-open', params: { count: String(openQuestions) } })
  return missing
}
