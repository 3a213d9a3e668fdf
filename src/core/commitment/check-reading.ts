import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/**
 * Why a reading cannot stand as a person wants it: `value-missing` a number is promised but not named, `comparator-missing`,
 * `upper-missing` a range without its upper end, `upper-below-value`, `below-zero` a number under nothing, `above-whole` more than 100 percent
 * of a whole. `field` names the number that is wrong.
 */
export type ReadingRefusal = 'value-missing' | 'comparator-missing' | 'upper-missing' | 'upper-below-value' | 'below-zero' | 'above-whole'

const MEASURED: ReadonlySet<Reading['kind']> = new Set(['count', 'ratio', 'trend', 'coverage', 'duration'])

/** Contents that name a part of a whole. Other ratios may be above 100 percent: 结收比 105%, 完成率 120%. */
const PART_OF_WHOLE = /(占比|比重|覆盖率|覆盖面)$/u

const NUMBERS = ['kind', 'comparator', 'value', 'upper'] as const

/** Holds a reading to what can be computed where a person has changed its kind or numbers. What the compiler read is never held to it. */
export function checkChanged(reading: Reading, changes: ReadingChanges): Outcome<Reading, ReadingRefusal> {
  return NUMBERS.some((name) => changes[name] !== undefined) ? checkReading(reading) : accept(reading)
}

/** Holds a whole reading that a person has given to what can be computed. */
export function checkReading(reading: Reading): Outcome<Reading, ReadingRefusal> {
  const outside = outOfBounds(reading)
  if (outside !== null) return refuse(outside.code, { field: outside.field })
  if (!MEASURED.has(reading.kind)) return accept(reading)
  if (reading.value === null) return refuse('value-missing', { kind: reading.kind })
  if (reading.comparator === null) return refuse('comparator-missing', { kind: reading.kind })
  if (reading.comparator.value !== 'range') return accept(reading)
  if (reading.upper === null) return refuse('upper-missing')
  const [value, upper] = [reading.value.value, reading.upper.value]
  return Number(upper) < Number(value) ? refuse('upper-below-value', { value, upper }) : accept(reading)
}

/** What decides which numbers a target can have. */
type Bounded = Pick<Reading, 'kind'> & Readonly<Record<'value' | 'upper' | 'unit' | 'object', { readonly value: string } | null>>

/** A number that no target can have, and which of them it is; null where all can stand. */
export function outOfBounds(reading: Bounded): { readonly code: 'below-zero' | 'above-whole'; readonly field: 'value' | 'upper' } | null {
  const { kind, unit, object } = reading
  const isPart = kind === 'coverage' || (kind === 'ratio' && PART_OF_WHOLE.test(object?.value ?? ''))
  const whole = isPart ? WHOLE[unit?.value ?? ''] : undefined
  for (const field of ['value', 'upper'] as const) {
    const number = reading[field]
    if (number === null) continue
    if (Number(number.value) < 0) return { code: 'below-zero', field }
    if (whole !== undefined && Number(number.value) > whole) return { code: 'above-whole', field }
  }
  return null
}

/** How much the whole of something is in a unit of shares. */
const WHOLE: Readonly<Record<string, number>> = { '%': 100, '‰': 1000 }
