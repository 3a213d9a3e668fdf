import type { NumberToken, Style, Token } from './token.ts'

/** Tells every token the next number of its style and the next at the beginning of a line, in one pass from the end. */
export function lookAhead(lines: readonly { readonly tokens: readonly Token[] }[]): void {
  const latest = new Map<Style, NumberToken>()
  let first: NumberToken | null = null
  for (let line = lines.length - 1; line >= 0; line--) {
    const tokens = lines[line]?.tokens ?? []
    for (let index = tokens.length - 1; index >= 0; index--) {
      const token = tokens[index]
      if (token === undefined) continue
      token.nextAtLine = first
      if (token.kind !== 'number') continue
      token.nextOfStyle = latest.get(token.style) ?? null
      latest.set(token.style, token)
      if (token.before === '') first = token
    }
  }
}
