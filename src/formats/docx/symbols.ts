/** Signs of the symbol fonts (private use F0xx) that plans contain, in Unicode. Keys: font in lower case, then the code's low byte. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    0xa3: '≤',
    0xb3: '≥',
    0xb1: '±',
    0xb4: '×',
    0xb7: '•',
    0xb8: '÷',
    0xb9: '≠',
    0xbb: '≈',
    0xae: '→',
    0xde: '⇒',
    0xa5: '∞',
    0xb0: '°',
  },
  wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0x71: '❑',
    0x74: '⧫',
    0x75: '◆',
    0x76: '❖',
    0x9f: '•',
    0xa1: '○',
    0xa7: '▪',
    0xa8: '□',
    0xab: '★',
    0xd8: '➢',
    0xe0: '→',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x54: '☒', 0x97: '●', 0xa2: '■', 0xa3: '□' },
}

/** The character of a `w:sym`: hexadecimal code in a font. Unknown signs of symbol fonts become U+FFFD: something stood there. */
export function symbolCharacter(font: string, code: string): string {
  const value = /^[0-9a-f]{2,5}$/i.test(code) ? parseInt(code, 16) : 0
  if (value >= 0xf000 && value <= 0xf0ff) {
    const low = value & 0xff
    return SYMBOLS[font.toLowerCase()]?.[low] ?? (isTextFont(font) && low >= 0x20 && low < 0x7f ? String.fromCharCode(low) : '\uFFFD')
  }
  const isCharacter = value >= 0x20 && (value < 0xd800 || value > 0xdfff)
  return isCharacter ? String.fromCodePoint(value) : '\uFFFD'
}

/** Text without private-use characters, which only mean something in their font. */
export function replaceSymbols(text: string, replacement: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, replacement)
}

function isTextFont(font: string): boolean {
  return !/symbol|wingdings|webdings|dingbats/i.test(font)
}
