import { expect, test } from 'vitest'
import { changeMark, higherOf, isCleared, type Mark, markAt, rankOf } from '#core/access/mark.ts'

test.for([
  ['internal', 'internal', true],
  ['internal', 'public', true],
  ['internal', 'sensitive', false],
  ['restricted', 'restricted', true],
] as const)('who is cleared up to %s knows of what is %s: %s', ([clearance, mark, isThere]) => {
  expect(isCleared(clearance, mark)).toBe(isThere)
})

test.for([
  ['public', 0],
  ['restricted', 3],
] as const)('%s is stored as %i', ([mark, rank]) => {
  expect([rankOf(mark), markAt(rank)]).toEqual([rank, mark])
})

test('what is not understood is marked highest', () => {
  expect([markAt(7), higherOf('internal', 'public')]).toEqual(['restricted', 'internal'])
})

const change = (former: Mark, next: Mark, clearance: Mark | null = 'restricted', isOnTrial = false) => {
  const outcome = changeMark({ former, next, clearance, isOnTrial })
  return outcome.ok ? outcome.value : outcome.refusal.code
}
test.for([
  ['higher', change('internal', 'sensitive'), 'set'],
  ['assurance 40: lower, by one alone', change('sensitive', 'internal'), 'request'],
  ['lower on trial', change('sensitive', 'internal', 'restricted', true), 'set'],
  ['the same', change('sensitive', 'sensitive'), 'nothing-changed'],
  ['above one’s own clearance', change('internal', 'restricted', 'sensitive'), 'above-own-clearance'],
  ['by who sees no rows', change('internal', 'restricted', null), 'set'],
] as const)('%s', ([, came, expected]) => {
  expect(came).toBe(expected)
})
