import { expect, test } from 'vitest'
import { differences, onTopOf } from './conflict.ts'
import { blankDraft, type ReadingDraft } from './reading-draft.ts'

const before: ReadingDraft = { ...blankDraft, kind: 'count', periodUnit: 'quarter', comparator: '>=', value: '4', unit: '次' }

test.for<[string, Partial<ReadingDraft>, Partial<ReadingDraft>, Partial<ReadingDraft>]>([
  ['nobody changed anything', {}, {}, {}],
  ['what only the other changed is theirs', { value: '5' }, {}, { value: '5' }],
  ['what only I changed is mine', {}, { owners: ['王某'] }, { owners: ['王某'] }],
  ['what both changed is mine', { value: '5' }, { value: '6' }, { value: '6' }],
  ['changes of two fields stand together', { value: '5' }, { deadline: '2026-06-30' }, { value: '5', deadline: '2026-06-30' }],
  ['a period is one thing', { periodUnit: 'month', every: 3 }, { periodUnit: 'quarter', every: 2 }, { periodUnit: 'quarter', every: 2 }],
])('going on from the newest: %s', ([, theirs, mine, expected]) => {
  expect(onTopOf({ ...before, ...theirs }, before, { ...before, ...mine })).toEqual({ ...before, ...expected })
})

test('two versions differ where their values do, lists by what is in them', () => {
  const mine = { ...before, value: '6', owners: ['王某'], leaders: ['许某'] }
  const theirs = { ...before, value: '5', owners: ['王某'] }
  expect(differences(mine, theirs)).toEqual(['value', 'leaders'])
  expect(differences(before, { ...before })).toEqual([])
})
