import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { writeTable } from './write-table.ts'

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('cells are read as a person sees them', async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('名册')
    sheet.addRow(['单位', '日期', '人数', '是否', '合计', '富文本'])
    sheet.addRow([
      '办公室',
      new Date('2026-03-01T00:00:00Z'),
      0.1 + 0.2,
      true,
      { formula: 'C2*2', result: 7 },
      { richText: [{ text: '张' }, { text: '三' }] },
    ])
    sheet.getCell('B2').numFmt = 'yyyy"年"m"月"d"日"'
    sheet.getCell('H4').value = '远处'
  })
  expect(readTable('名册.xlsx', bytes)).toEqual([
    { row: 1, cells: ['单位', '日期', '人数', '是否', '合计', '富文本'] },
    { row: 2, cells: ['办公室', '2026-03-01', '0.3', '1', '7', '张三'] },
    { row: 4, cells: ['', '', '', '', '', '', '', '远处'] },
  ])
})

test('cells merged downwards repeat their value, a title merged across stands once', async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('名册')
    sheet.addRows([
      ['某院名册', '', ''],
      ['办公室', '主任', '甲'],
      ['', '干部', '乙'],
      ['', '干部', '丙'],
    ])
    sheet.mergeCells('A1:C1')
    sheet.mergeCells('A2:A4')
  })
  expect(readTable('名册.xlsx', bytes).map(({ cells }) => cells.join('|').replace(/\|+$/, ''))).toEqual([
    '某院名册',
    '办公室|主任|甲',
    '办公室|干部|乙',
    '办公室|干部|丙',
  ])
})

test('hidden and empty sheets are passed over', async () => {
  const bytes = await workbook((book) => {
    book.addWorksheet('说明', { state: 'hidden' }).addRow(['隐藏'])
    book.addWorksheet('空')
    book.addWorksheet('名册').addRow(['在此'])
  })
  expect(readTable('名册.xlsx', bytes)).toEqual([{ row: 1, cells: ['在此'] }])
})

test('what is written is read again', async () => {
  const columns = (['text', 'day', 'number'] as const).map((kind) => ({ header: kind, width: 10, kind }))
  const bytes = await writeTable({ sheet: '表', title: '题', subtitle: '注', columns, rows: [['甲', '2026-03-01', '12.5']] })
  expect(readTable('表.xlsx', bytes).at(-1)).toEqual({ row: 4, cells: ['甲', '2026-03-01', '12.5'] })
})

const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'

test.for([
  ['nothing', new Uint8Array(), 'empty'],
  ['text', strToU8('单位,姓名'), 'wrong-type'],
  ['no workbook in it', zip({ 'a.txt': 'a' }), 'wrong-type'],
  ['a workbook without its part', zip({ '[Content_Types].xml': TYPES }), 'damaged'],
  ['a part with a DOCTYPE', zip({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': '<!DOCTYPE a><a/>' }), 'doctype'],
  ['no sheet', zip({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': '<workbook/>' }), 'no-text'],
  ['a cut zip', strToU8('PK\u0003\u0004'), 'damaged'],
] as const)('%s is refused: %s', ([, bytes, code]) => {
  expect(() => readTable('名册.xlsx', bytes)).toThrow(expect.objectContaining({ code }))
})
