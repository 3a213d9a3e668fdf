import { expect, test } from 'vitest'
import { blankDraft, changesBetween, numberTrouble, type ReadingDraft } from './reading-draft.ts'

test.for<[string, Partial<ReadingDraft>, object]>([
  ['nothing', {}, {}],
  ['spaces are nothing', { value: ' ', unit: '' }, {}],
  ['a value', { kind: 'count', comparator: '>=', value: '12 ', unit: '次' }, { kind: 'count', comparator: '>=', value: '12', unit: '次' }],
  ['a period', { periodUnit: 'month', every: 2 }, { period: { unit: 'month', every: 2 } }],
  ['a day and names', { deadline: '2026-06-30', leadOrgs: ['办公室'] }, { deadline: '2026-06-30', leadOrgs: ['办公室'] }],
])('what is sent: %s', ([, changed, expected]) => {
  expect(changesBetween(blankDraft, { ...blankDraft, ...changed })).toEqual(expected)
})

test('what was emptied is sent as null', () => {
  const before: ReadingDraft = { ...blankDraft, value: '12', nature: 'standing', owners: ['王某'] }
  expect(changesBetween(before, blankDraft)).toEqual({ value: null, nature: null, owners: [] })
})

test.for<[Partial<ReadingDraft>, string | null]>([
  [{ kind: 'count', value: '-3' }, 'below-zero'],
  [{ kind: 'count', value: ' -3 ' }, 'below-zero'],
  [{ kind: 'count', value: '3' }, null],
  [{ kind: 'count', value: '' }, null],
  [{ kind: 'count', comparator: 'range', value: '3', upper: '-1' }, 'below-zero'],
  [{ kind: 'count', comparator: '>=', value: '3', upper: '-1' }, null],
  [{ kind: 'coverage', value: '101', unit: '%' }, 'above-whole'],
  [{ kind: 'achieved', value: '-3' }, null],
])('what is wrong with the numbers of %j is %s', ([changed, trouble]) => {
  expect(numberTrouble({ ...blankDraft, ...changed })).toBe(trouble)
})
