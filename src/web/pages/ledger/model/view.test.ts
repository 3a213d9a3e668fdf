import { expect, test } from 'vitest'
import { type LedgerFilter, refiltered, sortedBy } from './view.ts'

test('clicks on a head sort up, down, not at all', () => {
  const once = sortedBy([], 'ref', false)
  const twice = sortedBy(once, 'ref', false)
  expect([once, twice, sortedBy(twice, 'ref', false)]).toEqual([
    [{ column: 'ref', descending: false }],
    [{ column: 'ref', descending: true }],
    [],
  ])
})

test('a second column replaces the first, or joins it', () => {
  const sort = [{ column: 'ref', descending: true } as const]
  expect(sortedBy(sort, 'dueOn', false)).toEqual([{ column: 'dueOn', descending: false }])
  expect(sortedBy(sort, 'dueOn', true)).toEqual([...sort, { column: 'dueOn', descending: false }])
})

test('filters of one column are replaced together', () => {
  const state: LedgerFilter = { kind: 'oneOf', column: 'state', values: ['draft'] }
  const some: LedgerFilter = { kind: 'contains', column: 'ref', text: '3' }
  const one: LedgerFilter = { kind: 'oneOf', column: 'ref', values: ['3-1-1'] }
  expect(refiltered([state, some], 'ref', [one])).toEqual([state, one])
  expect(refiltered([state, some], 'ref', [])).toEqual([state])
})
