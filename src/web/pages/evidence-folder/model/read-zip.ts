/** A file in an archive: where it lies, and its unpacked content when it is asked for. */
export interface PackedFile {
  readonly path: string
  readonly bytes: number
  readonly open: () => Promise<Blob>
}

/** Why an archive cannot be taken apart here. */
export type ZipTrouble = 'damaged' | 'encrypted' | 'too-large'

export class ZipError extends Error {
  readonly trouble: ZipTrouble
  constructor(trouble: ZipTrouble) {
    super(trouble)
    this.trouble = trouble
  }
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30
const LONGEST_COMMENT = 65_535
const STORED = 0
const DEFLATED = 8
/** Larger directories hold more files than one goes through. */
const LARGEST_DIRECTORY = 4 * 1024 ** 2
const LARGEST_FILE = 500 * 1024 ** 2

/**
 * The files of a .zip archive, by its directory alone: nothing is unpacked before it is sent. Names are UTF-8 where the archive says so, else GBK, as Windows writes
 * them here. The server looks at every file by itself, so that nothing here is believed.
 */
export async function readZip(archive: Blob): Promise<readonly PackedFile[]> {
  const tail = archive.slice(Math.max(0, archive.size - END_SIZE - LONGEST_COMMENT))
  const end = new DataView(await tail.arrayBuffer())
  let at = end.byteLength - END_SIZE
  while (at >= 0 && end.getUint32(at, true) !== END) at -= 1
  if (at < 0) throw new ZipError('damaged')
  const [size, offset] = [end.getUint32(at + 12, true), end.getUint32(at + 16, true)]
  if (size > LARGEST_DIRECTORY || offset === 0xff_ff_ff_ff) throw new ZipError('too-large')
  const directory = new DataView(await archive.slice(offset, offset + size).arrayBuffer())
  const files: PackedFile[] = []
  for (let place = 0; place + ENTRY_SIZE <= directory.byteLength;) {
    if (directory.getUint32(place, true) !== ENTRY) throw new ZipError('damaged')
    const name = directory.getUint16(place + 28, true)
    const length = ENTRY_SIZE + name + directory.getUint16(place + 30, true) + directory.getUint16(place + 32, true)
    const file = fileAt(archive, directory, place, name)
    if (file !== null) files.push(file)
    place += length
  }
  return files
}

/** Null: a folder. */
function fileAt(archive: Blob, directory: DataView, place: number, nameLength: number): PackedFile | null {
  if (place + ENTRY_SIZE + nameLength > directory.byteLength) throw new ZipError('damaged')
  const flags = directory.getUint16(place + 8, true)
  const method = directory.getUint16(place + 10, true)
  const [packed, bytes, offset] = [20, 24, 42].map((part) => directory.getUint32(place + part, true))
  const raw = new Uint8Array(directory.buffer, directory.byteOffset + place + ENTRY_SIZE, nameLength)
  const path = nameIn(raw, (flags & 0x8_00) !== 0)
  if (path.endsWith('/') || packed === undefined || bytes === undefined || offset === undefined) return null
  if ((flags & 1) !== 0) throw new ZipError('encrypted')
  if (method !== STORED && method !== DEFLATED) throw new ZipError('damaged')
  if (bytes > LARGEST_FILE) throw new ZipError('too-large')
  return { path, bytes, open: () => unpack(archive, { offset, packed, bytes, method }) }
}

function nameIn(raw: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gbk').decode(raw)
  }
}

interface Packed {
  readonly offset: number
  readonly packed: number
  readonly bytes: number
  readonly method: number
}

async function unpack(archive: Blob, { offset, packed, bytes, method }: Packed): Promise<Blob> {
  const head = new DataView(await archive.slice(offset, offset + LOCAL_SIZE).arrayBuffer())
  if (head.byteLength < LOCAL_SIZE) throw new ZipError('damaged')
  const from = offset + LOCAL_SIZE + head.getUint16(26, true) + head.getUint16(28, true)
  const data = archive.slice(from, from + packed)
  if (method === STORED) return data
  const reader = data.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      // more than the directory told: not unpacked any further
      if (size > bytes) throw new ZipError('damaged')
      parts.push(value)
    }
  } catch {
    throw new ZipError('damaged')
  }
  if (size !== bytes) throw new ZipError('damaged')
  return new Blob(parts)
}
