import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumeral } from './numeral.ts'

test.for([
  ['12', '12'],
  ['3,000', '3000'],
  ['0.50', '0.5'],
  ['007', '7'],
  ['两', '2'],
  ['十', '10'],
  ['十五', '15'],
  ['二十六', '26'],
  ['一百二十', '120'],
  ['三千', '3000'],
  ['一百零五', '105'],
  ['二〇二六', '2026'],
  ['次', null],
  ['', null],
] as const)('%s is %s', ([text, value]) => {
  expect(readNumeral(text)).toBe(value)
})

test('digits are read as the number they are', () => {
  fc.assert(
    fc.property(fc.nat(), (number) => {
      expect(readNumeral(String(number))).toBe(String(number))
    }),
  )
})
