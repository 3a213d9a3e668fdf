import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from '#core/quantity/decimal.ts'
import { compare, multiply, rationalOf, toDecimal, whole } from '#core/quantity/rational.ts'
import { rootOf } from '#core/quantity/root.ts'

test.for([
  ['0', 3, '0'],
  ['5', 1, '5'],
  ['0.9025', 2, '0.95'],
  ['0.857375', 3, '0.95'],
  ['2', 2, '1.414213'],
  ['1', 7, '1'],
] as const)('the root of %s of degree %i is %s', ([number, degree, root]) => {
  expect(toDecimal(rootOf(rationalOf(Decimal.parse(number)), degree), 6, 'down')).toBe(root)
})

test('a root, multiplied by itself, is no more than the number, and the next step is more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 2, max: 6 }),
      (n, d, degree) => {
        const number = { n: BigInt(n), d: BigInt(d) }
        const root = rootOf(number, degree)
        const power = (base: typeof root) => Array.from({ length: degree }, () => base).reduce(multiply, whole(1))
        expect(compare(power(root), number)).toBeLessThanOrEqual(0)
        expect(compare(power({ n: root.n + 1n, d: root.d }), number)).toBeGreaterThan(0)
      },
    ),
  )
})
