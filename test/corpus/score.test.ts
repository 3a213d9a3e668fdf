import { expect, test } from 'vitest'
import { Comparator, Period, ReadingKind, Scope } from '#core/draft/reading.ts'
import { DraftCommitment } from '#core/draft/draft.ts'
import { implied } from '#core/text/certain.ts'
import { Day } from '#core/day/day.ts'
import type { GoldCommitment } from '#test/gold/annotation.ts'
import { readGold } from '#test/gold/corpus.ts'
import { f1, scoreTyped } from '#test/gold/score.ts'

const gold = readGold('reform-progress-report')
const perfect = gold.commitments.map(asRead)

/** The reading that agrees with one gold commitment in everything. */
function asRead(commitment: GoldCommitment): DraftCommitment {
  return {
    id: commitment.ref,
    ref: commitment.ref,
    clause: commitment.clause ?? '',
    span: { start: commitment.start, end: commitment.end },
    anchor: { start: commitment.value_start, end: commitment.value_end },
    sentence: { start: commitment.start, end: commitment.end },
    within: null,
    reading: {
      kind: ReadingKind.parse(commitment.kind),
      period: implied(Period.parse({ unit: commitment.period, every: commitment.periodCount }), 'person'),
      comparator: implied(Comparator.parse(commitment.comparator), 'person'),
      value: decimal(commitment.value),
      upper: decimal(commitment.upper),
      unit: commitment.unit === null ? null : implied(commitment.unit, 'person'),
      scope: implied(Scope.parse(commitment.scope), 'person'),
      deadline: commitment.deadline === null ? null : implied(Day.parse(commitment.deadline), 'person'),
      deadlineText: null,
      object: null,
      base: null,
      modality: null,
      nature: null,
      leaders: [],
      leadOrgs: [],
      owners: [],
      supportingOrgs: [],
    },
  }
}

function decimal(number: number | null): DraftCommitment['reading']['value'] {
  return number === null ? null : implied(String(number), 'person')
}

test('the gold agrees with itself', () => {
  expect(scoreTyped(perfect, gold)).toEqual({ hits: gold.commitments.length, spurious: 0, missed: 0 })
  expect(f1(scoreTyped(perfect, gold))).toBe(1)
})

test('nothing read is nothing found', () => {
  expect(scoreTyped([], gold)).toEqual({ hits: 0, spurious: 0, missed: gold.commitments.length })
  expect(f1(scoreTyped([], gold))).toBe(0)
})

test.for<[string, (one: DraftCommitment) => DraftCommitment]>([
  ['another value', (one) => ({ ...one, reading: { ...one.reading, value: implied('999', 'person') } })],
  ['another comparator', (one) => ({ ...one, reading: { ...one.reading, comparator: implied('~', 'person') } })],
  ['another place', (one) => ({ ...one, span: { start: 0, end: 1 }, anchor: { start: 0, end: 1 } })],
])('%s is wrong and leaves its gold unmet', ([, spoil]) => {
  const spoilt = perfect.map((one, index) => (index === 1 ? spoil(one) : one))
  expect(scoreTyped(spoilt, gold)).toEqual({ hits: perfect.length - 1, spurious: 1, missed: 1 })
})

test('a reading said twice counts once', () => {
  expect(scoreTyped([...perfect, ...perfect.map((one) => ({ ...one }))], gold)).toMatchObject({ hits: perfect.length, spurious: perfect.length })
})

test('optional gold neither rewards nor punishes', () => {
  const withOptional = { ...gold, commitments: gold.commitments.map((one, index) => ({ ...one, optional: index === 0 })) }
  expect(scoreTyped(perfect, withOptional)).toEqual({ hits: perfect.length - 1, spurious: 0, missed: 0 })
})
