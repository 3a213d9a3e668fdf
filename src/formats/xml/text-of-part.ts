/** A part as text where it is UTF-8 throughout; null where it is not, or says it is something else. */
export function textOfPart(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /^<\?xml[^>]*encoding=["'](?!utf-8["'])/i.test(text) ? null : text
  } catch {
    return null
  }
}
