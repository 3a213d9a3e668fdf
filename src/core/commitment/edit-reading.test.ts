import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyChanges, studyReading } from '#core/commitment/commitment.fixture.ts'
import { editReading } from '#core/commitment/edit-reading.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import { Day } from '#core/day/day.ts'
import { Reading } from '#core/draft/reading.ts'
import { implied, stated } from '#core/text/certain.ts'

test.for<[string, ReadingChanges, Partial<Reading>]>([
  ['a changed value is implied by the person', { value: '10' }, { value: implied('10', 'person') }],
  ['the same value stays where it was read', { value: '12', unit: '次', comparator: '>=' }, {}],
  ['null clears', { object: null }, { object: null }],
  [
    'a range has an upper end',
    { comparator: 'range', upper: '15' },
    { comparator: implied('range', 'person'), upper: implied('15', 'person') },
  ],
  ['an upper end needs a range', { upper: '15' }, {}],
  ['a promise without a number has none', { kind: 'achieved' }, { kind: 'achieved', comparator: null, value: null, unit: null }],
  ['the same period stays stated', { period: { unit: 'year', every: 1 } }, {}],
  ['another period', { period: { unit: 'month', every: 2 } }, { period: implied({ unit: 'month', every: 2 }, 'person') }],
  [
    'a name that stays keeps its place in the text',
    { leadOrgs: ['政治部', '办公室', '政治部'] },
    { leadOrgs: [implied('政治部', 'person'), stated('办公室', { start: 20, end: 23 })] },
  ],
])('%s', ([, changes, expected]) => {
  expect(editReading(studyReading, changes)).toEqual({ ...studyReading, ...expected })
})

test('full coverage is 100% where no number is named', () => {
  const promise = editReading(studyReading, { kind: 'achieved' })
  expect(editReading(promise, { kind: 'coverage' })).toMatchObject({
    comparator: implied('=', 'person'),
    value: implied('100', 'person'),
    unit: implied('%', 'person'),
  })
})

test('another due day drops the wording of the old one', () => {
  const dated: Reading = { ...studyReading, deadlineText: stated('2026年6月底前', { start: 0, end: 9 }) }
  expect(editReading(dated, { value: '10' }).deadlineText).toEqual(dated.deadlineText)
  expect(editReading({ ...dated, deadline: null }, { deadline: studyDay }).deadlineText).toBeNull()
})

const studyDay = Day.parse('2026-06-30')

test('any changes give a valid reading, and making them again changes nothing', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const once = editReading(studyReading, changes)
      expect(Reading.parse(once)).toEqual(once)
      expect(editReading(once, changes)).toEqual(once)
    }),
  )
})

const PARTS = ['period', 'scope', 'object', 'base', 'nature', 'leaders', 'leadOrgs', 'owners'] as const

test('what a person does not name stays', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const edited = editReading(studyReading, changes)
      expect(PARTS.filter((part) => changes[part] === undefined && edited[part] !== studyReading[part])).toEqual([])
    }),
  )
})
