import { expect, test } from 'vitest'
import { askedOf, filtersFrom, isFiltered } from './filters.ts'

test.for<[string, Record<string, unknown>, object]>([
  ['nothing', {}, {}],
  [
    'what fits',
    { text: '审限', from: '2026-01-01', state: 'draft', late: true },
    { text: '审限', from: '2026-01-01', state: 'draft', late: true },
  ],
  ['what does not', { text: 3, from: 'x', state: 'gone', late: 'yes', choices: { a: 1 }, other: 1 }, {}],
  ['an order', { by: 'org' }, { by: 'org', down: true }],
  ['choices', { choices: { mode: '带案下访' } }, { choices: { mode: '带案下访' } }],
])('reads of the address %s', ([, search, expected]) => {
  expect(filtersFrom(search)).toEqual(expected)
})

test('an order leaves nothing out', () => {
  expect([isFiltered({ by: 'org', down: false }), isFiltered({ late: false })]).toEqual([false, true])
})

test('asks with every filter', () => {
  expect(askedOf({ state: 'draft', by: 'hours', down: false, choices: { mode: '乙' } })).toEqual({
    asOf: null,
    knownAt: null,
    text: '',
    from: null,
    to: null,
    org: null,
    states: ['draft'],
    isLate: null,
    choices: { mode: ['乙'] },
    sort: { by: 'hours', isDown: false },
  })
})
