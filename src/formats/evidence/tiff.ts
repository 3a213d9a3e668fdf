import { latin, viewOf, type Wipe, zeros } from './peek.ts'

/** What is told of a photo: the day it was taken (YYYY-MM-DD, as its camera's clock said) and the places where it says where. */
export interface Shot {
  readonly takenOn: string | null
  readonly wipes: readonly Wipe[]
}

export const NO_SHOT: Shot = { takenOn: null, wipes: [] }

const EXIF_IFD = 0x8769
const GPS_IFD = 0x8825
const DATE_TIME_ORIGINAL = 0x9003
const ENTRY_SIZE = 12
/** Sizes of the TIFF types 1–12, in bytes. */
const TYPE_SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

interface Entry {
  readonly tag: number
  /** Where its value lies: inside the entry where it is of four bytes or fewer. */
  readonly from: number
  readonly length: number
}

/**
 * An Exif block (TIFF 6.0, CIPA DC-008): of all its values DateTimeOriginal alone is read. The table of the position is followed to know where it lies, so that
 * it and its values can be wiped; the values themselves are never looked at. What is broken tells nothing.
 * @param offset where the block begins in its file
 */
export function readTiff(block: Uint8Array, offset: number): Shot {
  const order = latin(block.subarray(0, 4))
  if (order !== 'II*\0' && order !== 'MM\0*') return NO_SHOT
  const isLittle = order.startsWith('II')
  const view = viewOf(block)
  const pointer = (entry: Entry | undefined): number =>
    entry === undefined || entry.from + 4 > view.byteLength ? 0 : view.getUint32(entry.from, isLittle)
  const entriesAt = (at: number): readonly Entry[] => entriesOf(view, at, isLittle)
  const first = entriesAt(view.byteLength >= 8 ? view.getUint32(4, isLittle) : 0)
  const taken = entriesAt(pointer(first.find(({ tag }) => tag === EXIF_IFD))).find(({ tag }) => tag === DATE_TIME_ORIGINAL)
  const gps = pointer(first.find(({ tag }) => tag === GPS_IFD))
  const position = entriesAt(gps)
  const wipes = position.filter(({ length }) => length > 0).map(({ from, length }) => zeros(offset + from, length))
  if (position.length > 0) wipes.push(zeros(offset + gps, 2 + position.length * ENTRY_SIZE))
  return { takenOn: taken === undefined ? null : dayOf(latin(block.subarray(taken.from, taken.from + taken.length))), wipes }
}

function entriesOf(view: DataView, at: number, isLittle: boolean): readonly Entry[] {
  if (at < 8 || at + 2 > view.byteLength) return []
  const count = Math.min(view.getUint16(at, isLittle), Math.floor((view.byteLength - at - 2) / ENTRY_SIZE))
  return Array.from({ length: count }, (_, index) => {
    const entry = at + 2 + index * ENTRY_SIZE
    const length = (TYPE_SIZES[view.getUint16(entry + 2, isLittle)] ?? 0) * view.getUint32(entry + 4, isLittle)
    const from = length <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle)
    return { tag: view.getUint16(entry, isLittle), from, length: Math.max(0, Math.min(length, view.byteLength - from)) }
  })
}

/** `2026:03:02 09:15:00` → `2026-03-02`; anything else → null. */
function dayOf(text: string): string | null {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)/.exec(text)
  if (match === null) return null
  const day = `${match[1]}-${match[2]}-${match[3]}`
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null
}
