import { expect, test } from 'vitest'
import { Condition } from '#core/counting/condition.ts'
import { conditionOf, linesOf, replaced } from './edits.ts'

const leaf = { kind: 'yes', field: 'zero', value: true }
const choice = { kind: 'one-of', field: 'mode', values: ['走访'] }

test.for([
  [null, ''],
  [leaf, 'leaf'],
  [{ kind: 'not', of: leaf }, 'leaf not'],
  [{ kind: 'all', of: [choice, { kind: 'not', of: leaf }] }, 'leaf, leaf not'],
  [{ kind: 'any', of: [choice, leaf] }, 'whole'],
  [{ kind: 'all', of: [choice, { kind: 'any', of: [leaf, choice] }] }, 'leaf, whole'],
  [{ kind: 'not', of: { kind: 'not', of: leaf } }, 'whole'],
] as const)('%j shows as lines and comes back', ([given, expected]) => {
  const where = given === null ? null : Condition.parse(given)
  const lines = linesOf(where)
  expect(lines.map((line) => `${line.kind}${line.kind === 'leaf' && line.isNot ? ' not' : ''}`).join(', ')).toBe(expected)
  expect(conditionOf(lines)).toEqual(where)
})

test('an entry of a list is replaced or taken out', () => {
  expect(replaced(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c'])
  expect(replaced(['a', 'b', 'c'], 1, null)).toEqual(['a', 'c'])
})
