import type { Day } from '#core/day/day.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { slotsOf } from '#core/occurrence/slots-of.ts'
import type { View } from '#core/occurrence/view.ts'
import type { Terms } from '#core/terms/terms.ts'

/** Whether an occurrence is made of more than the records that end in its period or later: stocks, two stages, changes, and what exists by records. */
export function looksBack({ counting, rhythm, scope, target: { measure } }: Terms): boolean {
  const sides = measure.kind === 'ratio' ? [measure.numerator.counting, measure.denominator.counting] : []
  const rules = [counting, ...sides].filter((each) => each !== null)
  return (
    rhythm.kind === 'within' ||
    scope.kind === 'record' ||
    measure.kind === 'change' ||
    rules.some(({ since, completion }) => since === 'ever' || completion !== null)
  )
}

/** The day from which on records matter to some occurrences of a commitment; null: all do. */
export function reachOf(terms: Terms, keys: readonly OccurrenceKey[], view: View, asOf: Day): Day | null {
  if (looksBack(terms)) return null
  const names = new Set(keys.map(({ subject, period }) => `${subject} ${period}`))
  const days = slotsOf(terms, view, asOf).flatMap(({ subject, period }) => (names.has(`${subject} ${period.key}`) ? [period.from] : []))
  return days.toSorted()[0] ?? asOf
}
