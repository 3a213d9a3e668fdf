import { expect, test } from 'vitest'
import type { Revision } from '#core/document/document.ts'
import { inList, level, makeDocx, numbering, paragraph, run, showBlocks } from '#test/formats/make-docx.ts'
import { readDocument } from '#formats/read-document.ts'

const BY = 'w:id="1" w:author="王某" w:date="2026-01-05T08:00:00Z"'
const inserted = (content: string): string => `<w:ins ${BY}>${content}</w:ins>`
const deleted = (text: string): string => `<w:del ${BY}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const p = (...content: string[]): string => `<w:p>${content.join('')}</w:p>`
const markDeleted = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}<w:rPr><w:del ${BY}/></w:rPr></w:pPr>${content}</w:p>`
const cell = (content: string): string => `<w:tc><w:p>${content}</w:p></w:tc>`

/** Revisions as `+[start,end] text` and `-[start,end] text`. */
const show = ({ kind, span, text }: Revision): string => `${kind === 'inserted' ? '+' : '-'}[${span.start},${span.end}] ${text}`

test.for([
  [
    'inserted and deleted runs',
    p(run('每年'), deleted('2次'), inserted(run('不少于')), inserted(run('4次'))),
    ['每年不少于4次'],
    ['-[2,2] 2次', '+[2,7] 不少于4次'],
  ],
  ['inserted, then deleted by another', p(run('甲'), inserted(deleted('乙'))), ['甲'], ['-[1,1] 乙']],
  [
    'moves',
    p(`<w:moveFrom ${BY}>${run('甲')}</w:moveFrom>`, run('乙')) + p(`<w:moveTo ${BY}>${run('甲')}</w:moveTo>`),
    ['乙', '甲'],
    ['-[0,0] 甲', '+[2,3] 甲'],
  ],
  ['a deleted paragraph mark joins', markDeleted(run('甲')) + p(run('乙')), ['甲乙'], []],
  ['a deleted paragraph', p(run('甲')) + markDeleted(deleted('乙')) + p(run('丙')), ['甲', '丙'], ['-[2,2] 乙']],
  ['deleted paragraphs at the end', p(run('甲')) + markDeleted(deleted('乙')) + p(deleted('丙')), ['甲'], ['-[1,1] 乙丙']],
  ['a deleted break', p(run('甲'), `<w:del ${BY}><w:r><w:br/></w:r></w:del>`, run('乙')), ['甲乙'], ['-[1,1] \n']],
  [
    'a deleted row',
    `<w:tbl><w:tr>${cell(run('甲'))}${cell(run('乙'))}</w:tr><w:tr><w:trPr><w:del ${BY}/></w:trPr>${cell(deleted('丙'))}${cell(deleted('丁'))}</w:tr></w:tbl>${p(run('后'))}`,
    ['row0: 甲 | 乙', '后'],
    ['-[4,4] 丙\t丁'],
  ],
  [
    'an inserted row, marked by itself or by its runs',
    `<w:tbl>${[run('乙'), inserted(run('乙'))].map((content) => `<w:tr><w:trPr><w:ins ${BY}/></w:trPr>${cell(run('甲'))}${cell(content)}</w:tr>`).join('')}</w:tbl>`,
    ['row0: 甲 | 乙', 'row0: 甲 | 乙'],
    ['+[0,3] 甲\t乙', '+[6,7] 乙'],
  ],
  [
    'changes inside cells',
    `<w:tbl><w:tr>${cell(run('甲'))}${cell(run('每') + deleted('月') + inserted(run('季')))}</w:tr></w:tbl>`,
    ['row0: 甲 | 每季'],
    ['-[3,3] 月', '+[3,4] 季'],
  ],
  [
    'a deleted text box and note',
    p(
      run('甲'),
      `<w:del ${BY}><w:r><w:pict><w:txbxContent>${p(run('框'))}</w:txbxContent></w:pict><w:footnoteReference w:id="1"/></w:r></w:del>`,
    ),
    ['甲'],
    ['-[1,1] 框'],
  ],
  [
    'a tab in a cell',
    `<w:tbl><w:tr>${cell(run('甲'))}${cell(inserted(run('乙\t丙')))}</w:tr></w:tbl>`,
    ['row0: 甲 | 乙 丙'],
    ['+[2,5] 乙 丙'],
  ],
  ['deleted text without its wrapper', p(run('甲'), '<w:r><w:delText>乙</w:delText></w:r>'), ['甲'], ['-[1,1] 乙']],
] as const)('%s', ([, body, blocks, revisions]) => {
  const document = readDocument('方案.docx', makeDocx({ body, footnotes: `<w:footnote w:id="1">${p(run('注'))}</w:footnote>` }))
  expect(showBlocks(document)).toEqual(blocks)
  expect(document.revisions.map(show)).toEqual(revisions)
})

test('who and when', () => {
  const body = p(run('甲'), inserted(run('乙')), '<w:ins w:id="2">', run('丙'), '</w:ins>')
  expect(readDocument('方案.docx', makeDocx({ body })).revisions).toEqual([
    { kind: 'inserted', span: { start: 1, end: 2 }, text: '乙', author: '王某', at: '2026-01-05T08:00:00Z' },
    { kind: 'inserted', span: { start: 2, end: 3 }, text: '丙', author: null, at: null },
  ])
})

test('numbers are those of the accepted document', () => {
  const number = inList(1, 0)
  const body = [
    paragraph('甲', number),
    markDeleted(deleted('乙'), number),
    // The mark of the last paragraph survives, and with it its number.
    markDeleted(run('丙'), number),
    paragraph('丁', number),
    paragraph('戊', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${BY}/></w:numPr>`),
    paragraph('己', `<w:pPrChange ${BY}><w:pPr>${number}</w:pPr></w:pPrChange>`),
  ].join('')
  const document = readDocument('方案.docx', makeDocx({ body, numbering: numbering(level(0, 'chineseCounting', '%1、')) }))
  expect(showBlocks(document)).toEqual(['一、甲', '二、丙丁', '三、戊', '己'])
  expect(document.revisions.map(show)).toEqual(['-[6,6] 乙'])
})
