import { inflateSync } from 'node:zlib'
import { FormatError } from '#formats/errors/format-error.ts'

/** Bounds of what the streams of a PDF unpack to, in bytes. Pictures are never unpacked. */
const PDF_LIMITS = { stream: 64 << 20, total: 256 << 20, otherPacked: 1 << 20, layers: 4 } as const

const STREAM = Buffer.from('stream')
const LONGEST_DICTIONARY = 2_048

/**
 * Refuses a PDF whose streams unpack to more than a document needs. The reader itself unpacks without bounds.
 * @throws FormatError `zip-bomb`
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
    total += sizeOf(packed)
    if (total > PDF_LIMITS.total) throw new FormatError('zip-bomb', { limit: '256 MB' })
  }
}

function dictionaryBefore(file: Buffer, at: number): string | null {
  const before = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at)
  return before.trimEnd().endsWith('>>') ? before.slice(before.lastIndexOf(' obj') + 1) : null
}

/** What a stream unpacks to, also where it was packed more than once. Streams that are not packed, or damaged, are left to the reader. */
function sizeOf(packed: Buffer): number {
  let data = packed
  let total = packed.length
  for (let layer = 0; layer < PDF_LIMITS.layers && isPacked(data); layer++) {
    try {
      data = inflateSync(data, { maxOutputLength: PDF_LIMITS.stream })
    } catch (error) {
      if (error instanceof RangeError) throw new FormatError('zip-bomb', { limit: '64 MB' }, error)
      return total
    }
    total += data.length
  }
  return total
}

/** The two bytes a zlib stream begins with (RFC 1950). */
function isPacked(data: Buffer): boolean {
  return data.length > 2 && (data[0] ?? 0) % 16 === 8 && (((data[0] ?? 0) << 8) | (data[1] ?? 0)) % 31 === 0
}
