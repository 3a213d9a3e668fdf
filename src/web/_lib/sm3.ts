/** SM3 of a text in UTF-8, as hexadecimal text. Loaded when it is first asked for. */
export async function sm3(text: string): Promise<string> {
  return sm3OfBytes(new TextEncoder().encode(text))
}

/** SM3 of bytes, as hexadecimal text. */
export async function sm3OfBytes(bytes: Uint8Array): Promise<string> {
  const library = await import('sm-crypto-v2')
  return library.sm3(bytes)
}

/** Loads it beforehand, for when there is no network. */
export async function loadSm3(): Promise<void> {
  await import('sm-crypto-v2')
}
