import type { QuantityMark } from '#compiler/recognise/mark.ts'
import type { Comparison } from './comparator.ts'
import type { Comparator, Period } from '#core/draft/reading.ts'
import type { Extent } from '#compiler/source/sentence.ts'

const COMPARING = '(?:幅度?)?(?:均|都|要|应|力争|累计|平均|各|再)?(?:达到?|不低于|不少于|不小于|至少|超过|不超过|不高于|控制在|约|近|在)?$'
const less = new RegExp(
  `(?:下降|降低|减少|压减|压缩|缩减|缩短|精简|压降|削减|回落|下调|降幅|减幅|减|(?<=再|同比|年均|环比|下)[降压])${COMPARING}`,
)
const more = new RegExp(`(?:增长|增加|提高|提升|上升|递增|扩大|上浮|增幅|涨幅|提速)${COMPARING}`)
/** 压减会议20%, 精简文件三分之一: the object stands between. */
const lessObject = /(?:减少|压减|压缩|缩减|缩短|精简|压降|削减)[^,;:。、()\d]{1,10}$/
const target = /(?:至|到|为)(?:不[超高多大]过?于?)?$/

const bases: readonly (readonly [RegExp, Period])[] = [
  [/同比|[比较与](?:上年|去年|前年|上一年|往年)|年均|逐年|每年|年递减|年递增/, { unit: 'year', every: 1 }],
  [/环比|[比较与]上(?:一)?季度?/, { unit: 'quarter', every: 1 }],
  [/[比较与]上(?:一)?个?月/, { unit: 'month', every: 1 }],
]

/** How a change is read: its comparator, from where the words of the change begin, and the window it is measured over. */
export interface Trend {
  readonly comparator: Comparator
  readonly start: number
  readonly period: { readonly value: Period; readonly words: Extent } | null
}

/** Reads 同比下降20%以上, 压缩一半, 增长不低于5% as a change; null where the number is a level (降至3%, 压缩至5天). */
export function readTrend(text: string, quantity: QuantityMark, comparison: Comparison, from: number): Trend | null {
  const lead = text.slice(from, quantity.start)
  const words = text.slice(quantity.start, quantity.end)
  const period = windowOf(lead, from)
  if (words === '零增长') return { comparator: 'increase<=', start: period?.words.start ?? quantity.start, period }
  // 压减至法定时限的30%: a share of that.
  if (target.test(lead.replace(/(?<=[至到为])[^,;:。、()\d]{1,16}的$/, '')) || !isChange(quantity, words, lead)) return null
  const falls = less.exec(lead) ?? (quantity.unit === '%' ? lessObject.exec(lead) : null)
  const rises = falls === null ? more.exec(lead) : null
  const verb = falls ?? rises
  if (verb === null && !words.endsWith('减半')) return null
  const start = Math.min(comparison.extent.start, from + (verb?.index ?? lead.length), period?.words.start ?? quantity.start)
  return { comparator: changeOf(comparison.comparator, rises === null), start, period }
}

/** A share; or an amount that something is said to fall by: 单件成本下降0.3元. */
function isChange({ unit }: QuantityMark, words: string, lead: string): boolean {
  return (
    /^(?:%|‰|百分点|基点|倍|成)$/.test(unit) ||
    words.endsWith('减半') ||
    /(?:下降|降低)(?:不低于|不少于|至少|约)?$/.test(lead) ||
    (/同比|[比较](?:上年|去年|上年同期)/.test(lead) && /(?:缩短|减少|压缩)$/.test(lead))
  )
}

function changeOf(comparator: Comparator, falls: boolean): Comparator {
  if (falls) return comparator === '>=' || comparator === '>' ? 'decrease>=' : 'decrease='
  if (comparator === '<=' || comparator === '<') return 'increase<='
  if (comparator === '>=' || comparator === '>') return 'increase>='
  return comparator === '=' ? 'increase=' : comparator
}

function windowOf(lead: string, from: number): Trend['period'] {
  for (const [pattern, value] of bases) {
    const match = pattern.exec(lead)
    if (match !== null) return { value, words: { start: from + match.index, end: from + match.index + match[0].length } }
  }
  return null
}
