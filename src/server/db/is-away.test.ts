import { expect, test } from 'vitest'
import { isDatabaseAway } from '#server/db/is-away.ts'

const errorWith = (fields: object, message = 'x') => Object.assign(new Error(message), fields)

test.for([
  ['refused', errorWith({ code: 'ECONNREFUSED', syscall: 'connect' }), true],
  ['no socket', errorWith({ code: 'ENOENT', syscall: 'connect' }), true],
  ['shut down', errorWith({ code: '57P01' }), true],
  ['starting', errorWith({ code: '57P03' }), true],
  ['lost', errorWith({ code: '08006' }), true],
  ['cut', new Error('Connection terminated unexpectedly'), true],
  ['as a cause', new Error('outer', { cause: errorWith({ code: 'ECONNRESET' }) }), true],
  ['a missing file', errorWith({ code: 'ENOENT', syscall: 'open' }), false],
  ['a unique key', errorWith({ code: '23505' }), false],
  ['a bug', new TypeError('x is not a function'), false],
  ['no error', 'ECONNREFUSED', false],
] as const)('%s', ([, error, away]) => {
  expect(isDatabaseAway(error)).toBe(away)
})
