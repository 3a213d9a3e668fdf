import { inflateRawSync, crc32 } from 'node:zlib'
import { FormatError } from '#formats/errors/format-error.ts'
import { entryPath, lowerAscii, readDirectory } from './read-directory.ts'
import type { ZipEntry } from './zip-entry.ts'

/** Bounds of an archive. Sizes in bytes; `ratio`: unpacked ÷ packed, looked at from `ratioFrom` bytes on. */
export const ZIP_LIMITS = { entries: 2_000, total: 200 << 20, ratio: 200, ratioFrom: 1 << 20 } as const

/** Bounds that differ for an archive of many documents, of which one at a time is unpacked. */
export type ArchiveBounds = Readonly<Record<'entries' | 'total', number>>

/** An archive whose directory has been checked. */
export interface Zip {
  readonly paths: ReadonlySet<string>
  /** Every entry as its directory tells, in the directory's order. */
  readonly entries: readonly ZipEntry[]
  /** Bytes unpacked so far. */
  readonly unpacked: () => number
  /**
   * Unpacks one entry; undefined if there is none of that path. Entries nobody asks for are never unpacked.
   * @throws FormatError `damaged`, `encrypted`, `zip-bomb`
   */
  readonly read: (path: string) => Uint8Array | undefined
}

const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_SIZE = 30
const STORED = 0
const DEFLATED = 8

/**
 * Opens a zip archive without believing it: entries may not overlap or share a name, the two headers of an entry must agree,
 * and unpacking stops at the size the directory told.
 * @throws FormatError `damaged`, `zip-bomb`
 */
export function openZip(bytes: Uint8Array, bounds: ArchiveBounds = ZIP_LIMITS): Zip {
  const { entries, start } = readDirectory(bytes, bounds.entries)
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > bounds.total) throw new FormatError('zip-bomb', { limit: `${bounds.total / 2 ** 20} MB` })
  const packed = new Map<string, { entry: ZipEntry; data: Uint8Array }>()
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const from = dataOffset(bytes, entry)
    const to = from + entry.packedSize
    if (entry.offset < free || to > start) throw new FormatError('zip-bomb', { part: entry.path })
    if (packed.has(entry.path)) throw new FormatError('damaged', { part: entry.path })
    packed.set(entry.path, { entry, data: bytes.subarray(from, to) })
    free = to
  }
  let unpacked = 0
  const read = (path: string): Uint8Array | undefined => {
    const found = packed.get(lowerAscii(path))
    if (found === undefined) return undefined
    const content = unpack(found.entry, found.data)
    unpacked += content.length
    return content
  }
  return { paths: new Set(packed.keys()), entries, unpacked: () => unpacked, read }
}

function dataOffset(bytes: Uint8Array, entry: ZipEntry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, path: part } = entry
  if (offset + LOCAL_SIZE > view.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE) throw new FormatError('damaged', { part })
  const nameEnd = offset + LOCAL_SIZE + view.getUint16(offset + 26, true)
  const sameName = entryPath(bytes.subarray(offset + LOCAL_SIZE, nameEnd)) === part
  if (!sameName || view.getUint16(offset + 8, true) !== entry.method) throw new FormatError('damaged', { part })
  return nameEnd + view.getUint16(offset + 28, true)
}

function unpack(entry: ZipEntry, data: Uint8Array): Uint8Array {
  const { path: part, size } = entry
  if (entry.isEncrypted) throw new FormatError('encrypted', { part })
  if (size > ZIP_LIMITS.ratioFrom && size > ZIP_LIMITS.ratio * data.length) throw new FormatError('zip-bomb', { part })
  const content = entry.method === STORED ? data : inflate(entry, data)
  if (content.length !== size) throw new FormatError('zip-bomb', { part })
  if (crc32(content) !== entry.crc) throw new FormatError('damaged', { part })
  return content
}

function inflate(entry: ZipEntry, data: Uint8Array): Uint8Array {
  if (entry.method !== DEFLATED) throw new FormatError('damaged', { part: entry.path })
  try {
    // One byte more than told, so that zlib stops a lying entry at its first byte too many.
    return inflateRawSync(data, { maxOutputLength: entry.size + 1 })
  } catch (error) {
    const isLonger = error instanceof RangeError
    throw new FormatError(isLonger ? 'zip-bomb' : 'damaged', { part: entry.path }, error)
  }
}
