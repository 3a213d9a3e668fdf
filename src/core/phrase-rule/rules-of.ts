import type { Reading } from '#core/draft/reading.ts'
import type { Certain, RuleRef } from '#core/text/certain.ts'

/** A part of a reading that was found through a rule. */
export interface RuledPart {
  readonly field: keyof Reading
  readonly rule: RuleRef
}

/** Which parts of a reading were found through which rules, in the order of its parts. */
export function rulesOf(reading: Reading): RuledPart[] {
  const { period, comparator, unit, scope } = reading
  const parts: readonly (readonly [keyof Reading, Certain<unknown> | null])[] = [
    ['period', period],
    ['comparator', comparator],
    ['unit', unit],
    ['scope', scope],
    ...(['leaders', 'leadOrgs', 'supportingOrgs', 'owners'] as const).flatMap((field) =>
      reading[field].map((name) => [field, name] as const),
    ),
  ]
  return parts.flatMap(([field, part]) => (part?.certainty === 'stated' && part.rule !== undefined ? [{ field, rule: part.rule }] : []))
}
