import { expect, test } from 'vitest'
import { writeCommented } from '#formats/docx/write-commented.ts'
import { writeOfficial } from '#formats/docx/write-official.ts'
import { readDocument } from '#formats/read-document.ts'
import { allowedText } from './allowed-text.ts'

test.for([
  ['汉字 and words', '汉字 and words'],
  ['一\t二\n三', '一\t二\n三'],
  ['一\v二', '一\n二'],
  ['一\u0001\u001f\u0085二\r', '一二'],
  ['一\uffff二\ufffe', '一二'],
  ['半\ud83d', '半\ufffd'],
  ['😀', '😀'],
])('%j → %j', ([text, allowed]) => {
  expect(allowedText(text ?? '')).toBe(allowed)
})

test('a control character that somebody pasted does not make an official document unreadable', async () => {
  const bytes = await writeOfficial([{ kind: 'note', words: '检查\u0001发现\v两件' }], { title: '通\u0002知', author: '办\u0003' })
  expect(readDocument('a.docx', new Uint8Array(bytes)).text).toBe('检查发现 两件')
})

test('nor a document with comments', async () => {
  const bytes = await writeCommented('检查\u0001发现', [{ start: 0, end: 2, lines: ['说\u0002明'] }], '办\u0003')
  expect(readDocument('a.docx', new Uint8Array(bytes)).text).toBe('检查发现')
})
