import { evaluate } from '#core/occurrence/evaluate.ts'
import { type Facts, viewOf } from '#core/occurrence/view.ts'
import { day, decimal, factsOf, register, yearly } from '#core/occurrence/world.fixture.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'

type Shown = readonly [from: string, state: string, actual: string | null, owed: string | null]

export function show(terms: Terms, records: readonly WorkRecord[], asOf: string, facts: Partial<Facts> = {}): readonly Shown[] {
  return evaluate(terms, viewOf(factsOf(records, facts)), day(asOf)).map(({ period, state, actual, owed }) => [
    period.from,
    state,
    actual,
    owed,
  ])
}

export function first(terms: Terms, records: readonly WorkRecord[], asOf: string, facts: Partial<Facts> = {}) {
  return evaluate(terms, viewOf(factsOf(records, facts)), day(asOf))[0]
}

export const every = (unit: 'month' | 'quarter' | 'half-year' | 'year'): Terms['rhythm'] => ({
  kind: 'every',
  count: 1,
  unit,
  from: day('2026-01-01'),
  to: null,
  starts: 'calendar',
  partial: 'full',
})
export const target = (value: string, changes: Partial<Terms['target']> = {}): Terms['target'] => ({
  ...yearly.target,
  value: decimal(value),
  ...changes,
})
export const from = (name: string, where: Terms['counting']['sources'][number]['where'] = null) => ({ register: register(name), where })
