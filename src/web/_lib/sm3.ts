/** SM3 of a text in UTF-8, as hexadecimal text. Loaded when it is first asked for. */
export async function sm3(text: string): Promise<string> {
  const library = await import('sm-crypto-v2')
  return library.sm3(new TextEncoder().encode(text))
}
