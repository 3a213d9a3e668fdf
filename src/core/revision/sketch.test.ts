import { expect, test } from 'vitest'
import { promised, writeOut, type Written } from '#core/revision/compare.fixture.ts'
import { sketchOf, versionLikeness } from '#core/revision/sketch.ts'

/** A document with its promises from one number to another. */
function documentOf(title: string, from: number, to: number) {
  const promises = Array.from({ length: to - from }, (_, at) => promised(from + at))
  const measures: readonly Written[] = [{ title: `措施${from}的落实与保障`, promises }]
  return { title, sketch: sketchOf(writeOut(measures).side) }
}

const plan = documentOf('某院整改方案', 1, 200)

test.for([
  ['itself', plan, 0.99, 1],
  ['another name for the same', documentOf('关于整改的方案', 1, 200), 0.95, 1],
  ['a tenth is other', documentOf('关于整改的方案', 20, 220), 0.7, 0.95],
  ['most of it is other', documentOf('关于整改的方案', 150, 350), 0, 0],
  ['the same name', documentOf('某院整改方案（修订稿）', 500, 600), 0.5, 0.5],
  ['no name, nothing shared', { title: '', sketch: [] }, 0, 0],
] as const)('%s', ([, other, least, most]) => {
  const likeness = versionLikeness(plan, other)
  expect(likeness).toBeGreaterThanOrEqual(least)
  expect(likeness).toBeLessThanOrEqual(most)
})

test('other numbers and blanks make no other sketch', () => {
  const one = writeOut([{ title: '改进中心组学习', promises: [promised(1), promised(2)] }])
  const other = writeOut([{ title: '改进中心组 学习', promises: [{ ...promised(1), number: 99 }, promised(2)] }])
  expect(sketchOf(other.side)).toEqual(sketchOf(one.side))
})
