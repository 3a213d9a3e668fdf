import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { demandKnownAnswers, own } from '#server/journal/self-test.ts'

test('assurance 68: SM2, SM3 and SM4 give their known answers', () => {
  expect(() => demandKnownAnswers()).not.toThrow()
})

test.for([
  ['SM3', { sm3: (text: string) => createHash('sha256').update(text).digest('hex') }, 'SM3 does not give'],
  ['SM4', { sm4: (block: Buffer) => block }, 'SM4 does not give'],
  ['SM2 that refuses everything', { verifies: (): boolean => false }, 'SM2 does not verify'],
  ['SM2 that takes everything', { verifies: (): boolean => true }, 'SM2 verifies a changed'],
] as const)('assurance 68: %s that errs is told', ([, erring, words]) => {
  expect(() => demandKnownAnswers({ ...own, ...erring })).toThrow(words)
})
