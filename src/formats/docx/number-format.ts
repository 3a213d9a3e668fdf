import { chineseDigits, chineseNumber, CHINESE, CHINESE_LEGAL, TRADITIONAL, TRADITIONAL_LEGAL, tensWithPrefix } from './chinese-number.ts'

type Format = (number: number) => string

const DIGITS = '〇一二三四五六七八九'
const DIGITS_WITH_CIRCLE = '○一二三四五六七八九'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** Number formats of Word (ST_NumberFormat, ISO/IEC 29500-1 17.18.59). Formats not listed are written in Arabic digits. */
const FORMATS: Readonly<Record<string, Format>> = {
  none: () => '',
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: (number) => `- ${number} -`,
  ordinal,
  upperLetter: (number) => letters(number, 'A'),
  lowerLetter: (number) => letters(number, 'a'),
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (number) => enclosed(number, 0x2474, 20),
  decimalEnclosedFullstop: (number) => enclosed(number, 0x2488, 20),
  ideographEnclosedCircle: (number) => enclosed(number, 0x3280, 10),
  ideographDigital: (number) => chineseDigits(number, DIGITS),
  japaneseDigitalTenThousand: (number) => chineseDigits(number, DIGITS),
  taiwaneseDigital: (number) => chineseDigits(number, DIGITS_WITH_CIRCLE),
  chineseCounting: (number) => tensWithPrefix(number, DIGITS),
  taiwaneseCounting: (number) => tensWithPrefix(number, DIGITS_WITH_CIRCLE),
  chineseCountingThousand: (number) => chineseNumber(number, CHINESE),
  taiwaneseCountingThousand: (number) => chineseNumber(number, TRADITIONAL),
  japaneseCounting: (number) => chineseNumber(number, TRADITIONAL),
  chineseLegalSimplified: (number) => chineseNumber(number, CHINESE_LEGAL),
  ideographLegalTraditional: (number) => chineseNumber(number, TRADITIONAL_LEGAL),
  ideographTraditional: (number) => STEMS.charAt(number - 1) || String(number),
  ideographZodiac: (number) => BRANCHES.charAt(number - 1) || String(number),
  ideographZodiacTraditional: (number) => (number < 1 ? String(number) : inTurn(number, STEMS) + inTurn(number, BRANCHES)),
}

/** A number as Word writes it in one of its formats. */
export function formatNumber(format: string, number: number): string {
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format]?.(number) ?? '') : String(number)
}

function fullWidth(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
}

function enclosed(number: number, first: number, count: number): string {
  return number >= 1 && number <= count ? String.fromCodePoint(first + number - 1) : String(number)
}

/** ① to ㊿; Unicode has them in three rows. */
function circled(number: number): string {
  if (number <= 20) return enclosed(number, 0x2460, 20)
  return number <= 35 ? enclosed(number - 20, 0x3251, 15) : number <= 50 ? enclosed(number - 35, 0x32b1, 15) : String(number)
}

/** a … z, aa … zz, aaa …: the letter repeated, not a number of base 26. */
function letters(number: number, first: 'a' | 'A'): string {
  if (number < 1 || number > 780) return String(number)
  return String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
}

function roman(number: number): string {
  if (number < 1 || number > 32767) return String(number)
  let rest = number
  let written = ''
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) written += sign
  }
  return written
}

function ordinal(number: number): string {
  const lastTwo = number % 100
  const ending = lastTwo >= 11 && lastTwo <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

function inTurn(number: number, signs: string): string {
  return number < 1 ? String(number) : signs.charAt((number - 1) % signs.length)
}
