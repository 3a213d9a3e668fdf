import type { Counting } from '#core/counting/counting.ts'
import { numberIn } from '#core/counting/holds.ts'
import { type Candidate, candidatesOf, type Window } from '#core/occurrence/candidates.ts'
import type { ReasonCode } from '#core/occurrence/credit.ts'
import type { Verdict } from '#core/occurrence/judge.ts'
import { measureDays } from '#core/occurrence/measure-days.ts'
import { creditOf, type Growth, type Measured } from '#core/occurrence/measured.ts'
import { add, compare, one, type Rational, whole, zero } from '#core/quantity/rational.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { FieldId } from '#core/register/field.ts'
import { keyOf } from '#core/roster/party.ts'
import type { SimpleMeasure } from '#core/target/measure.ts'

/** A simple measure of a subject's records in a window. Of `all` sources: what is reached in each, so the least; such a measure keeps no growth. */
export function measureSimple(measure: SimpleMeasure, counting: Counting, window: Window): Measured {
  if (counting.mode === 'any' || counting.sources.length < 2) return measureAny(measure, counting, window)
  const each = counting.sources.map((source) => measureAny(measure, { ...counting, sources: [source] }, window))
  const values = each.map(({ value }) => value ?? zero)
  const least = values.reduce((a, b) => (compare(a, b) <= 0 ? a : b))
  return { value: least, credits: each.flatMap(({ credits }) => credits), growth: null }
}

function measureAny(measure: SimpleMeasure, counting: Counting, window: Window): Measured {
  switch (measure.kind) {
    case 'count':
    case 'achieved':
      return measureAdded(candidatesOf(counting, window), () => one, window.others)
    case 'days':
      return measureDays(counting, window)
    case 'sum':
      return measureAdded(candidatesOf(counting, window), (record) => numberIn(record, measure.field), window.others)
    case 'distinct':
      return measureDistinct(candidatesOf(counting, window), measure.field)
    case 'latest':
      return measureLatest(candidatesOf(counting, window), measure.field)
  }
}

/** What each candidate adds, each for itself; `others`: what is known to be added by records that are not among them. */
function measureAdded(
  candidates: readonly Candidate[],
  quantityOf: (record: WorkRecord) => Rational | null,
  others: readonly Growth[],
): Measured {
  const growth = [...others]
  const credits = candidates.map(({ record, day, verdict }) => {
    const by = verdict.counts ? quantityOf(record) : zero
    if (by === null) return creditOf(record, without('no-value'), 0n, 1n, day)
    if (verdict.counts) growth.push({ day, by })
    return creditOf(record, verdict, by.n, by.d, day)
  })
  growth.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return { value: growth.reduce((sum, { by }) => add(sum, by), zero), credits, growth }
}

function measureDistinct(candidates: readonly Candidate[], field: FieldId): Measured {
  const seen = new Set<string>()
  const growth: Growth[] = []
  const credits = candidates.map(({ record, day, verdict }) => {
    if (!verdict.counts) return creditOf(record, verdict, 0n, 1n, day)
    const values = valuesOf(record, field)
    const before = seen.size
    for (const value of values) seen.add(value)
    const by = whole(seen.size - before)
    if (seen.size === before) return creditOf(record, without(values.length === 0 ? 'no-value' : 'same-as-before'), 0n, 1n, day)
    growth.push({ day, by })
    return creditOf(record, verdict, by.n, by.d, day)
  })
  return { value: whole(seen.size), credits, growth }
}

function valuesOf(record: WorkRecord, field: FieldId): readonly string[] {
  const value = record.values[field]
  if (value === undefined || value === '') return []
  if (!Array.isArray(value)) return [typeof value === 'object' ? JSON.stringify(value) : String(value)]
  return value.map((each) => (typeof each === 'string' ? each : keyOf(each)))
}

function measureLatest(candidates: readonly Candidate[], field: FieldId): Measured {
  const last = candidates.findLast(({ record, verdict }) => verdict.counts && numberIn(record, field) !== null)
  const credits = candidates.map((candidate) => {
    const { record, day, verdict } = candidate
    const value = numberIn(record, field)
    if (!verdict.counts) return creditOf(record, verdict, 0n, 1n, day)
    if (value === null) return creditOf(record, without('no-value'), 0n, 1n, day)
    return candidate === last ? creditOf(record, verdict, value.n, value.d, day) : creditOf(record, without('not-latest'), 0n, 1n, day)
  })
  return { value: last === undefined ? null : numberIn(last.record, field), credits, growth: null }
}

function without(code: ReasonCode): Verdict {
  return { counts: false, reason: { code, params: {} } }
}
