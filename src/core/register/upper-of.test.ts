import { expect, test } from 'vitest'
import { Decimal } from '#core/quantity/decimal.ts'
import { upperOf } from '#core/register/upper-of.ts'

test.for([
  ['%', null, '100'],
  ['%', '250', '250'],
  ['天', null, '366'],
  ['课时', null, '8784'],
  ['万元', null, null],
] as const)('at most, in %s with the limit %s: %s', ([unit, max, upper]) => {
  expect(upperOf({ unit, max: max === null ? null : Decimal.parse(max) })).toBe(upper)
})
