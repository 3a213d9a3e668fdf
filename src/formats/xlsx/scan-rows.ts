import { XML_LIMITS } from '#formats/xml/parse-xml.ts'
import { plainText } from '#formats/xml/plain-text.ts'

/** A cell as it stands in a sheet: its column from 1, number of its style, type, and value or text. */
export interface RawCell {
  readonly column: number
  readonly style: string
  readonly type: string
  readonly value: string
}

/** A row as it stands in a sheet; `row` from 1. */
export interface RawRow {
  readonly row: number
  readonly cells: readonly RawCell[]
}

const ROW = /\s*<row((?: [\w:]+="[^"<&>]*")*)\s?(\/)?>/y
const ROW_NUMBER = /(?:^| )r="(\d{1,7})"/
const PREFIXED = / (\w+):/g
const ROW_END = /\s*<\/row>/y
const CELL = /\s*<c(?: r="([A-Z]{1,3})(\d{1,7})")?(?: s="(\d{1,6})")?(?: t="(\w{1,9})")?\s?(\/)?>/y
const CONTENT =
  /\s*(?:<f(?: [^<>]*)?(?:\/>|>[^<]*<\/f>)\s*)?(?:<v(?: xml:space="preserve")?>([^<]*)<\/v>|<v\/>|<is>\s*<t(?: xml:space="preserve")?>([^<]*)<\/t>\s*<\/is>)?\s*<\/c>/y

/**
 * The rows of a sheet's data as spreadsheets commonly write them, straight from the text: a tree of 10,000 × 12 cells takes four times as long. Null where
 * anything is written otherwise, so that a full parser must judge it.
 * @param prefixes of namespaces declared around it
 */
export function scanRows(xml: string, prefixes: ReadonlySet<string>): readonly RawRow[] | null {
  const rows: RawRow[] = []
  let at = 0
  let row = 0
  let elements = 0
  /** What stands next, if it is that. */
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(xml)
    if (found !== null) at = pattern.lastIndex
    return found
  }
  for (;;) {
    const opened = next(ROW)
    if (opened === null) return /\S/.test(xml.slice(at)) ? null : rows
    if (Array.from((opened[1] ?? '').matchAll(PREFIXED), ([, prefix = '']) => prefix).some((prefix) => !prefixes.has(prefix))) return null
    row = Number(ROW_NUMBER.exec(opened[1] ?? '')?.[1] ?? row + 1)
    const cells: RawCell[] = []
    let column = 0
    while (opened[2] === undefined) {
      const cell = next(CELL)
      if (cell === null) break
      elements += 2
      if (elements > XML_LIMITS.elements) return null
      column = cell[1] === undefined ? column + 1 : columnNumber(cell[1])
      const value = cell[5] === undefined ? contentOf(next(CONTENT)) : ''
      if (value === null) return null
      cells.push({ column, style: cell[3] ?? '0', type: cell[4] ?? 'n', value })
    }
    if (opened[2] === undefined && next(ROW_END) === null) return null
    rows.push({ row, cells })
  }
}

function contentOf(found: RegExpExecArray | null): string | null {
  return found === null ? null : plainText(found[1] ?? found[2] ?? '')
}

/** A → 1, Z → 26, AA → 27. */
export function columnNumber(letters: string): number {
  let number = 0
  for (let index = 0; index < letters.length; index += 1) number = number * 26 + letters.charCodeAt(index) - 64
  return number
}
