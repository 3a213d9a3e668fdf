import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, daysFromTo, mondayOf } from '#core/calendar/months.ts'
import { addDays, Day } from '#core/day/day.ts'
import { dueAfter } from '#core/period/due.ts'
import { isCutShort, periodsOf } from '#core/period/periods-of.ts'
import { periodUnits, Rhythm } from '#core/period/rhythm.ts'

const day = (text: string) => Day.parse(text)
type Every = Extract<Rhythm, { kind: 'every' }>

function every(changes: Partial<Every>): Every {
  return { kind: 'every', count: 1, unit: 'year', from: day('2026-01-31'), to: null, starts: 'calendar', partial: 'full', ...changes }
}

const spans = (rhythm: Every, upTo: string) => periodsOf(rhythm, day(upTo)).map(({ from, to, length }) => `${from}/${to} ${length}`)

test.for([
  ['calendar years, the first in full', every({}), '2026-06-01', ['2026-01-31/2026-12-31 335', '2027-01-01/2027-12-31 365']],
  ['pro rata of the whole year', every({ partial: 'pro-rata' }), '2026-06-01', ['2026-01-31/2026-12-31 365', '2027-01-01/2027-12-31 365']],
  ['none for the first', every({ partial: 'none' }), '2026-06-01', ['2027-01-01/2027-12-31 365']],
  ['years of the plan', every({ starts: 'plan', to: day('2027-01-30') }), '2027-01-01', ['2026-01-31/2027-01-30 365']],
  ['a leap year', every({ from: day('2028-01-01') }), '2028-01-01', ['2028-01-01/2028-12-31 366', '2029-01-01/2029-12-31 365']],
  [
    'quarters',
    every({ unit: 'quarter', partial: 'none' }),
    '2026-09-30',
    ['2026-04-01/2026-06-30 91', '2026-07-01/2026-09-30 92', '2026-10-01/2026-12-31 92'],
  ],
  [
    'half-years',
    every({ unit: 'half-year', from: day('2026-07-01') }),
    '2026-12-31',
    ['2026-07-01/2026-12-31 184', '2027-01-01/2027-06-30 181'],
  ],
  [
    'months of a plan that begins on the 31st',
    every({ unit: 'month', starts: 'plan' }),
    '2026-03-01',
    ['2026-01-31/2026-02-27 28', '2026-02-28/2026-03-30 31', '2026-03-31/2026-04-29 30'],
  ],
  [
    'every two months, from January',
    every({ unit: 'month', count: 2, from: day('2026-02-01'), partial: 'pro-rata' }),
    '2026-02-01',
    ['2026-02-01/2026-02-28 59', '2026-03-01/2026-04-30 61'],
  ],
  [
    'every five months, from the first',
    every({ unit: 'month', count: 5, from: day('2026-02-01') }),
    '2026-02-01',
    ['2026-02-01/2026-06-30 150', '2026-07-01/2026-11-30 153'],
  ],
  ['weeks begin on Monday', every({ unit: 'week' }), '2026-02-01', ['2026-01-31/2026-02-01 2', '2026-02-02/2026-02-08 7']],
  [
    'the last period is cut at the end',
    every({ unit: 'quarter', from: day('2026-01-01'), to: day('2026-05-15'), partial: 'pro-rata' }),
    '2026-12-01',
    ['2026-01-01/2026-03-31 90', '2026-04-01/2026-05-15 91'],
  ],
  ['nothing before the plan is in force but what comes', every({ unit: 'month' }), '2025-01-01', ['2026-01-31/2026-01-31 1']],
] as const)('%s', ([, rhythm, upTo, expected]) => {
  expect(spans(rhythm, upTo)).toEqual(expected)
})

test('the key of a period stays when the plan comes into force later', () => {
  expect(periodsOf(every({}), day('2026-06-01'))[0]?.key).toBe(periodsOf(every({ from: day('2026-03-05') }), day('2026-06-01'))[0]?.key)
})

test('stages and the end of a staged commitment', () => {
  const stages = [{ by: day('2026-06-30'), value: '4' }]
  const rhythm = Rhythm.parse({ kind: 'once', from: '2026-01-31', by: '2026-12-31', stages })
  if (rhythm.kind !== 'once') throw new Error('not once')
  expect(periodsOf(rhythm, day('2026-02-01')).map(({ key, to, value }) => [key, to, value])).toEqual([
    ['stage-1', '2026-06-30', '4'],
    ['once', '2026-12-31', null],
  ])
})

test.for([
  [every({}), true],
  [every({ starts: 'plan' }), false],
  [every({ from: day('2026-01-01') }), false],
  [every({ from: day('2026-01-01'), to: day('2026-12-31') }), false],
  [every({ from: day('2026-01-01'), to: day('2026-12-30') }), true],
  [every({ unit: 'day', to: day('2026-12-30') }), false],
] as const)('%j is cut short: %s', ([rhythm, expected]) => {
  expect(isCutShort(rhythm)).toBe(expected)
})

const days = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays(day('2024-01-01'), offset))
const rhythms = fc
  .record({
    unit: fc.constantFrom(...periodUnits),
    count: fc.integer({ min: 1, max: 7 }),
    from: days,
    length: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: null }),
    starts: fc.constantFrom('calendar' as const, 'plan' as const),
    partial: fc.constantFrom('full' as const, 'pro-rata' as const),
  })
  .map(({ length, ...rest }) => every({ ...rest, to: length === null ? null : addDays(rest.from, length) }))

test('periods follow each other without a gap, from the first day to the day asked for', () => {
  fc.assert(
    fc.property(rhythms, fc.integer({ min: 0, max: 900 }), (rhythm, ahead) => {
      const upTo = addDays(rhythm.from, ahead)
      const periods = periodsOf(rhythm, upTo)
      expect(periods[0]?.from).toBe(rhythm.from)
      for (const [index, { from, to, length, key }] of periods.entries()) {
        const next = periods[index + 1]
        if (to === null || length === null) throw new Error('open')
        expect(next?.from ?? addDays(to, 1)).toBe(addDays(to, 1))
        expect(daysFromTo(from, to)).toBeGreaterThan(0)
        expect(length).toBeGreaterThanOrEqual(daysFromTo(from, to))
        expect(key <= from).toBe(true)
      }
      const last = periods.at(-1)
      expect(last !== undefined && (last.from > upTo || last.to === rhythm.to)).toBe(true)
    }),
  )
})

test.for([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -13, '2024-12-15'],
  ['2028-02-29', 12, '2029-02-28'],
] as const)('%s and %i months is %s', ([from, count, to]) => {
  expect(addMonths(day(from), count)).toBe(to)
})

test.for([
  ['2026-03-01', '2026-02-23'],
  ['2026-03-02', '2026-03-02'],
  ['2026-03-08', '2026-03-02'],
] as const)('the week of %s begins on %s', ([of, monday]) => {
  expect(mondayOf(day(of))).toBe(monday)
})

test.for([
  ['day', 30, { ok: true, value: '2026-03-02' }],
  ['month', 1, { ok: true, value: '2026-02-28' }],
  ['workDay', 5, { ok: false, refusal: { code: 'unknown-year', params: { year: '2026' } } }],
] as const)('within %s × %i of 31 January', ([unit, count, due]) => {
  expect(dueAfter(day('2026-01-31'), { unit, count }, [])).toEqual(due)
})
