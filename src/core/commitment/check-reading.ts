import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/**
 * Why a reading cannot stand as a person wants it: `value-missing` a number is promised but not named, `comparator-missing`,
 * `upper-missing` a range without its upper end, `upper-below-value`.
 */
export type ReadingRefusal = 'value-missing' | 'comparator-missing' | 'upper-missing' | 'upper-below-value'

const MEASURED: ReadonlySet<Reading['kind']> = new Set(['count', 'ratio', 'trend', 'coverage', 'duration'])

const NUMBERS = ['kind', 'comparator', 'value', 'upper'] as const

/** Holds a reading to what can be computed where a person has changed its kind or numbers. What the compiler read is never held to it. */
export function checkChanged(reading: Reading, changes: ReadingChanges): Outcome<Reading, ReadingRefusal> {
  return NUMBERS.some((name) => changes[name] !== undefined) ? checkReading(reading) : accept(reading)
}

/** Holds a whole reading that a person has given to what can be computed. */
export function checkReading(reading: Reading): Outcome<Reading, ReadingRefusal> {
  if (!MEASURED.has(reading.kind)) return accept(reading)
  if (reading.value === null) return refuse('value-missing', { kind: reading.kind })
  if (reading.comparator === null) return refuse('comparator-missing', { kind: reading.kind })
  if (reading.comparator.value !== 'range') return accept(reading)
  if (reading.upper === null) return refuse('upper-missing')
  const [value, upper] = [reading.value.value, reading.upper.value]
  return Number(upper) < Number(value) ? refuse('upper-below-value', { value, upper }) : accept(reading)
}
