import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a zip to be written; whatever is given besides path and content is written down as it is, true or not. */
export interface RawEntry {
  readonly path: string
  readonly content: string | Uint8Array
  readonly isStored?: boolean
  readonly size?: number
  readonly crc?: number
  readonly flags?: number
  readonly method?: number
  /** Name in the local header, if another. */
  readonly localPath?: string
  /** Put at the place of the entry of that index instead of its own. */
  readonly placeOf?: number
}

/** Writes a zip as told, so that it may lie. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const data = entry.isStored === true ? content : deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    writeFields(local, 4, entry, content, data)
    const localName = Buffer.from(entry.localPath ?? entry.path)
    local.writeUInt16LE(localName.length, 26)
    parts.push(local, localName, data)
    offsets.push(offset)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    writeFields(central, 6, entry, content, data)
    const name = Buffer.from(entry.path)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offsets[entry.placeOf ?? offsets.length - 1] ?? 0, 42)
    directory.push(central, name)
    offset += local.length + localName.length + data.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, list, end]))
}

/** Version, flags, method, time, date, checksum and sizes, which both headers have. */
function writeFields(header: Buffer, at: number, entry: RawEntry, content: Buffer, data: Buffer): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(entry.flags ?? 0, at + 2)
  header.writeUInt16LE(entry.method ?? (entry.isStored === true ? 0 : 8), at + 4)
  header.writeUInt32LE(entry.crc ?? crc32(content), at + 10)
  header.writeUInt32LE(data.length, at + 14)
  header.writeUInt32LE(entry.size ?? content.length, at + 18)
}
