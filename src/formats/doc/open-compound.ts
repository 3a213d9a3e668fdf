import { FormatError } from '#formats/errors/format-error.ts'

/** Reads one stream of an OLE compound file by its name; null where there is none. */
export type ReadStream = (name: string) => Uint8Array | null

const HEADER = 512
const ENTRY = 128
const LARGEST_SECTOR_ID = 0xfffffffa
const SMALL_STREAM = 4_096
const SMALL_SECTOR = 64
const IN_HEADER = 109
const STREAM_TYPE = 2
const ROOT_TYPE = 5

/**
 * Opens an OLE compound file (MS-CFB) without believing it: no chain is followed further than the file has sectors.
 * @throws FormatError `damaged`
 */
export function openCompound(bytes: Uint8Array): ReadStream {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < HEADER) throw new FormatError('damaged')
  const shift = file.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) throw new FormatError('damaged')
  const size = 1 << shift
  const count = Math.ceil(file.length / size) - 1
  const sector = (id: number): Buffer => file.subarray((id + 1) * size, (id + 2) * size)
  const table = allocationTable(file, sector, count)
  const follow = (first: number): Buffer => chain(first, (id) => table[id], count, sector)
  const entries = entriesIn(follow(file.readUInt32LE(48)))
  const root = entries.find(({ type }) => type === ROOT_TYPE)
  const small = root === undefined ? Buffer.alloc(0) : follow(root.first)
  const smallTable = numbersIn(follow(file.readUInt32LE(60)))
  const smallSector = (id: number): Buffer => small.subarray(id * SMALL_SECTOR, (id + 1) * SMALL_SECTOR)
  return (name) => {
    const entry = entries.find((each) => each.type === STREAM_TYPE && each.name === name)
    if (entry === undefined) return null
    const whole =
      entry.size < SMALL_STREAM ? chain(entry.first, (id) => smallTable[id], smallTable.length, smallSector) : follow(entry.first)
    return whole.subarray(0, entry.size)
  }
}

/** Which sector follows which: its own sectors stand in the header and in a chain of their own. */
function allocationTable(file: Buffer, sector: (id: number) => Buffer, count: number): readonly number[] {
  const homes = numbersIn(file.subarray(76, 76 + IN_HEADER * 4))
  let next = file.readUInt32LE(68)
  for (let steps = 0; next < LARGEST_SECTOR_ID && steps <= count; steps++) {
    const more = numbersIn(sector(next))
    next = more.pop() ?? LARGEST_SECTOR_ID
    homes.push(...more)
  }
  return homes.filter((id) => id < count).flatMap((id) => numbersIn(sector(id)))
}

function chain(first: number, next: (id: number) => number | undefined, most: number, sector: (id: number) => Buffer): Buffer {
  const found: Buffer[] = []
  for (let id: number | undefined = first; id !== undefined && id < LARGEST_SECTOR_ID; id = next(id)) {
    if (found.length > most) throw new FormatError('damaged')
    found.push(sector(id))
  }
  return Buffer.concat(found)
}

function entriesIn(directory: Buffer): { name: string; type: number; first: number; size: number }[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index) => {
    const entry = directory.subarray(index * ENTRY, (index + 1) * ENTRY)
    const length = Math.min(64, Math.max(2, entry.readUInt16LE(64)))
    return {
      name: entry.toString('utf16le', 0, length - 2),
      type: entry[66] ?? 0,
      first: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    }
  })
}

function numbersIn(data: Buffer): number[] {
  return Array.from({ length: Math.floor(data.length / 4) }, (_, index) => data.readUInt32LE(index * 4))
}
