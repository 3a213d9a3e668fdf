import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { partAt, sentencesOf } from './sentence.ts'

function sentencesIn(text: string) {
  return sentencesOf(fold(text), { start: 0, end: text.length })
}

test.for([
  ['每月召开1次。每季度通报；年底前完成', ['每月召开1次', '每季度通报', '年底前完成']],
  ['第一行\n第二行\r\n第三行', ['第一行', '第二行', '第三行']],
  ['。。；', []],
  ['  每年 12 次  ', ['每年12次']],
] as const)('%s is cut into sentences', ([text, sentences]) => {
  expect(sentencesIn(text).map(({ text: read }) => read)).toEqual(sentences)
})

test.for([
  ['每月1次，每季度2次：甲', ['每月1次', '每季度2次', '甲']],
  ['汛前（5月31日前，含）完工，验收', ['汛前(5月31日前,含)完工', '验收']],
  ['收回3,000万元，清零', ['收回3,000万元', '清零']],
] as const)('%s has parts', ([text, parts]) => {
  const [sentence] = sentencesIn(text)
  expect(sentence?.parts.map(({ start, end }) => sentence.text.slice(start, end))).toEqual(parts)
})

test('offsets lead back to the document across blanks', () => {
  const text = '一、 每年 不少于 12 次。'
  const [sentence] = sentencesIn(text)
  const start = sentence?.text.indexOf('12') ?? 0
  const span = sentence?.spanOf({ start, end: start + 3 })
  expect(text.slice(span?.start, span?.end)).toBe('12 次')
})

test('every sentence stands in the text and every offset in a part', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('每年1次，。；：（） \n\t3,000')), maxLength: 120 }), (text) => {
      for (const sentence of sentencesIn(text)) {
        const { start, end } = sentence.spanOf({ start: 0, end: sentence.text.length })
        expect(fold(text.slice(start, end)).replaceAll(' ', '')).toBe(sentence.text)
        for (let at = 0; at < sentence.text.length; at++) expect(sentence.parts[partAt(sentence, at)]).toBeDefined()
      }
    }),
  )
})
