import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate'
import { cellAddress } from './cell-address.ts'

const SHEET = 'xl/worksheets/sheet1.xml'

/** What goes into a sheet that exceljs has prepared. */
export interface SheetFilling {
  /** Number of the pattern row: it gives the style of each column and is replaced. */
  readonly patternRow: number
  readonly lastRow: number
  readonly columns: number
  /** XML of the rows, in pieces. Styles are the ids of the pattern row's cells. */
  readonly rows: (styles: readonly string[]) => Iterable<string>
  /** Merged ranges such as `A4:A6`, besides those that are there. */
  readonly ranges: readonly string[]
}

/**
 * Fills the only sheet of a workbook with rows and merged ranges.
 * exceljs keeps an object for each cell (20,000 rows took 470 MB) and compares each merged range with all before it
 * (6,700 took 3 s), so it writes the frame only.
 */
export function fillSheet(book: Uint8Array, filling: SheetFilling): Uint8Array {
  const { [SHEET]: sheet = new Uint8Array(), ...others } = unzipSync(book)
  const xml = strFromU8(sheet)
  const start = xml.indexOf(`<row r="${filling.patternRow}"`)
  const end = xml.indexOf('</row>', start) + '</row>'.length
  if (start < 0 || end <= start) throw new Error('no pattern row')
  const head = xml
    .slice(0, start)
    .replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${cellAddress(filling.lastRow, filling.columns)}"/>`)
  const rows = filling.rows(stylesOf(xml.slice(start, end), filling))
  return pack(others, head, rows, withRanges(xml.slice(end), filling.ranges))
}

function stylesOf(row: string, { patternRow, columns }: SheetFilling): string[] {
  const styles = new Map([...row.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].map(([, address = '', style = '']) => [address, style]))
  return Array.from({ length: columns }, (_, column) => styles.get(cellAddress(patternRow, column + 1)) ?? '0')
}

function withRanges(xml: string, ranges: readonly string[]): string {
  const added = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  return xml.replace(/<mergeCells count="(\d+)">/, (_, count: string) => `<mergeCells count="${Number(count) + ranges.length}">${added}`)
}

/** Packs the files again; the sheet piece by piece, since 100,000 rows do not fit into one string. */
function pack(others: Record<string, Uint8Array>, head: string, rows: Iterable<string>, tail: string): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [path, content] of Object.entries(others)) {
    const file = new ZipDeflate(path, { level: 3 })
    zip.add(file)
    file.push(content, true)
  }
  const sheet = new ZipDeflate(SHEET, { level: 3 })
  zip.add(sheet)
  sheet.push(strToU8(head))
  for (const piece of rows) sheet.push(strToU8(piece))
  sheet.push(strToU8(tail), true)
  zip.end()
  return concat(chunks)
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
