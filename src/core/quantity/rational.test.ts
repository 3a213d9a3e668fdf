import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from '#core/quantity/decimal.ts'
import { add, compare, divide, max, min, multiply, rationalOf, subtract, toDecimal, whole } from '#core/quantity/rational.ts'

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
  .map(([n, digits]) => toDecimal({ n, d: 10n ** BigInt(digits) }, 6, 'half-up'))

const exact = (text: string) => rationalOf(Decimal.parse(text))

test.for([
  ['0.1', '0.2', '0.3'],
  ['-0.05', '0.05', '0'],
  ['999999999999.999999', '0.000001', '1000000000000'],
] as const)('%s + %s is %s', ([a, b, sum]) => {
  expect(toDecimal(add(exact(a), exact(b)), 6, 'half-up')).toBe(sum)
})

test.for([
  ['10.9', 0, 'up', '11'],
  ['-10.9', 0, 'up', '-10'],
  ['10.9', 0, 'down', '10'],
  ['-10.1', 0, 'down', '-11'],
  ['0.125', 2, 'half-up', '0.13'],
  ['-0.125', 2, 'half-up', '-0.13'],
  ['-0.004', 2, 'half-up', '0'],
  ['1.50', 4, 'half-up', '1.5'],
  ['0.5', 0, 'half-up', '1'],
] as const)('%s with %i places, %s, is %s', ([text, digits, rounding, written]) => {
  expect(toDecimal(exact(text), digits, rounding)).toBe(written)
})

test.for(['', '1.', '.5', '+1', '1e9', 'NaN', '１２', '0.1234567', '1234567890123456789'])('%s is no decimal', (text) => {
  expect(Decimal.safeParse(text).success).toBe(false)
})

test('a decimal survives being written and read', () => {
  fc.assert(
    fc.property(decimals, (decimal) => {
      expect(toDecimal(rationalOf(decimal), 6, 'half-up')).toBe(decimal)
    }),
  )
})

test('numbers add, multiply and compare as numbers do', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, (left, middle, right) => {
      const [a, b, c] = [rationalOf(left), rationalOf(middle), rationalOf(right)]
      expect(compare(subtract(add(a, b), b), a)).toBe(0)
      expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(0)
      expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
      expect(compare(min(a, b), max(a, b))).toBeLessThanOrEqual(0)
      expect(compare(multiply(divide(a, b) ?? whole(0), b), compare(b, whole(0)) === 0 ? whole(0) : a)).toBe(0)
    }),
  )
})

test('nothing is divided by zero', () => {
  expect(divide(whole(1), whole(0))).toBeNull()
})
