import { latin, type Peek, viewOf, type Wipe } from './peek.ts'
import { NO_SHOT, readTiff, type Shot } from './tiff.ts'

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
const APP1 = 0xe1
const EXIF = 'Exif\0\0'
const XMP = 'http://ns.adobe.com/'
const MOST_SEGMENTS = 500
/** Positions in XMP, as attributes and as elements (XMP Specification Part 2, 2.5). */
const XMP_POSITION = /exif:GPS\w+\s*=\s*(?:"[^"]*"|'[^']*')|<exif:GPS(\w+)[^>]*>[^]*?<\/exif:GPS\1>/g

/** What a JPEG tells of itself before its picture begins (ITU-T T.81 B.1, CIPA DC-008). */
export async function readJpeg(file: Peek): Promise<Shot> {
  const shots: Shot[] = []
  let at = 2
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    const head = await file.at(at, 4)
    const marker = head[1] ?? END_OF_IMAGE
    if (head.length < 4 || head[0] !== 0xff || marker === START_OF_SCAN || marker === END_OF_IMAGE) break
    const length = Math.max(2, viewOf(head).getUint16(2))
    if (marker === APP1) shots.push(readSegment(await file.at(at + 4, length - 2), at + 4))
    at += 2 + length
  }
  return {
    takenOn: shots.find(({ takenOn }) => takenOn !== null)?.takenOn ?? null,
    wipes: shots.flatMap(({ wipes }) => wipes),
  }
}

function readSegment(segment: Uint8Array, offset: number): Shot {
  const text = latin(segment)
  if (text.startsWith(EXIF)) return readTiff(segment.subarray(EXIF.length), offset + EXIF.length)
  return text.startsWith(XMP) ? { ...NO_SHOT, wipes: positionsInXmp(text, offset) } : NO_SHOT
}

/** Blanks in the place of each position, so that the XML stays whole. */
function positionsInXmp(text: string, offset: number): readonly Wipe[] {
  return [...text.matchAll(XMP_POSITION)].map(({ index, 0: found }) => ({
    offset: offset + index,
    bytes: new Uint8Array(found.length).fill(0x20),
  }))
}
