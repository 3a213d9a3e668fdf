import { FormatError } from '#formats/errors/format-error.ts'
import { parseXml } from '#formats/xml/parse-xml.ts'
import { textOfPart } from '#formats/xml/text-of-part.ts'
import { child, childrenNamed, type XmlNode } from '#formats/xml/xml-node.ts'
import type { Zip } from '#formats/zip/open-zip.ts'
import { scanStrings } from './scan-strings.ts'

/** What the cells of a workbook refer to. `sheets`: paths of the visible sheets in their order; `dayStyles`: styles that show a number as a day. */
export interface Workbook {
  readonly sheets: readonly string[]
  readonly strings: readonly string[]
  readonly dayStyles: ReadonlySet<number>
  readonly isFrom1904: boolean
}

/** Number formats that spreadsheets know by number and that show days (ISO/IEC 29500-1 18.8.30, with those of Chinese versions). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

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
    .map(({ attributes }) => targets.get(attributes['r:id'] ?? '') ?? '')
    .filter((path) => zip.paths.has(path))
  const date1904 = child(workbook, 's:workbookPr')?.attributes['date1904']
  return {
    sheets,
    strings: stringsOf(zip),
    dayStyles: dayStylesOf(part(zip, 'xl/styles.xml')),
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

function dayStylesOf(styles: XmlNode | undefined): ReadonlySet<number> {
  const formats = new Map(
    childrenNamed(child(styles, 's:numFmts'), 's:numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? '']),
  )
  const found = childrenNamed(child(styles, 's:cellXfs'), 's:xf').map(({ attributes }, index) => {
    const id = attributes['numFmtId'] ?? '0'
    const code = formats.get(id)
    const isDay = code === undefined ? DAY_FORMATS.has(Number(id)) : showsDay(code)
    return isDay ? index : -1
  })
  return new Set(found.filter((index) => index >= 0))
}

/** Whether a format code writes a year or a day; what stands in quotes, brackets or behind a backslash is not looked at. */
function showsDay(code: string): boolean {
  return /[yYdD年日]/.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')) || /y{2,4}/i.test(code)
}

function pathOf(target: string): string {
  return (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase()
}

function part(zip: Zip, path: string): XmlNode | undefined {
  const bytes = zip.read(path)
  return bytes === undefined ? undefined : parseXml(bytes, path)
}
