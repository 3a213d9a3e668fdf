import { expect, test } from 'vitest'
import type { Typed } from '#web/_components/record-form/model/typed.ts'
import { chosenOf } from './chosen.ts'

const version = (name: string, values: Typed['values']): Typed => ({
  from: name,
  to: '',
  startsAtNoon: false,
  endsAtNoon: false,
  org: name,
  subjects: [],
  values,
  names: { [name]: name },
})
const theirs = version('theirs', { a: 'theirs', b: 'theirs' })
const mine = version('mine', { a: 'mine', c: 'mine' })

test.for<[readonly string[], Pick<Typed, 'from' | 'org' | 'values'>]>([
  [[], { from: 'mine', org: 'mine', values: { a: 'mine', c: 'mine' } }],
  [['a', 'b'], { from: 'mine', org: 'mine', values: { a: 'theirs', b: 'theirs', c: 'mine' } }],
  [['occurredOn', 'c'], { from: 'theirs', org: 'mine', values: { a: 'mine' } }],
  [['org'], { from: 'mine', org: 'theirs', values: { a: 'mine', c: 'mine' } }],
])('from them %j', ([fromThem, expected]) => {
  const { from, org, values } = chosenOf(theirs, mine, new Set(fromThem))
  expect({ from, org, values }).toEqual(expected)
})
