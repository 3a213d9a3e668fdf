import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test.for([
  ['２０２６年６月底前', '2026年6月底前'],
  ['（一）不少於９５％；', '(一)不少于95%;'],
  ['每兩週協調１次', '每两周协调1次'],
  ['3～5家、3—5家、3－5家', '3~5家、3-5家、3-5家'],
  ['二○二六年', '二〇二六年'],
  ['優良率≧90%', '优良率≥90%'],
  ['牽頭單位：農業局，畝產翻番', '牵头单位:农业局,亩产翻番'],
] as const)('%s is read as %s', ([text, folded]) => {
  expect(fold(text)).toBe(folded)
})

test('folding moves no offset, and folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const folded = fold(text)
      expect(folded.length).toBe(text.length)
      expect(fold(folded)).toBe(folded)
    }),
  )
})

test('long texts are folded whole', () => {
  const text = '每季度不少於１次。'.repeat(5_000)
  expect(fold(text)).toBe('每季度不少于1次。'.repeat(5_000))
})
