import { expect, test } from 'vitest'
import { lightReason } from '#core/light/light-reason.ts'
import { evaluate } from '#core/occurrence/evaluate.ts'
import { viewOf } from '#core/occurrence/view.ts'
import { day, decimal, factsOf, recordOf, yearly } from '#core/occurrence/world.fixture.ts'
import type { Terms } from '#core/terms/terms.ts'

const sixtyDays: Terms = { ...yearly, target: { ...yearly.target, measure: { kind: 'days' }, value: decimal('60'), unit: '天' } }
const atMost: Terms = { ...yearly, target: { ...yearly.target, comparator: '<=', value: decimal('2') } }

function reason(terms: Terms, asOf: string, ...days: readonly string[]): string {
  const records = days.map((on, index) => recordOf(index + 1, on))
  const [occurrence] = evaluate(terms, viewOf(factsOf(records)), day(asOf))
  if (occurrence === undefined) throw new Error('no occurrence')
  const { code, params } = lightReason(occurrence, terms.target)
  return [code, ...Object.entries(params).map(([key, value]) => `${key} ${value}`)].join(', ')
}

test.for([
  ['behind', sixtyDays, '2026-08-16', ['2026-03-01/2026-03-20'], 'behind, pace 37.5, actual 20, gap 17.5, safe 2026-11-21, owed 40'],
  ['on track', sixtyDays, '2026-03-31', ['2026-03-01/2026-03-20'], 'ahead, pace 14.8, actual 20, safe 2026-11-21'],
  ['soon due', sixtyDays, '2026-11-15', ['2026-03-01/2026-03-20'], 'due-soon, safe 2026-11-21, owed 40, days 6'],
  ['no longer to be reached', sixtyDays, '2026-12-01', ['2026-03-01/2026-03-20'], 'too-late, safe 2026-11-21, owed 40, left 31'],
  ['over', sixtyDays, '2027-01-05', ['2026-03-01/2026-03-20'], 'overdue, to 2026-12-31, actual 20, required 60, owed 40'],
  ['nothing yet', sixtyDays, '2026-01-10', [], 'not-started, pace 1.6, safe 2026-11-01'],
  ['to come', sixtyDays, '2025-12-20', [], 'upcoming, from 2026-01-01'],
  [
    'done',
    { ...yearly, target: { ...yearly.target, value: decimal('1') } },
    '2026-06-01',
    ['2026-03-01'],
    'done, actual 1, required 1, on 2026-03-01',
  ],
  ['within a cap', atMost, '2026-06-01', ['2026-03-01'], 'kept, actual 1, required 2'],
  ['past a cap', atMost, '2026-06-01', ['2026-03-01', '2026-03-02', '2026-03-03'], 'broken, actual 3, required 2'],
] as const)('%s', ([, terms, asOf, days, expected]) => {
  expect(reason(terms, asOf, ...days)).toBe(expected)
})
