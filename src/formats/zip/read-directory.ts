import { FormatError } from '#formats/errors/format-error.ts'
import type { ZipEntry } from './zip-entry.ts'

const END_SIGNATURE = 0x06054b50
const CENTRAL_SIGNATURE = 0x02014b50
const END_SIZE = 22
const CENTRAL_SIZE = 46
const MAX_COMMENT = 0xffff
const UTF8_FLAG = 0x800

/**
 * The entries of a zip archive by its central directory (APPNOTE 4.3.12, 4.3.16).
 * Archives of more than 4 GB (zip64 directories) are no documents and count as damaged.
 * @param maxEntries more are refused before they are read
 * @throws FormatError `damaged`, `zip-bomb`
 */
export function readDirectory(bytes: Uint8Array, maxEntries: number): { entries: ZipEntry[]; start: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (start + size > end) throw new FormatError('damaged')
  if (count > maxEntries) throw new FormatError('zip-bomb', { limit: String(maxEntries) })
  const entries: ZipEntry[] = []
  let offset = start
  while (entries.length < count) {
    if (offset + CENTRAL_SIZE > end || view.getUint32(offset, true) !== CENTRAL_SIGNATURE) throw new FormatError('damaged')
    const next =
      offset + CENTRAL_SIZE + view.getUint16(offset + 28, true) + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true)
    if (next > end) throw new FormatError('damaged')
    entries.push(readEntry(view, bytes, offset))
    offset = next
  }
  // A directory that goes on after its count hides entries from us that another program may see.
  if (offset !== start + size) throw new FormatError('damaged')
  return { entries, start }
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT)
  for (let offset = view.byteLength - END_SIZE; offset >= first; offset--) {
    if (view.getUint32(offset, true) !== END_SIGNATURE) continue
    if (offset + END_SIZE + view.getUint16(offset + 20, true) === view.byteLength) return offset
  }
  throw new FormatError('damaged')
}

function readEntry(view: DataView, bytes: Uint8Array, offset: number): ZipEntry {
  const nameEnd = offset + CENTRAL_SIZE + view.getUint16(offset + 28, true)
  const name = bytes.subarray(offset + CENTRAL_SIZE, nameEnd)
  const flags = view.getUint16(offset + 8, true)
  return {
    path: entryPath(name),
    name: writtenName(name, (flags & UTF8_FLAG) !== 0),
    isEncrypted: (flags & 1) === 1,
    method: view.getUint16(offset + 10, true),
    crc: view.getUint32(offset + 16, true),
    packedSize: view.getUint32(offset + 20, true),
    size: view.getUint32(offset + 24, true),
    offset: view.getUint32(offset + 42, true),
  }
}

/** The name of an entry made comparable. Names of parts are ASCII; others only need to be told apart. */
export function entryPath(name: Uint8Array): string {
  return lowerAscii(new TextDecoder('latin1').decode(name).replaceAll('\\', '/').replace(/^\/+/, ''))
}

/** Only A to Z: above them stand bytes of a character, and two of those are never one. */
export function lowerAscii(path: string): string {
  return path.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** Chinese Windows and WPS write names in GBK without saying so; others in UTF-8, with the flag (APPNOTE D.1) or without. */
function writtenName(bytes: Uint8Array, isUtf8: boolean): string {
  return decodedName(bytes, isUtf8).replaceAll('\\', '/')
}

function decodedName(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
