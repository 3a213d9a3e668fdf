import { expect, test } from 'vitest'
import { isTouched } from '#web/_lib/live.ts'

test.for([
  ['ledger', ['record'], true],
  ['record', ['record'], true],
  ['session', ['*'], false],
  ['organisation', ['record'], false],
  ['organisation', ['organisation'], true],
  ['plan', ['record'], false],
  ['plan', ['commitment'], true],
  ['plan', ['*'], true],
  ['plans', ['record'], true],
  ['record-start', ['record'], false],
] as const)('what is kept under %s follows a change of %j: %s', ([first, changed, expected]) => {
  expect(isTouched(first, new Set(changed))).toBe(expected)
})
