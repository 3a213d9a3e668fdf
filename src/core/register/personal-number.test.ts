import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsPersonalNumber } from '#core/register/personal-number.ts'

// the example of GB 11643, and a number of the range that is given to nobody
test.for([
  ['an identity number', '当事人 11010519491231002X 到院', true],
  ['in small letters', '11010519491231002x', true],
  ['in full width', '１１０１０５１９４９１２３１００２Ｘ', true],
  ['with gaps', '110105 19491231 002X', true],
  ['a mobile number', '联系人19900000000', true],
  ['with its country', '+86 199-0000-0000', true],
  ['a number after a day', '2026-03-01 19900000000', true],
  ['a wrong check digit', '110105194912310021', false],
  ['a longer number', '4110105194912310021234', false],
  ['a case number', '(2026)某01民初1234号', false],
  ['a telephone of an office', '0571-12345678', false],
  ['a hotline', '12368', false],
  ['a day', '2026-03-01 至 2026-03-31', false],
  ['an amount', '12800000000.00 元', false],
  ['nothing', '', false],
] as const)('assurance 73: %s', ([, text, is]) => {
  expect(holdsPersonalNumber(text)).toBe(is)
})

test('assurance 73: a mobile number is found wherever it stands among words', () => {
  const words = fc.string({ unit: fc.constantFrom('电', '话', '：', '，', '（', '张', ' ') })
  fc.assert(
    fc.property(words, fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), words, (before, number, after) => {
      expect(holdsPersonalNumber(`${before}${number}${after}`)).toBe(true)
    }),
  )
})
