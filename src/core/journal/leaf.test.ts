import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, isList, Json } from './leaf.ts'

test.for([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [{ '10': 1, '9': 2, 甲: '\n' }, '{"10":1,"9":2,"甲":"\\n"}'],
  ['', '""'],
  [null, 'null'],
] as const)('%j is written %s', ([value, text]) => {
  expect(canonicalJson(value)).toBe(text)
})

const json = fc.json({ maxDepth: 4 }).map((text) => Json.parse(JSON.parse(text)))
test('the same value gives the same text, whatever the order of its keys', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(value)
    }),
  )
})

function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(reversed)
  return Object.fromEntries(
    Object.keys(value)
      .toReversed()
      .map((key) => [key, reversed(value[key] ?? null)]),
  )
}
