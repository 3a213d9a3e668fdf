import { expect, test } from 'vitest'
import { cutPlaces, partsOf } from './cut-text.ts'

const text = '每年学习不少于12次、调研不少于4次，形成报告2篇。'

test('a text may be cut after punctuation within it', () => {
  expect(cutPlaces(text).map((place) => text.slice(0, place).at(-1))).toEqual(['、', '，'])
})

test.for<[readonly number[], readonly string[]]>([
  [[], ['每年学习不少于12次、调研不少于4次，形成报告2篇']],
  [[11], ['每年学习不少于12次', '调研不少于4次，形成报告2篇']],
  [
    [19, 11],
    ['每年学习不少于12次', '调研不少于4次', '形成报告2篇'],
  ],
])('cut at %j', ([cuts, parts]) => {
  expect(partsOf(text, cuts).map(({ start, end }) => text.slice(start, end))).toEqual(parts)
})
