import { FormatError } from '#formats/errors/format-error.ts'

/**
 * The characters of a plain text file, without BOM and otherwise unchanged.
 * Order: BOM (UTF-8, UTF-16), strict UTF-8, strict GB18030. Nothing is guessed from frequencies: guessers misread short files.
 * @throws FormatError `not-text`, `damaged`
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeByMark(bytes) ?? decode('utf-8', bytes) ?? decodeAsGb18030(bytes)
  const zero = text.indexOf('\0')
  if (zero >= 0) throw new FormatError('not-text', { line: lineAt(text, zero) })
  return text
}

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const

type Encoding = (typeof MARKS)[number]['encoding'] | 'gb18030'

function decodeByMark(bytes: Uint8Array): string | undefined {
  const found = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  if (found === undefined) return undefined
  const text = decode(found.encoding, bytes.subarray(found.mark.length))
  if (text === undefined) throw new FormatError('damaged', { line: firstBadLine(found.encoding, bytes) })
  return text
}

function decode(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function decodeAsGb18030(bytes: Uint8Array): string {
  // Damaged UTF-8 often passes as GB18030 and reads as nonsense, so ask first which of the two it looks like.
  if (looksLikeUtf8(bytes)) throw new FormatError('damaged', { line: firstBadLine('utf-8', bytes) })
  const text = decode('gb18030', bytes)
  if (text === undefined) throw new FormatError('not-text', { line: firstBadLine('gb18030', bytes) })
  return text
}

/** Whether more Chinese characters than errors come out when the bytes are read as UTF-8. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  let surplus = 0
  for (let index = 0; index < lenient.length; index++) {
    const unit = lenient.charCodeAt(index)
    if (unit === 0xfffd) surplus--
    else if (unit >= 0x4e00 && unit <= 0x9fff) surplus++
  }
  return surplus > 0
}

function firstBadLine(encoding: Encoding, bytes: Uint8Array): number {
  const lenient = new TextDecoder(encoding).decode(bytes)
  return lineAt(lenient, lenient.indexOf('�'))
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, Math.max(0, offset)).split(/\r\n|\n|\r/).length
}
