import type { Peek } from './peek.ts'

/** Bytes as a file that is read in parts. */
export function peekOf(bytes: Uint8Array): Peek {
  return { size: bytes.length, at: async (offset, length) => bytes.subarray(offset, offset + length) }
}

/** The smallest picture there is, without any words about itself. */
export const PLAIN_JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffda0002', 'hex'),
  Buffer.from('ffd9', 'hex'),
])

/** The values of the position in the photo below, as its bytes: 31° 13′ 47″ N, 121° 28′ 59″ E. */
export const POSITION = [31, 13, 47, 121, 28, 59]

/** An Exif block of a photo taken on 2026-02-11 at a place. */
export function exifBlock({ isLittle = true, takenOn = '2026:02:11 09:15:00', isPlaced = true } = {}): Buffer {
  const block = Buffer.alloc(300)
  const put16 = (value: number, at: number) => (isLittle ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at))
  const put32 = (value: number, at: number) => (isLittle ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at))
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    put16(tag, at)
    put16(type, at + 2)
    put32(count, at + 4)
    put32(value, at + 8)
  }
  block.write(isLittle ? 'II' : 'MM', 'latin1')
  put16(42, 2)
  put32(8, 4)
  put16(isPlaced ? 2 : 1, 8)
  entry(10, 0x8769, 4, 1, 50)
  if (isPlaced) entry(22, 0x8825, 4, 1, 100)
  put16(1, 50)
  entry(52, 0x9003, 2, 20, 70)
  block.write(`${takenOn}\0`, 70, 'latin1')
  if (!isPlaced) return block.subarray(0, 90)
  put16(4, 100)
  for (const [index, tag] of [1, 2, 3, 4].entries()) {
    const at = 102 + index * 12
    if (tag % 2 === 0) entry(at, tag, 5, 3, 160 + (index > 1 ? 24 : 0))
    else entry(at, tag, 2, 2, 0)
    if (tag % 2 === 1) block.write(tag === 1 ? 'N\0' : 'E\0', at + 8, 'latin1')
  }
  for (const [index, value] of POSITION.entries()) {
    put32(value, 160 + index * 8)
    put32(1, 164 + index * 8)
  }
  return block
}

/** A JPEG with these segments of APP1 before its picture. */
export function jpegOf(...segments: readonly Buffer[]): Buffer {
  const parts = segments.map((segment) => {
    const head = Buffer.from([0xff, 0xe1, 0, 0])
    head.writeUInt16BE(segment.length + 2, 2)
    return Buffer.concat([head, segment])
  })
  return Buffer.concat([PLAIN_JPEG.subarray(0, 20), ...parts, PLAIN_JPEG.subarray(20)])
}

/** A photo that says when and where it was taken. */
export function photo(options: Parameters<typeof exifBlock>[0] = {}): Buffer {
  return jpegOf(Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBlock(options)]))
}

export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const inner = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inner.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, inner])
}
