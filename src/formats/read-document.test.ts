import { expect, test } from 'vitest'
import { docxFiles, makeDocx, packDocx, paragraph, showBlocks } from '#test/formats/make-docx.ts'
import { readDocument } from './read-document.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const FILES = docxFiles({ body: paragraph('每年不少于4次') })

/** An OLE file of which only the first directory sector with one stream is there. */
function ole(stream: string): Uint8Array {
  const bytes = Buffer.alloc(1024)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.write(stream, 512, 'utf16le')
  bytes.writeUInt16LE(2 * stream.length + 2, 512 + 64)
  return new Uint8Array(bytes)
}

const withType = (type: string): Uint8Array =>
  packDocx({
    ...FILES,
    '[Content_Types].xml': (FILES['[Content_Types].xml'] ?? '').replace(/application\/vnd[^"]*document\.main\+xml/, type),
  })

test.for([
  ['方案.txt', utf8('甲\n乙'), ['甲', '乙']],
  ['方案.MD', utf8('# 甲'), ['heading1: 甲']],
  ['/a/b.c/方案.docx', packDocx(FILES), ['每年不少于4次']],
  ['模板.docx', withType('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'), ['每年不少于4次']],
] as const)('reads %s', ([name, bytes, blocks]) => {
  expect(showBlocks(readDocument(name, bytes))).toEqual(blocks)
})

test.for([
  ['a.docx', new Uint8Array(), 'empty', {}],
  ['a.txt', new Uint8Array((50 << 20) + 1), 'too-large', { limit: '50 MB' }],
  ['a.docx', utf8('%PDF-1.7\n'), 'wrong-type', { found: 'pdf' }],
  ['a.txt', utf8('%PDF-1.7\n'), 'wrong-type', { found: 'pdf' }],
  ['a.pdf', utf8('%PDF-1.7\n'), 'unsupported', { found: 'pdf' }],
  ['a.docx', ole('EncryptionInfo'), 'encrypted', {}],
  ['a.docx', ole('WordDocument'), 'wrong-type', { found: 'doc' }],
  ['a.doc', ole('WordDocument'), 'damaged', {}],
  ['a.doc', ole('Workbook'), 'wrong-type', { found: 'xls' }],
  ['a.xlsx', packDocx(FILES), 'wrong-type', { found: 'docx' }],
  ['a.xls', ole('Workbook'), 'wrong-type', { found: 'xls' }],
  ['a.html', utf8('%PDF-1.7'), 'wrong-type', { found: 'pdf' }],
  ['a.docx', ole('Workbook'), 'wrong-type', { found: 'xls' }],
  ['a.docx', ole('Other'), 'wrong-type', { found: 'ole' }],
  ['a.docx', utf8('{\\rtf1 x}'), 'wrong-type', { found: 'rtf' }],
  ['a.docx', utf8('\uFEFF <!DOCTYPE html><html>'), 'wrong-type', { found: 'html' }],
  ['a.docx', utf8('MIME-Version: 1.0\r\n'), 'wrong-type', { found: 'html' }],
  ['a.docx', utf8('<?xml version="1.0"?><w:wordDocument/>'), 'wrong-type', { found: 'xml' }],
  ['a.docx', utf8('整改方案'), 'wrong-type', { found: 'text' }],
  ['a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'wrong-type', { found: 'image' }],
  ['a.txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'wrong-type', { found: 'image' }],
  ['a.txt', utf8('BM\u0001\u0002\u0003\0\0\0\0'), 'wrong-type', { found: 'image' }],
  ['a.txt', utf8(`MZ${'\0'.repeat(9)}`), 'wrong-type', { found: 'program' }],
  ['a.txt', packDocx(FILES), 'wrong-type', { found: 'docx' }],
  ['a.docx', withType('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'), 'wrong-type', { found: 'xlsx' }],
  ['a.docx', withType('application/vnd.ms-word.document.macroEnabled.main+xml'), 'wrong-type', { found: 'docm' }],
  ['a.docx', packDocx({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), 'wrong-type', { found: 'odf' }],
  ['a.ofd', packDocx({ 'OFD.xml': '<x/>' }), 'damaged', { part: '' }],
  ['a.docx', packDocx({ 'a.txt': 'x' }), 'wrong-type', { found: 'zip' }],
  ['a', utf8('整改方案'), 'unsupported', { found: 'text' }],
  ['a.docx', packDocx(FILES).subarray(0, 700), 'damaged', {}],
  ['a.docx', packDocx({ ...FILES, 'word/document.xml': '<w:document/>' }), 'damaged', { part: 'word/document.xml', line: 1 }],
  ['a.docx', packDocx({ ...FILES, 'word/document.xml': '<p/>' }), 'damaged', { part: 'word/document.xml' }],
  ['a.docx', packDocx({ ...FILES, 'word/styles.xml': '<!DOCTYPE a><a/>' }), 'doctype', { part: 'word/styles.xml', line: 1 }],
  [
    'a.docx',
    packDocx(Object.fromEntries(Object.entries(FILES).filter(([path]) => path !== 'word/document.xml'))),
    'damaged',
    { part: 'word/document.xml' },
  ],
  ['a.docx', makeDocx({ body: paragraph(' ') }), 'no-text', {}],
] as const)('refuses %s %#', ([name, bytes, code, params]) => {
  expect(() => readDocument(name, bytes)).toThrow(expect.objectContaining({ name: 'FormatError', code, params: { file: name, ...params } }))
})

test('macros, embedded objects and external targets are neither read nor followed', () => {
  const external = '<Relationship Id="x" TargetMode="External" Type="http://x/styles" Target="file:///etc/passwd"/>'
  const relations = (FILES['word/_rels/document.xml.rels'] ?? '').replace('</Relationships>', `${external}</Relationships>`)
  const bytes = packDocx({
    ...FILES,
    'word/_rels/document.xml.rels': relations,
    'word/vbaProject.bin': 'x',
    'word/embeddings/oleObject1.bin': '<',
  })
  expect(showBlocks(readDocument('a.docx', bytes))).toEqual(['每年不少于4次'])
})
