import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'

/** Lines before the heads of the columns: title, and who made it when. */
const ABOVE = 2

/** The first line of the foot, which explains the lights. */
const FOOT = '灯色说明'

/** The cells of an exported ledger between its title and its foot, as texts; merged cells hold the same text each. */
export async function readWorkbook(file: string): Promise<{ readonly title: string; readonly lines: readonly (readonly string[])[] }> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  const lines: string[][] = []
  for (let row = ABOVE + 1; row <= sheet.rowCount; row += 1) {
    if (sheet.getCell(row, 1).text.startsWith(FOOT)) break
    lines.push(Array.from({ length: sheet.columnCount }, (_, column) => sheet.getCell(row, column + 1).text))
  }
  return { title: sheet.getCell(1, 1).text, lines }
}

const SOFFICE = '/usr/bin/soffice'
export const hasOffice = existsSync(SOFFICE)

/** What LibreOffice makes of an .xlsx file: its first sheet as CSV. */
export function openInOffice(file: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-office-'))
  try {
    const profile = `-env:UserInstallation=file://${folder}/profile`
    // 44 comma, 34 quote, 76 UTF-8
    execFileSync(SOFFICE, [profile, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', folder, file], {
      stdio: 'ignore',
    })
    return readFileSync(path.join(folder, `${path.parse(file).name}.csv`), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
