import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { convertWithOffice, hasOffice } from './office.ts'
import { SAMPLE_TABLE } from './sample-table.ts'

const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'

async function readBack(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  // The library's own Buffer type is older than Node's.
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

test('a table comes back as written', async () => {
  const sheet = await readBack(await writeTable(SAMPLE_TABLE))
  expect(sheet.name).toBe('整改台账 1 2')
  expect(sheet.getCell('A1').value).toBe(SAMPLE_TABLE.title)
  expect(sheet.getCell('E1').isMerged).toBe(true)
  expect(sheet.getCell('A2').value).toBe(SAMPLE_TABLE.subtitle)
  expect(sheet.getRow(3).values).toEqual([undefined, '序号', '反馈问题', '整改措施', '完成时限', '目标值'])
  expect(sheet.getCell('B5').master.address).toBe('B4')
  expect(sheet.getCell('B6').isMerged).toBe(false)
  expect(['C4', 'C5', 'C6', 'C7'].map((address) => sheet.getCell(address).value)).toEqual([
    '每季度集中学习不少于 1 次\n每年交流 2 次',
    `'=HYPERLINK("x")`,
    `'＋补充制度`,
    `'@通报<每月>&"_x005F_x0041_`,
  ])
  expect(['D4', 'D5', 'D6', 'D7'].map((address) => sheet.getCell(address).value)).toEqual([
    new Date(Date.UTC(2026, 11, 31)),
    '长期坚持',
    '2026-02-30',
    null,
  ])
  expect(['E4', 'E5', 'E6', 'E7'].map((address) => sheet.getCell(address).value)).toEqual([4, 98.5, '至少两项', -3])
  expect(sheet.autoFilter).toBe('A3:E7')
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 3 })
  expect(sheet.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:3' })
})

test('20,000 rows with 6,666 merges', async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => [row + 1, `问题${Math.floor(row / 3)}`, '每月1次', '2026-12-31', row])
  const merges = Array.from({ length: 6_666 }, (_, index) => ({ column: 1, row: 3 * index, rows: 3 }))
  const files = unzipSync(await writeTable({ ...SAMPLE_TABLE, rows, merges }))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('<mergeCells count="6668">')
  expect(sheet).toContain('<mergeCell ref="B19999:B20001"/>')
  expect(sheet).toContain('<row r="20003"')
})

test('overlapping merges are refused', async () => {
  const merges = [
    { column: 1, row: 0, rows: 3 },
    { column: 1, row: 2, rows: 2 },
  ]
  await expect(writeTable({ ...SAMPLE_TABLE, merges })).rejects.toThrow(RangeError)
})

test.runIf(hasOffice)('LibreOffice reads what was written', async () => {
  const csv = convertWithOffice(await writeTable(SAMPLE_TABLE), 'xlsx', 'csv', CSV)
  expect(new TextDecoder().decode(csv).trimEnd().split('\n')).toEqual([
    '某某单位整改台账,,,,',
    '制表单位：整改办　　2026年3月1日,,,,',
    '序号,反馈问题,整改措施,完成时限,目标值',
    '1,学习不够经常,"每季度集中学习不少于 1 次',
    '每年交流 2 次",2026-12-31,4',
    `2,,"'=HYPERLINK(""x"")",长期坚持,98.5`,
    `3,制度不健全,'＋补充制度,2026-02-30,至少两项`,
    `4,-,"'@通报<每月>&""_x0041_",,-3`,
  ])
})
