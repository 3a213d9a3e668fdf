/** The signs a system of Chinese numerals is written with. */
export interface ChineseNumerals {
  readonly digits: string
  /** 十百千. */
  readonly units: string
  readonly tenThousand: string
  /** Whether 10 to 19 are written without the leading one (十二, but 壹拾贰). */
  readonly isTenBare: boolean
}

export const CHINESE: ChineseNumerals = { digits: '零一二三四五六七八九', units: '十百千', tenThousand: '万', isTenBare: true }
export const TRADITIONAL: ChineseNumerals = { ...CHINESE, tenThousand: '萬' }
export const CHINESE_LEGAL: ChineseNumerals = { digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟', tenThousand: '万', isTenBare: false }
export const TRADITIONAL_LEGAL: ChineseNumerals = { digits: '零壹貳參肆伍陸柒捌玖', units: '拾佰仟', tenThousand: '萬', isTenBare: false }

/** 一百零五: digits with units, one 零 for any gap. Whole numbers from 0 to 99,999,999. */
export function chineseNumber(number: number, numerals: ChineseNumerals): string {
  if (number === 0) return numerals.digits.charAt(0)
  const high = Math.floor(number / 10_000)
  const low = number % 10_000
  const written = high === 0 ? '' : chineseNumber(high, numerals) + numerals.tenThousand
  if (low === 0) return written
  return written + (high > 0 && low < 1000 ? numerals.digits.charAt(0) : '') + belowTenThousand(low, numerals, high > 0)
}

function belowTenThousand(number: number, numerals: ChineseNumerals, isContinued: boolean): string {
  const figures = String(number)
  let written = ''
  let hasGap = false
  for (const [index, figure] of figures.split('').entries()) {
    const place = figures.length - 1 - index
    if (figure === '0') {
      hasGap = true
      continue
    }
    if (hasGap) written += numerals.digits.charAt(0)
    hasGap = false
    const isBare = numerals.isTenBare && !isContinued && figures.length === 2 && place === 1 && figure === '1'
    written += (isBare ? '' : numerals.digits.charAt(Number(figure))) + (place > 0 ? numerals.units.charAt(place - 1) : '')
  }
  return written
}

/** 一〇五: each digit for itself. */
export function chineseDigits(number: number, digits: string): string {
  return String(number).replace(/\d/g, (digit) => digits.charAt(Number(digit)))
}

/** 九十九, then 一〇〇: with 十 below a hundred, each digit for itself from there on. */
export function tensWithPrefix(number: number, digits: string): string {
  return number >= 1 && number < 100 ? chineseNumber(number, { ...CHINESE, digits }) : chineseDigits(number, digits)
}
