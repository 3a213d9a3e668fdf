import { decodeText } from '#formats/text/decode-text.ts'

const HEAD = 2_048

/**
 * The characters of a page: what it says of itself counts only for encodings that could not be told from the bytes (Big5 …); UTF-8 and GB18030 can.
 * @throws FormatError `not-text`, `damaged`
 */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? ''
  return (/^(?:big5|x-x-big5|cn-big5|big5-hkscs|euc-tw)/.test(label) ? decodedAs('big5', bytes) : null) ?? decodeText(bytes)
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
