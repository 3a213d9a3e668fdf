import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Instant } from '#core/day/day.ts'
import { evaluate, evaluateKey } from '#core/occurrence/evaluate.ts'
import { Occurrence } from '#core/occurrence/occurrence.ts'
import { anyRecord, anyRoster, anyTerms } from '#core/occurrence/random-world.fixture.ts'
import { type Change, registersOf, touchedKeys } from '#core/occurrence/touched-keys.ts'
import { type Facts, type View, viewOf } from '#core/occurrence/view.ts'
import { commitment, day, factsOf, recordId } from '#core/occurrence/world.fixture.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'

const asOf = day('2026-10-15')

type Step =
  | { readonly kind: 'write'; readonly record: WorkRecord }
  | { readonly kind: 'rule'; readonly record: number; readonly counts: boolean }
  | { readonly kind: 'redefine'; readonly terms: Terms }
  | { readonly kind: 'reorganise'; readonly roster: Facts['roster'] }

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: fc.record({ kind: fc.constant('write' as const), record: anyRecord }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('rule' as const), record: fc.integer({ min: 1, max: 8 }), counts: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('redefine' as const), terms: fc.oneof(anyTerms(1), anyTerms(2)) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reorganise' as const), roster: anyRoster }) },
  ),
  { minLength: 1, maxLength: 20 },
)

/** The facts after a step, and what was changed. */
function take(facts: Facts, step: Step, index: number): { facts: Facts; change: Change } {
  switch (step.kind) {
    case 'write': {
      const revision = facts.records.filter(({ id }) => id === step.record.id).length + 1
      return {
        facts: { ...facts, records: [...facts.records, { ...step.record, revision }] },
        change: { kind: 'record', record: step.record.id },
      }
    }
    case 'rule': {
      const change = { commitment: commitment(1), record: recordId(step.record) }
      const at = Instant.parse(`2026-10-15T00:00:${String(index).padStart(2, '0')}Z`)
      const ruling = { ...change, counts: step.counts, reason: '会议纪要', by: '周岚', at }
      return { facts: { ...facts, rulings: [...facts.rulings, ruling] }, change: { kind: 'ruling', ...change } }
    }
    case 'redefine': {
      const terms = facts.terms.map((each) => (each.commitment === step.terms.commitment ? step.terms : each))
      return { facts: { ...facts, terms }, change: { kind: 'terms', commitment: step.terms.commitment } }
    }
    case 'reorganise':
      return { facts: { ...facts, roster: step.roster }, change: { kind: 'roster' } }
  }
}

type Table = Map<string, Occurrence>

function tableOf(terms: Terms, view: View): Table {
  return new Map(evaluate(terms, view, asOf).map((each) => [`${each.subject} ${each.period.key}`, each]))
}

function termsIn(view: View, id: CommitmentId): Terms {
  const terms = view.terms.get(id)
  if (terms === undefined) throw new Error(`no terms of ${id}`)
  return terms
}

/** Evaluates again only what the change may have touched. */
function update(table: Table, change: Change, before: View, after: View): Table {
  const terms = termsIn(after, commitment(1))
  const keys = touchedKeys(terms, change, before, after, asOf)
  if (keys === 'all') return tableOf(terms, after)
  const next = new Map(table)
  for (const key of keys) {
    const occurrence = evaluateKey(terms, key, after, asOf)
    if (occurrence === null) next.delete(`${key.subject} ${key.period}`)
    else next.set(`${key.subject} ${key.period}`, occurrence)
  }
  return next
}

const worlds = fc.record({ terms: fc.tuple(anyTerms(1), anyTerms(2), anyTerms(3)), roster: anyRoster, steps })

test('evaluating what a change touches equals evaluating everything', () => {
  fc.assert(
    fc.property(worlds, ({ terms, roster, steps: taken }) => {
      let facts = factsOf([], { terms, roster })
      let view = viewOf(facts)
      let table = tableOf(terms[0], view)
      for (const [index, step] of taken.entries()) {
        const next = take(facts, step, index)
        const after = viewOf(next.facts)
        table = update(table, next.change, view, after)
        expect(Object.fromEntries(table)).toEqual(Object.fromEntries(tableOf(termsIn(after, commitment(1)), after)))
        facts = next.facts
        view = after
      }
    }),
    { numRuns: 300 },
  )
})

test('a record of a register that cannot matter touches nothing', () => {
  fc.assert(
    fc.property(worlds, anyRecord, ({ terms, roster }, record) => {
      const before = viewOf(factsOf([], { terms, roster }))
      const after = viewOf(factsOf([record], { terms, roster }))
      const keys = touchedKeys(terms[0], { kind: 'record', record: record.id }, before, after, asOf)
      expect(registersOf(terms[0], after.terms).has(record.register) || keys.length === 0).toBe(true)
    }),
  )
})

test('an occurrence is sound: of its schema, nothing owed where met, nothing below zero, the same for any order of the facts', () => {
  fc.assert(
    fc.property(worlds, fc.array(anyRecord, { maxLength: 8 }), ({ terms, roster }, given) => {
      const records = [...new Map(given.map((record) => [record.id, record])).values()]
      const view = viewOf(factsOf(records, { terms, roster }))
      const occurrences = evaluate(terms[0], view, asOf)
      for (const occurrence of occurrences) {
        expect(Occurrence.parse(occurrence)).toEqual(occurrence)
        expect(occurrence.owed?.startsWith('-') ?? false).toBe(false)
        expect(occurrence.state === 'met' ? occurrence.owed : '0').toBe('0')
      }
      expect(evaluate(terms[0], viewOf(factsOf(records.toReversed(), { terms, roster })), asOf)).toEqual(occurrences)
    }),
  )
})
