import type { SourceDocument } from '#core/document/document.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { type DraftLine, placeLines } from '#formats/lines/place-lines.ts'
import { openCompound } from './open-compound.ts'
import { readPieces } from './read-pieces.ts'

/**
 * The words of an old Word file, for where LibreOffice is not installed: automatic numbers are not among them, and rows of tables are told by the marks
 * at their ends only. The document says so.
 * @throws FormatError
 */
export function readDoc(bytes: Uint8Array): SourceDocument {
  const drafts = withoutFields(storedIn(bytes))
    .split(/[\r\f]/)
    .flatMap((part, index) => (part.includes('\u0007') ? rowsIn(part, index) : part.split('\v').map(lineFrom)))
  return { ...placeLines(drafts), losses: [{ code: 'numbers-lost', params: {} }] }
}

function storedIn(bytes: Uint8Array): string {
  try {
    return readPieces(openCompound(bytes))
  } catch (error) {
    // an offset that points outside the file
    if (error instanceof RangeError) throw new FormatError('damaged', {}, error)
    throw error
  }
}

/** Marks around a field: what stands between the first two is its instruction, between the last two its result. */
const [FIELD, RESULT, FIELD_END] = ['\u0013', '\u0014', '\u0015'] as const
const INSTRUCTION = new RegExp(`${FIELD}[^${FIELD}-${FIELD_END}]*[${RESULT}${FIELD_END}]`, 'g')

/** Fields show their result. */
function withoutFields(stored: string): string {
  return stored.replaceAll(INSTRUCTION, '').replaceAll(FIELD_END, '')
}

function lineFrom(part: string): DraftLine {
  return { kind: 'paragraph', words: [clean(part)] }
}

/** A cell ends with 0x07, a row with one more: an end without words where the row before had its last one. What stands behind the last is text. */
function rowsIn(part: string, table: number): DraftLine[] {
  const ends = part.split('\u0007')
  const rest = ends.pop() ?? ''
  const rows: DraftLine[] = []
  let cells: string[] = []
  let width = 0
  for (const end of ends) {
    const isEnd = end === '' && cells.length > 0 && (width === 0 || cells.length >= width)
    if (!isEnd) {
      cells.push(clean(end))
      continue
    }
    width = cells.length
    rows.push({ kind: 'row', table, words: cells })
    cells = []
  }
  if (cells.length > 0) rows.push({ kind: 'row', table, words: cells })
  return [...rows, lineFrom(rest)]
}

function clean(words: string): string {
  return words
    .replaceAll(/[\v\u2028\u2029]/g, '\u2028')
    .replaceAll(/[\p{Cc}\u00a0]/gu, ' ')
    .toWellFormed()
    .trim()
}
