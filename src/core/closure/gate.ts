import type { Occurrence } from '#core/occurrence/occurrence.ts'

/** What can stand in the way of a closure. */
export const missingCodes = ['not-confirmed', 'needs-definition', 'no-occurrence', 'not-met', 'no-evidence', 'difference-open'] as const

/** What stands in the way of a closure, with what it is about. */
export interface Missing {
  readonly code: (typeof missingCodes)[number]
  readonly params: Readonly<Record<string, string>>
}

/** A record that counts, as far as the gate looks at it. */
interface CountedFact {
  readonly record: string
  readonly register: string
  readonly words: string
  readonly evidence: number
  /** False where its register says that its records need no evidence. */
  readonly needsEvidence: boolean
}

/** What the gate looks at. `occurrences`: of the stage to be closed; `openDifferences`: about this commitment, unsettled. */
export interface GateFacts {
  readonly isConfirmed: boolean
  readonly isComputable: boolean
  readonly occurrences: readonly Pick<Occurrence, 'subject' | 'period' | 'state' | 'required' | 'actual'>[]
  readonly counted: readonly CountedFact[]
  readonly openDifferences: number
}

/** 销号条件: everything that is missing before a closure may be asked for; empty: nothing. Who was let off (`waived`) owes nothing. */
export function missingFor(facts: GateFacts): readonly Missing[] {
  const { isConfirmed, isComputable, occurrences, counted, openDifferences } = facts
  const missing: Missing[] = []
  if (!isConfirmed) missing.push({ code: 'not-confirmed', params: {} })
  if (!isComputable) missing.push({ code: 'needs-definition', params: {} })
  else if (occurrences.length === 0) missing.push({ code: 'no-occurrence', params: {} })
  // one line, before what may be hundreds
  if (openDifferences > 0) missing.push({ code: 'difference-open', params: { count: String(openDifferences) } })
  for (const { subject, period, state, required, actual } of occurrences) {
    if (state === 'met' || state === 'waived') continue
    missing.push({ code: 'not-met', params: { subject, ...days(period), state, required: required ?? '', actual: actual ?? '' } })
  }
  for (const { record, words, evidence, needsEvidence } of counted)
    if (needsEvidence && evidence === 0) missing.push({ code: 'no-evidence', params: { record, words } })
  return missing
}

function days({ key, from, to }: Occurrence['period']): Missing['params'] {
  return { period: key, from, ...(to === null ? {} : { to }) }
}
