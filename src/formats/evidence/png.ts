import { crc32 } from 'node:zlib'
import { latin, type Peek, viewOf, type Wipe } from './peek.ts'
import { NO_SHOT, readTiff, type Shot } from './tiff.ts'

const SIGNATURE = 8
const MOST_CHUNKS = 2000
/** Largest Exif block that is looked at, in bytes. */
const MOST_BYTES = 1 << 20

/** What a PNG tells of itself: its chunk eXIf (W3C PNG 11.3.4.6). */
export async function readPng(file: Peek): Promise<Shot> {
  let at = SIGNATURE
  for (let count = 0; count < MOST_CHUNKS; count++) {
    const head = await file.at(at, 8)
    if (head.length < 8) break
    const length = viewOf(head).getUint32(0)
    if (latin(head.subarray(4)) === 'eXIf' && length <= MOST_BYTES) {
      const isWhole = at + 12 + length <= file.size
      return isWhole ? readChunk(await file.at(at + 4, length + 4), at + 4) : NO_SHOT
    }
    at += 12 + length
  }
  return NO_SHOT
}

/** A chunk without its length: when something in it is wiped, its checksum changes with it. */
function readChunk(chunk: Uint8Array, offset: number): Shot {
  const { takenOn, wipes } = readTiff(chunk.subarray(4), offset + 4)
  return { takenOn, wipes: wipes.length === 0 ? [] : [...wipes, checksumOf(chunk, offset, wipes)] }
}

function checksumOf(chunk: Uint8Array, offset: number, wipes: readonly Wipe[]): Wipe {
  const wiped = Uint8Array.from(chunk)
  for (const wipe of wipes) wiped.set(wipe.bytes, wipe.offset - offset)
  const bytes = new Uint8Array(4)
  viewOf(bytes).setUint32(0, crc32(wiped))
  return { offset: offset + chunk.length, bytes }
}
