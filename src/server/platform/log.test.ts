import { expect, test } from 'vitest'
import * as z from 'zod'
import { describeError } from '#server/platform/log.ts'

const CANARY = 'canary-7f3a'

/** An error as the database's driver makes it. */
function databaseError(): Error {
  return Object.assign(new Error(`invalid input: "${CANARY}"`), {
    severity: 'ERROR',
    code: '23505',
    detail: `Key (login_key)=(${CANARY}) already exists.`,
    constraint: 'account_login_key_key',
    table: 'account',
    routine: '_bt_check_unique',
  })
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test.for<[string, () => unknown]>([
  ['the database', databaseError],
  ['JSON', () => thrownBy(() => JSON.parse(`{"a": ${CANARY}}`))],
  ['a schema', () => thrownBy(() => z.enum(['a'], `not ${CANARY}`).parse(CANARY))],
  ['an error about another', () => new Error('saving failed', { cause: databaseError() })],
  ['what is no error', () => CANARY],
])('an error of %s is told without what was entered', ([, make]) => {
  expect(JSON.stringify(describeError(make()))).not.toContain(CANARY)
})

test('what helps to find a bug is told', () => {
  expect(describeError(databaseError())).toMatchObject({
    type: 'DatabaseError',
    code: '23505',
    place: 'account account_login_key_key _bt_check_unique',
  })
  const bug = thrownBy(() => z.never().parse(undefined) ?? null)
  expect(describeError(new TypeError('x is not a function', { cause: bug }))).toMatchObject({
    type: 'TypeError',
    message: 'x is not a function',
    stack: expect.stringMatching(/log\.test\.ts/),
  })
})
