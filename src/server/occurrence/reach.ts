import type { Day } from '#core/day/day.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { countingsOf } from '#core/occurrence/related.ts'
import { slotsOf } from '#core/occurrence/slots-of.ts'
import type { View } from '#core/occurrence/view.ts'
import type { Terms } from '#core/terms/terms.ts'

/** Whether the occurrences of a commitment exist by records: every case, every time something happens. */
export function needsAllToFind({ rhythm, scope }: Terms): boolean {
  return rhythm.kind === 'within' || scope.kind === 'record'
}

/** Whether an occurrence is made of more than the records that end in its period or later: stocks, two stages, changes, and what exists by records. */
export function looksBack(terms: Terms): boolean {
  return (
    needsAllToFind(terms) ||
    terms.target.measure.kind === 'change' ||
    countingsOf(terms).some(({ since, completion }) => since === 'ever' || completion !== null)
  )
}

/** The day from which on records matter to some occurrences of a commitment that does not look back. */
export function reachOf(terms: Terms, keys: readonly OccurrenceKey[], view: View, asOf: Day): Day {
  const names = new Set(keys.map((key) => `${key.subject} ${key.period}`))
  const days = slotsOf(terms, view, asOf).flatMap(({ subject, period }) => (names.has(`${subject} ${period.key}`) ? [period.from] : []))
  return days.toSorted()[0] ?? asOf
}
