import { NUMERAL, readNumeral } from '#compiler/lexicon/numeral.ts'
import { COUNT_UNIT, TIME_UNIT, unitName } from '#compiler/lexicon/unit.ts'
import type { Period } from '#core/draft/reading.ts'
import type { QuantityMark, Recogniser } from './mark.ts'
import { matchesOf } from '#compiler/source/matches.ts'

const UNIT = `(?:${TIME_UNIT}|${COUNT_UNIT}|%|‰)`
const TO = '(?:至|到|-|~)'
const PER = '(?:/(?<per>年|季度?|半年|月|周|天|日|人))?'

const plain = new RegExp(
  `(?<!第)(?<low>${NUMERAL}|半)(?:(?<lowUnit>${UNIT})?${TO}(?<high>${NUMERAL}))?(?<about>余|多)?(?<unit>${UNIT})${PER}`,
  'g',
)
const COMPARED =
  '(?:(?:不|不得|不能|不应|至)(?:少|低|超|高|多|大|小)(?:于|过)?|最[多少高低]|控制在|达到|达|突破|超过|[压缩降减][减缩降少]?[到至为]|[提增][高升长加]?[到至]|保持在|稳定在)'
/** After a comparing word, or before one, any single character counts: 不少于1500路, 30桩以上. */
const anyUnit = new RegExp(
  `(?<=${COMPARED})(?<low>\\d+(?:\\.\\d+)?)(?<unit>[万亿]?[\\u4e00-\\u9fff])(?<![年月日的以和及或时点号级倍左余多成度版届岁])${PER}`,
  'g',
)
const boundUnit =
  /(?<![第\d.])(?<low>\d+(?:\.\d+)?)(?<unit>[万亿]?[\u4e00-\u9fff])(?<![年月日的以和及或时点号级倍余多成度版届岁周])(?=以[上下内]|左右)/g
/** With 万 or 亿 any single character counts: 1800万棒, 3亿斤. */
const large = new RegExp(`(?<low>\\d+(?:\\.\\d+)?)(?<unit>[万亿][\\u4e00-\\u9fff])(?<![以余多的和及或左上内亿万至到各之等])${PER}`, 'g')
/** 分别压减到3个、5个工作日; 分别达到80、120人: the first numbers have the unit of the last. */
const sharing = new RegExp(
  `(?<=分别[^,;]{0,24})(?<![第\\d.])(?:(?<low>${NUMERAL})(?=[、和与]${NUMERAL}(?<unit>${UNIT}))|(?<few>${NUMERAL})个(?=[、和与]${NUMERAL}(?<time>个(?:工作日|小时|月|季度|星期))))`,
  'g',
)
const percent = new RegExp(`[百千万]分之(?<low>${NUMERAL}|百)(?:${TO}(?:百分之)?(?<high>${NUMERAL}))?`, 'g')
const fraction =
  /(?<none>零增长)|(?<half>一半|半数|减半(?!执行|计)|过半)|(?<bottom>[三四五六七八九十])分之(?<top>[一二三四五六七八九])|(?<![\d/.])(?<over>[1-9])\/(?<under>[2-9]|10)(?![\d/.])|(?<tenths>[一二两三四五六七八九\d])成(?<more>[一二三四五六七八九])?(?![立员果效本功为长熟品绩交套形型因像年片都分人才])/g

const windows: Readonly<Record<string, Period>> = {
  年: { unit: 'year', every: 1 },
  半年: { unit: 'half-year', every: 1 },
  季度: { unit: 'quarter', every: 1 },
  季: { unit: 'quarter', every: 1 },
  月: { unit: 'month', every: 1 },
  周: { unit: 'week', every: 1 },
  天: { unit: 'day', every: 1 },
  日: { unit: 'day', every: 1 },
}

/** Numbers with a unit, ranges, 百分之N, 一半. */
export const findQuantities: Recogniser = (text) => [
  ...matchesOf(percent, text).flatMap((match) => quantityOf(match, { 百: '%', 千: '‰', 万: '‱' }[match[0].charAt(0)] ?? '%')),
  ...matchesOf(fraction, text).map(fractionOf),
  ...(text.includes('分别') ? matchesOf(sharing, text).flatMap(sharedOf) : []),
  ...[...matchesOf(plain, text), ...matchesOf(anyUnit, text), ...matchesOf(boundUnit, text), ...matchesOf(large, text)].flatMap((match) =>
    quantityOf(match, match.groups?.['unit'] ?? ''),
  ),
]

function sharedOf(match: RegExpExecArray): QuantityMark[] {
  const { low, few, unit, time } = match.groups ?? {}
  const written = low ?? few ?? ''
  const value = readNumeral(written)
  if (value === null) return []
  const number = { start: match.index, end: match.index + written.length }
  const end = match.index + match[0].length
  return [
    {
      type: 'quantity',
      start: number.start,
      end,
      value,
      upper: null,
      unit: unitName(unit ?? time ?? ''),
      number,
      unitWords: { start: end, end },
      isAbout: false,
      inWords: written.length === 1 && !/\d/.test(written),
      per: null,
    },
  ]
}

function quantityOf(match: RegExpExecArray, writtenUnit: string): QuantityMark[] {
  const { low = '', high, about, per } = match.groups ?? {}
  const value = low === '半' ? '0.5' : low === '百' ? '100' : readNumeral(low)
  const upper = high === undefined ? null : readNumeral(high)
  if (value === null || (upper !== null && Number(upper) < Number(value))) return []
  const start = match.index
  const end = start + match[0].length
  const isPercent = /^[%‰‱]$/.test(writtenUnit)
  const unitEnd = end - (per === undefined ? 0 : per.length + 1)
  const unitStart = /^[百千万]分之/.test(match[0]) ? unitEnd : unitEnd - writtenUnit.length
  return [
    {
      type: 'quantity',
      start,
      end,
      value,
      upper,
      unit: unitName(writtenUnit),
      number: { start, end: isPercent ? unitEnd : unitStart - (about?.length ?? 0) },
      unitWords: { start: unitStart, end: unitEnd },
      isAbout: about !== undefined,
      inWords: low.length === 1 && !/\d/.test(low) && !isPercent,
      // 450元/天 is a price, no rhythm.
      per: per === undefined || writtenUnit.endsWith('元') ? null : (windows[per] ?? null),
    },
  ]
}

/** 一半 → 50 %, 三分之二 → 66.67 %, 九成 → 90 %. */
function fractionOf(match: RegExpExecArray): QuantityMark {
  const { none, half, over, under, tenths = '', more = '' } = match.groups ?? {}
  const { top = over ?? '', bottom = under ?? '' } = match.groups ?? {}
  const start = match.index
  const end = start + match[0].length
  const share =
    tenths === ''
      ? (100 * Number(readNumeral(top))) / Number(readNumeral(bottom))
      : 10 * Number(readNumeral(tenths) ?? 0) + Number(readNumeral(more) ?? 0)
  const value = none !== undefined ? '0' : half === undefined ? String(Math.round(share * 100) / 100) : '50'
  return {
    type: 'quantity',
    start,
    end,
    value,
    upper: null,
    unit: '%',
    number: { start, end },
    unitWords: { start: end, end },
    isAbout: false,
    inWords: false,
    per: null,
  }
}
