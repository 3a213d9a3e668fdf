import { expect, test } from 'vitest'
import { linesInOrder } from './columns.ts'
import type { Run } from './page.ts'

const LEFT = [
  '左栏第一行写到行尾',
  '左栏第二行写到行尾',
  '左栏第三行写到行尾',
  '左栏第四行写到行尾',
  '左栏第五行写到行尾',
  '左栏第六行写到行尾',
]
const RIGHT = LEFT.map((line) => line.replace('左', '右'))

/** Each line in two pieces, the second so far from the first. */
function pieces(gap: number): Run[] {
  return LEFT.flatMap((left, at) => [
    { text: left, x: 80, y: 100 + at * 20, width: 90, size: 10 },
    { text: RIGHT[at] ?? '', x: 170 + gap, y: 100 + at * 20, width: 90, size: 10 },
  ])
}

test.for([
  ['pieces that touch one another are one line', 0, LEFT.map((left, at) => left + (RIGHT[at] ?? ''))],
  ['nor does the little that is left free in a justified line part it', 3, LEFT.map((left, at) => left + (RIGHT[at] ?? ''))],
  ['columns stand a character apart at least', 20, [...LEFT, ...RIGHT]],
] as const)('%s', ([, gap, expected]) => {
  expect(linesInOrder(pieces(gap)).map(({ text }) => text)).toEqual(expected)
})
