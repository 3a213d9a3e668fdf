import type { FileKind } from '#core/document/file-error.ts'

/** What a file is by its first bytes; `zip` and `ole` are containers to be looked into. Anything unknown may be text. */
export function sniffKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  const signature = SIGNATURES.find(({ bytes: wanted }) => wanted.every((byte, index) => head[index] === byte))
  if (signature !== undefined) return signature.kind
  const text = head.toString('latin1')
  return TEXT_SIGNATURES.find(([pattern]) => pattern.test(text))?.[1] ?? 'text'
}

const ascii = (text: string): number[] => text.split('').map((character) => character.charCodeAt(0))

const SIGNATURES: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: 'zip', bytes: ascii('PK\x03\x04') },
  { kind: 'zip', bytes: ascii('PK\x05\x06') },
  { kind: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'image', bytes: [0x89, ...ascii('PNG')] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: ascii('GIF8') },
  { kind: 'image', bytes: ascii('II*\0') },
  { kind: 'image', bytes: ascii('MM\0*') },
  { kind: 'archive', bytes: [0x1f, 0x8b, 0x08] },
  { kind: 'archive', bytes: ascii('Rar!\x1a\x07') },
  { kind: 'archive', bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'program', bytes: [0x7f, ...ascii('ELF')] },
]

const TEXT_SIGNATURES: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/%PDF-\d/, 'pdf'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf/, 'rtf'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body|meta)\b/i, 'html'],
  [/^MIME-Version: /i, 'html'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\b/, 'xml'],
  [/^RIFF[^]{4}WEBP/, 'image'],
  [/^BM[^]{2,30}\0\0\0/, 'image'],
  [/^MZ[^]{0,60}\0\0/, 'program'],
]
