/** Pattern of one number: digits with thousands and decimals, or Chinese numerals. No group captures. */
export const NUMERAL = String.raw`(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+(?:\.\d+)?|[〇零一二三四五六七八九十百千两]+)`

const digits = new Map(Array.from('〇一二三四五六七八九', (character, value) => [character, value]))
digits.set('零', 0)
digits.set('两', 2)
const powers = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/**
 * The decimal value of a number as text: `3,000` → `3000`, `十五` → `15`, `二〇二六` → `2026`, `两` → `2`; null where it is none.
 * Trailing zeros of a fraction are kept off: `9.50` → `9.5`.
 */
export function readNumeral(text: string): string | null {
  const plain = text.replaceAll(',', '')
  if (/^\d+(?:\.\d+)?$/.test(plain)) return tidy(plain)
  if (!/^[〇零一二三四五六七八九十百千两]+$/.test(text)) return null
  return /[十百千]/.test(text) ? byPowers(text) : tidy(Array.from(text, (character) => digits.get(character) ?? 0).join(''))
}

function byPowers(text: string): string | null {
  let total = 0
  let digit: number | null = null
  for (const character of text) {
    const power = powers.get(character)
    if (power === undefined) digit = digits.get(character) ?? 0
    else {
      total += (digit ?? 1) * power
      digit = null
    }
  }
  return String(total + (digit ?? 0))
}

function tidy(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.')
  const kept = fraction.replace(/0+$/, '')
  const head = whole.replace(/^0+(?=\d)/, '')
  return kept === '' ? head : `${head}.${kept}`
}
