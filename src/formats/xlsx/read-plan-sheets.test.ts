import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readDocument } from '#formats/read-document.ts'
import { checkDocument } from '#test/formats/check-document.ts'
import { showBlocks } from '#test/formats/make-docx.ts'

async function read(fill: (book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook()
  fill(book)
  const document = readDocument('台账.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
  checkDocument(document)
  return document
}

test('a ledger with its title, merged headings and merged cells', async () => {
  const document = await read((book) => {
    const sheet = book.addWorksheet('Sheet1')
    sheet.addRows([
      ['某委整改台账'],
      ['填报单位：某委'],
      [],
      ['序号', '问题', '责任', '', '时限'],
      ['', '', '领导', '单位', ''],
      [1, '学习不严\n不实', '甲川', '办公室', '2026年9月底'],
      ['', '', '', '人事处', '长期'],
    ])
    for (const range of ['A1:E1', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'A6:A7', 'B6:B7', 'C6:C7']) sheet.mergeCells(range)
  })
  expect(showBlocks(document)).toEqual([
    '某委整改台账',
    '填报单位：某委',
    'row0: 序号 | 问题 | 责任 | 时限',
    'row0:  |  | 领导 | 单位 | ',
    'row0: 1 | 学习不严 / 不实 | 甲川 | 办公室 | 2026年9月底',
    'row0:  |  |  | 人事处 | 长期',
  ])
  const continued = document.blocks.map(({ cells }) => cells?.map(({ continues }) => (continues ? '^' : '.')).join(''))
  expect(continued).toEqual([undefined, undefined, '....', '^^..^', '.....', '^^^..'])
})

test('days, months and shares read as they are shown', async () => {
  const document = await read((book) => {
    const sheet = book.addWorksheet('表')
    sheet.addRows([
      ['时限', '时限', '目标', '数'],
      [new Date('2026-11-01T00:00:00Z'), new Date('2026-11-01T00:00:00Z'), 0.955, 0.955],
    ])
    sheet.getCell('A2').numFmt = 'yyyy"年"m"月"'
    sheet.getCell('B2').numFmt = 'yyyy/m/d'
    sheet.getCell('C2').numFmt = '0.0%'
  })
  expect(showBlocks(document)[1]).toBe('row0: 2026年11月 | 2026-11-01 | 95.5% | 0.955')
})

test('several sheets are several tables under their names; hidden ones are passed over', async () => {
  const document = await read((book) => {
    book.addWorksheet('班子').addRows([
      ['序号', '措施'],
      [1, '甲'],
    ])
    book.addWorksheet('数据', { state: 'hidden' }).addRow(['藏'])
    book.addWorksheet('Sheet3').addRows([
      ['序号', '措施'],
      [2, '乙'],
    ])
  })
  expect(showBlocks(document)).toEqual(['heading1: 班子', 'row0: 序号 | 措施', 'row0: 1 | 甲', 'row1: 序号 | 措施', 'row1: 2 | 乙'])
})

test('what a formula fetches from elsewhere is as it was saved', async () => {
  const document = await read((book) => {
    book
      .addWorksheet('表')
      .addRow(['序号', { formula: 'WEBSERVICE("http://127.0.0.1:9/")', result: '每月1次' }, { formula: '[1]表!A1', result: '办公室' }])
  })
  expect(showBlocks(document)).toEqual(['row0: 序号 | 每月1次 | 办公室'])
})
