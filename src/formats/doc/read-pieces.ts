import { FormatError } from '#formats/errors/format-error.ts'
import type { ReadStream } from './open-compound.ts'

const FLAGS = 0x0a
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
const BODY_LENGTH = 0x4c
const PIECES = 0x01a2
const PIECE_SIZE = 8
const BYTES = 0x40000000

/**
 * The characters of the body of a Word 97–2003 document as they are stored, control characters included (MS-DOC 2.4.1): the text lies in pieces, each in
 * UTF-16 or in one byte a character.
 * @throws FormatError `damaged`, `encrypted`
 */
export function readPieces(read: ReadStream): string {
  const main = bufferOf(read('WordDocument'))
  if (main.length < PIECES + 8) throw new FormatError('damaged', { part: 'WordDocument' })
  const flags = main.readUInt16LE(FLAGS)
  if ((flags & ENCRYPTED) !== 0) throw new FormatError('encrypted')
  const table = bufferOf(read((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table'))
  const start = main.readUInt32LE(PIECES)
  const pieces = pieceTable(table.subarray(start, start + main.readUInt32LE(PIECES + 4)))
  const count = Math.floor((pieces.length - 4) / (4 + PIECE_SIZE))
  const body = main.readUInt32LE(BODY_LENGTH)
  let text = ''
  for (let index = 0; index < count && text.length < body; index++) {
    const length = pieces.readUInt32LE(index * 4 + 4) - pieces.readUInt32LE(index * 4)
    const place = pieces.readUInt32LE((count + 1) * 4 + index * PIECE_SIZE + 2)
    if (length < 0 || length > main.length) throw new FormatError('damaged', { part: 'WordDocument' })
    text += textAt(main, place, length)
  }
  return text.slice(0, body)
}

function textAt(main: Buffer, place: number, length: number): string {
  if ((place & BYTES) === 0) return main.toString('utf16le', place, place + length * 2)
  const from = (place & ~BYTES) >>> 1
  return new TextDecoder('windows-1252').decode(main.subarray(from, from + length))
}

/** Behind formatting data of no use here stands the table of pieces (Clx, MS-DOC 2.9.38). */
function pieceTable(data: Buffer): Buffer {
  let at = 0
  while (at + 5 <= data.length && data[at] === 1) at += 3 + data.readUInt16LE(at + 1)
  if (at + 5 > data.length || data[at] !== 2) throw new FormatError('damaged', { part: 'WordDocument' })
  const pieces = data.subarray(at + 5, at + 5 + data.readUInt32LE(at + 1))
  if (pieces.length < 4) throw new FormatError('damaged', { part: 'WordDocument' })
  return pieces
}

function bufferOf(bytes: Uint8Array | null): Buffer {
  if (bytes === null) throw new FormatError('damaged', { part: 'WordDocument' })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
