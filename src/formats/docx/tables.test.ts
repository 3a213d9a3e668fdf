import { expect, test } from 'vitest'
import { inList, level, makeDocx, numbering, paragraph, showBlocks } from '#test/formats/make-docx.ts'
import { readDocument } from '#formats/read-document.ts'

const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const text = (content: string, properties = ''): string => cell(paragraph(content), properties)
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

const NUMBERS = numbering(level(0, 'decimal', '%1', '<w:suff w:val="nothing"/>'))

test.for([
  [
    'rows and the text around',
    paragraph('前') + table(row(text('甲'), text('乙')), row(text('丙'), text('丁'))) + paragraph('后'),
    ['前', 'row0: 甲 | 乙', 'row0: 丙 | 丁', '后'],
  ],
  ['lines of a cell', table(row(cell(paragraph('一') + paragraph('') + paragraph('二')), text('三\t四'))), ['row0: 一 / 二 | 三 四']],
  ['rows without text leave no block', table(row(text(''), text('　')), row(text('甲'), text(''))), ['row0: 甲 | ']],
  [
    'numbers in cells',
    table(row(cell(paragraph('', inList(1, 0))), text('甲')), row(cell(paragraph('', inList(1, 0))), text('乙'))),
    ['row0: 1 | 甲', 'row0: 2 | 乙'],
  ],
  [
    'a table of one cell is a frame',
    table(row(cell(paragraph('甲') + paragraph('乙', '<w:outlineLvl w:val="0"/>')))),
    ['甲', 'heading1: 乙'],
  ],
  [
    'inner tables follow their row',
    table(row(cell(paragraph('外') + table(row(text('内一'), text('内二')))), text('右'))),
    ['row0: 外 | 右', 'row1: 内一 | 内二'],
  ],
  [
    'hidden rows',
    table(row(text('甲'), text('乙')), `<w:tr><w:trPr><w:hidden/></w:trPr>${text('密')}${text('密')}</w:tr>`),
    ['row0: 甲 | 乙'],
  ],
  [
    'rows and cells in content controls',
    table(
      `<w:sdt><w:sdtContent>${row(`<w:sdt><w:sdtContent>${text('甲')}</w:sdtContent></w:sdt>`, text('乙'))}</w:sdtContent></w:sdt>`,
      row(text('丙'), text('丁')),
    ),
    ['row0: 甲 | 乙', 'row0: 丙 | 丁'],
  ],
] as const)('%s', ([, body, blocks]) => {
  expect(showBlocks(readDocument('表.docx', makeDocx({ body, numbering: NUMBERS })))).toEqual(blocks)
})

test('merged cells keep their columns', () => {
  const body = table(
    row(text('序号', '<w:vMerge w:val="restart"/>'), text('问题', '<w:gridSpan w:val="2"/>'), text('时限')),
    row(text('密', '<w:vMerge/>'), text('甲'), text('乙', '<w:hMerge w:val="restart"/>'), text('密', '<w:hMerge/>')),
    `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${text('丙')}${text('丁')}</w:tr>`,
  )
  const document = readDocument('表.docx', makeDocx({ body }))
  const cells = document.blocks.map((block) =>
    (block.cells ?? []).map(({ span, column, columnSpan, continues }) => [
      document.text.slice(span.start, span.end),
      column,
      columnSpan,
      continues,
    ]),
  )
  expect(cells).toEqual([
    [
      ['序号', 0, 1, false],
      ['问题', 1, 2, false],
      ['时限', 3, 1, false],
    ],
    [
      ['', 0, 1, true],
      ['甲', 1, 1, false],
      ['乙', 2, 2, false],
    ],
    [
      ['丙', 1, 1, false],
      ['丁', 2, 1, false],
    ],
  ])
})
