import { expect, test } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { codeAt, matchingStep, seedText, seedUri, stepOf } from '#server/authn/totp.ts'

const seed = Buffer.from('12345678901234567890')

// RFC 6238, appendix B: the last six of its eight digits
test.for([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const)('at second %i the code is %s', ([second, code]) => {
  expect(codeAt(seed, stepOf(Instant.parse(new Date(second * 1000).toISOString())))).toBe(code)
})

test('a code counts in its step and in those beside it', () => {
  const now = Instant.parse('2026-03-02T01:00:00.000Z')
  const step = stepOf(now)
  const found = [-2, -1, 0, 1, 2].map((shift) => matchingStep(seed, codeAt(seed, step + shift), now))
  expect(found).toEqual([null, step - 1, step, step + 1, null])
})

// RFC 4648, chapter 10
test.for([
  ['foobar', 'MZXW6YTBOI'],
  ['f', 'MY'],
] as const)('%s in base32 is %s', ([text, encoded]) => {
  expect(seedText(Buffer.from(text))).toBe(encoded)
})

test('names with signs keep the address whole', () => {
  expect(seedUri(Buffer.from('f'), { issuer: '某法院', login: 'a:b&c' })).toBe(
    'otpauth://totp/%E6%9F%90%E6%B3%95%E9%99%A2:a%3Ab%26c?secret=MY&issuer=%E6%9F%90%E6%B3%95%E9%99%A2&algorithm=SHA1&digits=6&period=30',
  )
})
