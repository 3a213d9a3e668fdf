import { expect, test } from 'vitest'
import { lightOf, Thresholds } from '#core/light/light.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import { viewOf } from '#core/occurrence/view.ts'
import { commitment, day, decimal, factsOf, recordOf, yearly } from '#core/occurrence/world.fixture.ts'
import type { Terms } from '#core/terms/terms.ts'

const quarterly: Terms = {
  ...yearly,
  rhythm: {
    ...yearly.rhythm,
    kind: 'every',
    count: 1,
    unit: 'quarter',
    from: day('2026-01-01'),
    to: null,
    starts: 'calendar',
    partial: 'full',
  },
  target: { ...yearly.target, value: decimal('1') },
}
const open: Terms = { ...yearly, commitment: commitment(3), rhythm: { kind: 'once', from: day('2026-01-01'), by: null, stages: [] } }

function light(terms: Terms, asOf: string, done: number, thresholds?: Thresholds) {
  const records = Array.from({ length: done }, (_, index) => recordOf(index + 1, '2026-01-02'))
  const occurrence = evaluate(terms, viewOf(factsOf(records)), day(asOf))[0]
  return occurrence && lightOf(occurrence, terms.target, thresholds)
}

test.for([
  ['met', yearly, '2026-02-01', 12, 'done'],
  ['past its last day', yearly, '2027-01-01', 11, 'overdue'],
  ['fifteen days before the end of a year', yearly, '2026-12-16', 11, 'due-soon'],
  ['sixteen days before it', yearly, '2026-12-15', 11, 'on-track'],
  ['seven days before the end of a quarter', quarterly, '2026-03-24', 0, 'due-soon'],
  ['eight days before it', quarterly, '2026-03-23', 0, 'not-started'],
  ['more than a unit behind', yearly, '2026-03-04', 0, 'behind'], // 12 × 63 ÷ 365 = 2.07 > 0 + 1.2
  ['not yet 1.2 behind', yearly, '2026-02-05', 0, 'not-started'], // 12 × 36 ÷ 365 = 1.18
  ['begun', yearly, '2026-02-05', 1, 'on-track'],
  ['without an end', open, '2030-01-01', 0, 'not-started'],
  ['to come', yearly, '2025-12-31', 0, 'not-started'],
] as const)('%s', ([, terms, asOf, done, expected]) => {
  expect(light(terms, asOf, done)).toBe(expected)
})

test('exactly as far behind as is allowed is on track', () => {
  const terms: Terms = { ...yearly, target: { ...yearly.target, value: decimal('73') } } // pace: a fifth a day
  const thresholds = Thresholds.parse({ dueSoonDays: 7, dueSoonDaysOfYear: 15, slackUnits: '1', slackPercent: '0' })
  expect(light(terms, '2026-01-10', 1, thresholds)).toBe('on-track') // 2 = 1 + 1
  expect(light(terms, '2026-01-11', 1, thresholds)).toBe('behind')
})

test('thresholds are configuration', () => {
  const thresholds = Thresholds.parse({ dueSoonDays: 30, dueSoonDaysOfYear: 60, slackUnits: '20', slackPercent: '0' })
  expect(light(yearly, '2026-11-01', 1, thresholds)).toBe('due-soon')
  expect(light(yearly, '2026-10-01', 1, thresholds)).toBe('on-track')
})

test('caps are never due soon, and break at once', () => {
  const capped: Terms = { ...quarterly, target: { ...yearly.target, comparator: '<=', value: decimal('1') } }
  expect([light(capped, '2026-03-30', 0), light(capped, '2026-01-02', 2), light(capped, '2026-04-01', 1)]).toEqual([
    'on-track',
    'overdue',
    'done',
  ])
})

test('let off, and in doubt', () => {
  expect(light({ ...yearly, waived: [{ subject: 'org:court', period: '2026-01-01' }] }, '2026-02-01', 0)).toBe('waived')
  const change: Terms['target'] = {
    ...yearly.target,
    measure: { kind: 'change', direction: 'decrease', of: { kind: 'count' }, base: { kind: 'previous' } },
    unit: '%',
  }
  expect(light({ ...yearly, target: change }, '2026-02-01', 0)).toBe('undetermined')
})
