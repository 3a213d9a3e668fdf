import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const SHEET = 'xl/worksheets/sheet1.xml'

/**
 * Adds merged ranges to the only sheet of a workbook that already has some.
 * exceljs compares each range with all before it: 6,700 ranges took 3 s, 20,000 would take half a minute.
 * @param ranges such as `A4:A6`, not overlapping
 */
export function addMerges(book: Uint8Array, ranges: readonly string[]): Uint8Array {
  if (ranges.length === 0) return book
  const files = unzipSync(book)
  const sheet = strFromU8(files[SHEET] ?? new Uint8Array())
  const added = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const merged = sheet.replace(
    /<mergeCells count="(\d+)">/,
    (_, count: string) => `<mergeCells count="${Number(count) + ranges.length}">${added}`,
  )
  if (merged === sheet) throw new Error('no merged range to add to')
  return zipSync({ ...files, [SHEET]: strToU8(merged) }, { level: 6 })
}

/** The address of a cell; rows and columns count from 1. */
export function cellAddress(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}
