import { FormatError } from '#formats/errors/format-error.ts'
import { parseXml } from '#formats/xml/parse-xml.ts'
import { textOfPart } from '#formats/xml/text-of-part.ts'
import { child, childrenNamed, type XmlNode } from '#formats/xml/xml-node.ts'
import type { Zip } from '#formats/zip/open-zip.ts'
import { scanStrings } from './scan-strings.ts'

/**
 * What the cells of a workbook refer to. `sheets`: paths and names of the visible sheets in their order; `dayStyles`: styles that show a number as a day,
 * `monthStyles` as a month of a year, `percentStyles` as per cent.
 */
export interface Workbook {
  readonly sheets: readonly { readonly path: string; readonly name: string }[]
  readonly strings: readonly string[]
  readonly dayStyles: ReadonlySet<number>
  readonly monthStyles: ReadonlySet<number>
  readonly percentStyles: ReadonlySet<number>
  readonly isFrom1904: boolean
}

/** Number formats that spreadsheets know by number and that show days (ISO/IEC 29500-1 18.8.30, with those of Chinese versions). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const MONTH_FORMATS = new Set([17, 27, 36, 50, 52, 57])
const PERCENT_FORMATS = new Set([9, 10])

const STRINGS = 'xl/sharedstrings.xml'
/** More is not held as one text. */
const MOST_TEXT = 64 << 20

/** @throws FormatError */
export function readWorkbook(zip: Zip): Workbook {
  const workbook = part(zip, 'xl/workbook.xml')
  if (workbook === undefined) throw new FormatError('damaged', { part: 'xl/workbook.xml' })
  const targets = new Map(
    childrenNamed(part(zip, 'xl/_rels/workbook.xml.rels'), 'rel:Relationship').map(({ attributes }) => [
      attributes['Id'] ?? '',
      pathOf(attributes['Target'] ?? ''),
    ]),
  )
  const sheets = childrenNamed(child(workbook, 's:sheets'), 's:sheet')
    .filter(({ attributes }) => (attributes['state'] ?? 'visible') === 'visible')
    .map(({ attributes }) => ({ path: targets.get(attributes['r:id'] ?? '') ?? '', name: attributes['name'] ?? '' }))
    .filter(({ path }) => zip.paths.has(path))
  const date1904 = child(workbook, 's:workbookPr')?.attributes['date1904']
  const styles = part(zip, 'xl/styles.xml')
  return {
    sheets,
    strings: stringsOf(zip),
    dayStyles: stylesOf(styles, (id, code) => (code === undefined ? DAY_FORMATS.has(id) : showsDay(code))),
    monthStyles: stylesOf(styles, (id, code) => (code === undefined ? MONTH_FORMATS.has(id) : showsMonth(code))),
    percentStyles: stylesOf(styles, (id, code) => (code === undefined ? PERCENT_FORMATS.has(id) : bare(code).includes('%'))),
    isFrom1904: date1904 === '1' || date1904 === 'true',
  }
}

function stringsOf(zip: Zip): readonly string[] {
  const bytes = zip.read(STRINGS)
  if (bytes === undefined) return []
  const xml = bytes.length > MOST_TEXT ? null : textOfPart(bytes)
  return (xml === null ? null : scanStrings(xml)) ?? childrenNamed(parseXml(bytes, STRINGS), 's:si').map(textOf)
}

/** The text of a string: its runs joined, without the reading aids (拼音) above them. */
export function textOf(node: XmlNode): string {
  return node.children
    .flatMap((each) => (each.name === 's:t' ? [each] : each.name === 's:r' ? childrenNamed(each, 's:t') : []))
    .map(({ text }) => text)
    .join('')
}

function stylesOf(styles: XmlNode | undefined, shows: (id: number, code: string | undefined) => boolean): ReadonlySet<number> {
  const formats = new Map(
    childrenNamed(child(styles, 's:numFmts'), 's:numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? '']),
  )
  const found = childrenNamed(child(styles, 's:cellXfs'), 's:xf').map(({ attributes }, index) => {
    const id = attributes['numFmtId'] ?? '0'
    return shows(Number(id), formats.get(id)) ? index : -1
  })
  return new Set(found.filter((index) => index >= 0))
}

/** A format code without what stands in quotes, brackets or behind a backslash. */
function bare(code: string): string {
  return code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
}

/** Whether a format code writes a year or a day. */
function showsDay(code: string): boolean {
  return /[yYdD年日]/.test(bare(code)) || /y{2,4}/i.test(code)
}

/** Whether a format code writes year and month, but no day. */
function showsMonth(code: string): boolean {
  return /y/i.test(bare(code)) && /m/i.test(bare(code)) && !/[dDhH日]/.test(bare(code))
}

function pathOf(target: string): string {
  return (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase()
}

function part(zip: Zip, path: string): XmlNode | undefined {
  const bytes = zip.read(path)
  return bytes === undefined ? undefined : parseXml(bytes, path)
}
