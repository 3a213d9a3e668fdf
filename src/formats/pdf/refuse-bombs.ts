import { inflateSync } from 'node:zlib'
import { FormatError } from '#formats/errors/format-error.ts'

/** Bounds of what the streams of a PDF unpack to, in bytes. Pictures are never unpacked. `depth`: states of drawing kept at once. */
const PDF_LIMITS = { depth: 256, stream: 64 << 20, total: 256 << 20, otherPacked: 1 << 20, layers: 4 } as const

const STREAM = Buffer.from('stream')
const LONGEST_DICTIONARY = 2_048

/**
 * Refuses a PDF whose streams unpack to more than a document needs, or nest deeper. The reader itself knows no bounds.
 * @throws FormatError `zip-bomb`, `too-deep`
 */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length)) {
    const dictionary = dictionaryBefore(file, at)
    if (dictionary === null || /\/Subtype\s*\/Image\b/.test(dictionary)) continue
    const start = at + STREAM.length + (file[at + STREAM.length] === 0x0d ? 2 : 1)
    const end = file.indexOf('endstream', start, 'latin1')
    const packed = file.subarray(start, end < 0 ? file.length : end)
    if (/LZWDecode|RunLengthDecode|\/LZW\b|\/RL\b/.test(dictionary) && packed.length > PDF_LIMITS.otherPacked)
      throw new FormatError('zip-bomb')
    const { data, size } = unpacked(packed)
    refuseDepth(data)
    total += size
    if (total > PDF_LIMITS.total) throw new FormatError('zip-bomb', { limit: '256 MB' })
  }
}

function dictionaryBefore(file: Buffer, at: number): string | null {
  const before = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at)
  return before.trimEnd().endsWith('>>') ? before.slice(before.lastIndexOf(' obj') + 1) : null
}

/** What a stream unpacks to, also where it was packed more than once. Streams that are not packed, or damaged, are left to the reader. */
function unpacked(packed: Buffer): { readonly data: Buffer; readonly size: number } {
  let data = packed
  let size = packed.length
  for (let layer = 0; layer < PDF_LIMITS.layers && isPacked(data); layer++) {
    try {
      data = inflateSync(data, { maxOutputLength: PDF_LIMITS.stream })
    } catch (error) {
      if (error instanceof RangeError) throw new FormatError('zip-bomb', { limit: '64 MB' }, error)
      break
    }
    size += data.length
  }
  return { data, size }
}

const [KEEP, RESTORE] = [0x71, 0x51]

/** Each `q` keeps the state of drawing until its `Q`; every look at a state goes through all that were kept. */
function refuseDepth(data: Buffer): void {
  let depth = 0
  for (let at = 0; at < data.length; at++) {
    const byte = data[at]
    if ((byte !== KEEP && byte !== RESTORE) || !isBlank(data[at - 1]) || !isBlank(data[at + 1])) continue
    depth = byte === KEEP ? depth + 1 : Math.max(0, depth - 1)
    if (depth > PDF_LIMITS.depth) throw new FormatError('too-deep')
  }
}

function isBlank(byte = 0x20): boolean {
  return byte <= 0x20
}

/** The two bytes a zlib stream begins with (RFC 1950). */
function isPacked(data: Buffer): boolean {
  return data.length > 2 && (data[0] ?? 0) % 16 === 8 && (((data[0] ?? 0) << 8) | (data[1] ?? 0)) % 31 === 0
}
