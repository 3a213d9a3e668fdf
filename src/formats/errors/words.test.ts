import { expect, test } from 'vitest'
import { describeFormatError, receivedFormatError } from '#core/document/file-error-words.ts'
import { FormatError } from './format-error.ts'

test.for([
  [
    new FormatError('wrong-type', { file: '方案.docx', found: 'pdf' }),
    { what: '文件内容与扩展名不符：实际是PDF 文件', where: '方案.docx' },
    { what: 'The content is not what the file name says: it is a PDF', where: '方案.docx' },
  ],
  [
    new FormatError('damaged', { file: '方案.docx', part: 'word/document.xml', line: 3 }),
    { what: '文件已损坏', where: '方案.docx，word/document.xml，第 3 行' },
    { what: 'The file is damaged', where: '方案.docx, word/document.xml, line 3' },
  ],
  [
    new FormatError('too-large', { file: 'a.txt', limit: '50 MB' }),
    { what: '文件太大（限度 50 MB）', where: 'a.txt' },
    { what: 'The file is too large (limit 50 MB)', where: 'a.txt' },
  ],
] as const)('%s in words', ([error, zh, en]) => {
  expect(describeFormatError(error, 'zh')).toMatchObject(zh)
  expect(describeFormatError(error, 'en')).toMatchObject(en)
})

test.for([
  ['damaged', { file: '方案.docx', line: '3' }, { code: 'damaged', params: { file: '方案.docx', line: 3 } }],
  ['wrong-type', { found: 'pdf' }, { code: 'wrong-type', params: { found: 'pdf' } }],
  ['wrong-type', { found: 'unheard-of' }, { code: 'wrong-type', params: {} }],
  ['internal', {}, null],
  ['constructor', {}, null],
] as const)('received: %s %j', ([code, params, expected]) => {
  expect(receivedFormatError(code, params)).toEqual(expected)
})
