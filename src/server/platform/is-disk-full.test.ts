import { expect, test } from 'vitest'
import { isDiskFull } from '#server/platform/is-disk-full.ts'

const withCode = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code })

test.for([
  [withCode('ENOSPC'), true],
  [withCode('53100'), true],
  [new Error('around', { cause: withCode('EDQUOT') }), true],
  [withCode('ENOENT'), false],
  [new Error('53100'), false],
  ['ENOSPC', false],
] as const)('%s: %s', ([error, isFull]) => {
  expect(isDiskFull(error)).toBe(isFull)
})
