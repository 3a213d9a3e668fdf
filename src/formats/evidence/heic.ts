import { boxAt, boxesIn } from './boxes.ts'
import { latin, type Peek, viewOf } from './peek.ts'
import { NO_SHOT, readTiff, type Shot } from './tiff.ts'

/** Largest table or Exif block that is looked at, in bytes. */
const MOST_BYTES = 1 << 20

/** What a HEIC tells of itself: its item of type Exif (ISO/IEC 23008-12 A.2), found by the tables `iinf` and `iloc` (ISO/IEC 14496-12 8.11). */
export async function readHeic(file: Peek): Promise<Shot> {
  const meta = await boxAt(file, ['meta'], { from: 0, to: file.size })
  if (meta === null) return NO_SHOT
  const inner = { from: meta.from + 4, to: meta.to }
  const [info, places] = [await boxAt(file, ['iinf'], inner), await boxAt(file, ['iloc'], inner)]
  if (info === null || places === null) return NO_SHOT
  const item = await exifItem(file, info)
  const place = item === null ? null : placeOf(await file.at(places.from, Math.min(places.to - places.from, MOST_BYTES)), item)
  if (place === null || place.length < 8) return NO_SHOT
  const block = await file.at(place.offset, Math.min(place.length, MOST_BYTES))
  if (block.length < 8) return NO_SHOT
  // four bytes say how far behind them the TIFF header stands
  const start = 4 + viewOf(block).getUint32(0)
  return start >= block.length ? NO_SHOT : readTiff(block.subarray(start), place.offset + start)
}

async function exifItem(file: Peek, { from, to }: { readonly from: number; readonly to: number }): Promise<number | null> {
  const version = (await file.at(from, 1))[0] ?? 0
  for (const entry of await boxesIn(file, from + (version === 0 ? 6 : 8), to)) {
    const bytes = await file.at(entry.from, 16)
    const isWide = bytes[0] === 3
    if (entry.type !== 'infe' || bytes.length < (isWide ? 14 : 12)) continue
    const type = isWide ? 10 : 8
    if (latin(bytes.subarray(type, type + 4)) === 'Exif') return isWide ? viewOf(bytes).getUint32(4) : viewOf(bytes).getUint16(4)
  }
  return null
}

/** The first extent of an item in the table of places; null where it lies elsewhere than in the file itself. */
function placeOf(table: Uint8Array, wanted: number): { readonly offset: number; readonly length: number } | null {
  const view = viewOf(table)
  let at = 0
  const take = (size: number): number => {
    const from = at
    at += size
    if (at > table.length) throw new RangeError('the table ends')
    if (size === 0) return 0
    if (size === 8) return Number(view.getBigUint64(from))
    return size === 4 ? view.getUint32(from) : size === 2 ? view.getUint16(from) : view.getUint8(from)
  }
  try {
    const version = take(4) >>> 24
    const sizes = take(2)
    const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15]
    for (let left = take(version < 2 ? 2 : 4); left > 0; left--) {
      const item = take(version < 2 ? 2 : 4)
      const method = version === 0 ? 0 : take(2) & 15
      take(2)
      const base = take(baseSize)
      for (let extents = take(2), index = 0; index < extents; index++) {
        if (version > 0) take(indexSize)
        const [offset, length] = [take(offsetSize), take(lengthSize)]
        if (item === wanted && method === 0) return { offset: base + offset, length }
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}
