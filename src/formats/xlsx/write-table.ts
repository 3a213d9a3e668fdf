import type { Borders, Style, Worksheet } from 'exceljs'
import { cellAddress } from './cell-address.ts'
import { safeText } from './cell-value.ts'
import { fillSheet } from './fill-sheet.ts'
import { rowsXml } from './rows-xml.ts'
import type { Table, TableColumn } from './table.ts'

/** Rows before the first row of data: title, subtitle, header. */
const HEAD_ROWS = 3

/** A3 in the numbering of spreadsheets. */
const A3 = 8

/**
 * Writes a table as .xlsx for screen and paper (A3 landscape): title, subtitle, frozen header with filters, merged cells.
 * exceljs writes the frame, the rows are written by ourselves (see `fillSheet`).
 * @returns the bytes of the file
 * @throws RangeError if merges overlap
 */
export async function writeTable(table: Table): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetName(table.sheet), {
    views: [{ state: 'frozen', xSplit: table.frozenColumns ?? 0, ySplit: HEAD_ROWS }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `1:${HEAD_ROWS}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `${table.mark === undefined ? '' : `&L${table.mark.replaceAll('&', '&&')}`}&C&P / &N` },
  })
  // The library's types know only some paper sizes.
  Object.assign(sheet.pageSetup, { paperSize: A3 })
  table.columns.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = width))
  writeHead(sheet, table)
  writePattern(sheet, table)
  return fillSheet(new Uint8Array(await book.xlsx.writeBuffer()), {
    patternRow: HEAD_ROWS + 1,
    lastRow: HEAD_ROWS + table.rows.length + (table.foot?.length ?? 0),
    columns: table.columns.length,
    rows: (styles) => rowsXml(table, HEAD_ROWS + 1, styles),
    ranges: mergedRanges(table),
  })
}

function writeHead(sheet: Worksheet, { title, subtitle, columns, rows }: Table): void {
  const lines = [
    { text: title, style: TITLE_STYLE, height: 36 },
    { text: subtitle, style: SUBTITLE_STYLE, height: 20 },
  ]
  for (const [index, { text, style, height }] of lines.entries()) {
    const row = sheet.getRow(index + 1)
    row.height = height
    row.getCell(1).value = safeText(text)
    row.getCell(1).style = style
    sheet.mergeCells(index + 1, 1, index + 1, Math.max(2, columns.length))
  }
  const header = sheet.getRow(HEAD_ROWS)
  header.height = 30
  columns.forEach((column, index) => {
    header.getCell(index + 1).value = safeText(column.header)
    header.getCell(index + 1).style = HEADER_STYLE
  })
  sheet.autoFilter = { from: { row: HEAD_ROWS, column: 1 }, to: { row: HEAD_ROWS + rows.length, column: Math.max(1, columns.length) } }
}

/** A first row of data without values: it carries the style of each column. */
function writePattern(sheet: Worksheet, { columns }: Table): void {
  columns.forEach(({ kind }, index) => (sheet.getRow(HEAD_ROWS + 1).getCell(index + 1).style = CELL_STYLES[kind]))
}

function mergedRanges({ merges = [], foot = [], rows: data, columns }: Table): string[] {
  const lines = foot.map((_, index) => {
    const row = HEAD_ROWS + data.length + index + 1
    return `${cellAddress(row, 1)}:${cellAddress(row, Math.max(2, columns.length))}`
  })
  const cells = merges
    .filter(({ rows }) => rows > 1)
    .map(({ column, row, rows }) => {
      const top = HEAD_ROWS + row + 1
      return `${cellAddress(top, column + 1)}:${cellAddress(top + rows - 1, column + 1)}`
    })
  return [...cells, ...lines]
}

/** Sheet names: at most 31 characters, some forbidden. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]|^'|'$/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1'
  )
}

const THIN = { style: 'thin' } as const
const BORDER: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN }

const TITLE_STYLE: Partial<Style> = {
  font: { name: '黑体', size: 18, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
}
const SUBTITLE_STYLE: Partial<Style> = { font: { name: '宋体', size: 11 }, alignment: { horizontal: 'left', vertical: 'middle' } }
const HEADER_STYLE: Partial<Style> = {
  font: { name: '黑体', size: 11, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } },
  border: BORDER,
}

const CELL_STYLES: Readonly<Record<TableColumn['kind'], Partial<Style>>> = {
  text: { font: { name: '宋体', size: 11 }, alignment: { vertical: 'middle', wrapText: true }, border: BORDER },
  number: { font: { name: '宋体', size: 11 }, alignment: { horizontal: 'right', vertical: 'middle' }, border: BORDER },
  day: {
    font: { name: '宋体', size: 11 },
    alignment: { horizontal: 'center', vertical: 'middle' },
    border: BORDER,
    numFmt: 'yyyy-mm-dd',
  },
}
