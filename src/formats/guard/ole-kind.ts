import type { FileKind } from '#core/document/file-error.ts'

/** Streams of an OLE compound file (MS-CFB) that tell what it is. */
const STREAMS: readonly (readonly [name: string, kind: FileKind])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
]

const ENTRY_SIZE = 128

/** What an OLE compound file holds; `encrypted`: an office document with a password (MS-OFFCRYPTO). */
export function oleKind(bytes: Uint8Array): FileKind | 'encrypted' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.includes('EncryptedPackage', 0, 'utf16le') || file.includes('EncryptionInfo', 0, 'utf16le')) return 'encrypted'
  return STREAMS.find(([name]) => hasStream(file, name))?.[1] ?? 'ole'
}

/** Whether a directory entry of that name stands anywhere: entries are 128 bytes, the name first, in UTF-16. */
function hasStream(file: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = file.indexOf(wanted); at >= 0; at = file.indexOf(wanted, at + 1)) {
    if (at % ENTRY_SIZE === 0 && at + ENTRY_SIZE <= file.length && file.readUInt16LE(at + 64) === wanted.length) return true
  }
  return false
}
