import { FormatError } from '#formats/errors/format-error.ts'
import { oleKind } from '#formats/guard/ole-kind.ts'
import { sniffKind } from '#formats/guard/sniff-kind.ts'
import { zipKind } from '#formats/guard/zip-kind.ts'
import { openZip, type Zip } from '#formats/zip/open-zip.ts'
import { readWorkbook } from './read-workbook.ts'
import { readSheet, type SheetRow } from './read-sheet.ts'

/** Largest workbook accepted, in bytes. */
const MAX_BYTES = 50 << 20

/**
 * Reads the first visible sheet of an .xlsx that has anything in it: the text of its cells as a person sees it, days as YYYY-MM-DD; cells merged
 * downwards repeat their value. Formulas give the value that was saved with them.
 * @param name file name, for errors
 * @throws FormatError and nothing else, whatever the bytes are
 */
export function readTable(name: string, bytes: Uint8Array): readonly SheetRow[] {
  try {
    const zip = openWorkbook(bytes)
    const { sheets, strings, dayStyles, isFrom1904 } = readWorkbook(zip)
    for (const { path } of sheets) {
      const rows = readSheet(zip, path, { strings, dayStyles, isFrom1904 })
      if (rows.length > 0) return rows
    }
    throw new FormatError('no-text')
  } catch (error) {
    throw error instanceof FormatError ? error.inFile(name) : error
  }
}

function openWorkbook(bytes: Uint8Array): Zip {
  if (bytes.length === 0) throw new FormatError('empty')
  if (bytes.length > MAX_BYTES) throw new FormatError('too-large', { limit: '50 MB' })
  const kind = sniffKind(bytes)
  if (kind === 'ole') {
    const found = oleKind(bytes)
    throw found === 'encrypted' ? new FormatError('encrypted') : new FormatError('unsupported', { found })
  }
  if (kind !== 'zip') throw new FormatError('wrong-type', { found: kind })
  const zip = openZip(bytes)
  const found = zipKind(zip)
  if (found !== 'xlsx') throw new FormatError('wrong-type', { found })
  return zip
}
