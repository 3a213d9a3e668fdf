import { latin, type Peek, viewOf } from './peek.ts'

const END_SIGNATURE = 0x06054b50
const CENTRAL_SIGNATURE = 0x02014b50
const END_SIZE = 22
const CENTRAL_SIZE = 46
const MAX_COMMENT = 0xffff
/** Larger directories are of no document. */
const MOST_BYTES = 8 << 20

/** Names of the entries of a zip archive by its central directory, in lower case; null where it has none that can be read. */
export async function zipNames(file: Peek): Promise<{ readonly names: ReadonlySet<string>; readonly isEncrypted: boolean } | null> {
  const from = Math.max(0, file.size - END_SIZE - MAX_COMMENT)
  const tail = await file.at(from, file.size - from)
  const end = endIn(tail)
  if (end === null) return null
  const view = viewOf(tail)
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
  if (size > MOST_BYTES || start + size > from + end) return null
  return readEntries(await file.at(start, size))
}

function endIn(tail: Uint8Array): number | null {
  const view = viewOf(tail)
  for (let at = tail.length - END_SIZE; at >= 0; at--) if (view.getUint32(at, true) === END_SIGNATURE) return at
  return null
}

function readEntries(directory: Uint8Array) {
  const view = viewOf(directory)
  const names = new Set<string>()
  let isEncrypted = false
  for (let at = 0; at + CENTRAL_SIZE <= directory.length && view.getUint32(at, true) === CENTRAL_SIGNATURE;) {
    const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true)
    names.add(
      latin(directory.subarray(at + CENTRAL_SIZE, nameEnd))
        .replaceAll('\\', '/')
        .toLowerCase(),
    )
    isEncrypted ||= (view.getUint16(at + 8, true) & 1) === 1
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, isEncrypted }
}
