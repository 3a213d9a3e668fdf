import type { QuantityMark } from '#compiler/recognise/mark.ts'
import type { Extent } from '#compiler/source/sentence.ts'
import type { Comparator } from '#core/draft/reading.ts'
import { matchesOf } from '#compiler/source/matches.ts'

/** A comparator and the words that say it: before the number, behind it, or both. Null words: a bare number, `=`. */
export interface Comparison {
  readonly comparator: Comparator
  readonly words: Extent | null
  /** From the first comparing word to the last. */
  readonly extent: Extent
}

type Row = readonly [words: RegExp, comparator: Comparator]

const NOT = '(?:不|不得|不能|不应|不可|不宜|不准|不再|未|严禁|禁止|不允许)'

/** Words right before the number, first that fits. */
const before: readonly Row[] = [
  [new RegExp(`${NOT}(?:少于|低于|小于|下于|短于|弱于)$|最低不(?:少|低)于$|不(?:少|低)於$`), '>='],
  [new RegExp(`${NOT}(?:超过|超出|超|高于|多于|大于|突破|长于|晚于|逾)$`), '<='],
  [/(?:至少|最少|起码|最低)(?:要|应|须|为|达到?|有|是)?$/, '>='],
  [/(?:至多|最多|最高|最长|上限)(?:为|是|不超过|可)?$/, '<='],
  [/(?:>=|≥|＞=)$/, '>='],
  [/(?:<=|≤)$/, '<='],
  [/>$/, '>'],
  [/<$/, '<'],
  [/(?:低于|少于|小于)$/, '<'],
  [/(?:超过|超出|高于|多于|大于|突破|超)$/, '>'],
  [/(?:控制|压缩|压减|压降|缩减|缩短|减少|精简|降低|下降|回落|降|减|限定|限制|掌控|压)(?:在|至|到|为)$/, '<='],
  [/(?:提高|提升|增加|增长|上升|扩大|扩展|拓展|增|升|新增|拓宽|达|达成|发展|推广|恢复)(?:到|至|达|为)$|达到$|均达$|达$|总量达$/, '>='],
  [/(?:约|大约|大概|近)$/, '~'],
  [/=$/, '='],
  [/(?:保持|维持|稳定|做到|实现|实行|确保|保证|为|是|至|到)(?:在)?$/, '='],
]

/** Words that stand before the verb: 至少主持召开2次. They hold for the next number of the part. */
const ahead: readonly Row[] = [
  [/(?:至少|不少于|不低于|最少|起码)/g, '>='],
  [/(?:至多|最多|不超过|不得超过)/g, '<='],
]

/** Words right behind the number. */
const behind: readonly Row[] = [
  [/^(?:及|\(含\)|\(含[^()]{1,8}\))?以上/, '>='],
  [/^(?:及|\(含\)|\(含[^()]{1,8}\))?(?:以内|之内|以下|之下)/, '<='],
  [/^内/, '<='],
  [/^(?:左右|上下|以?上下)/, '~'],
  [/^(?:之间)/, 'range'],
  [/^\+/, '>='],
]

/** Words between the comparing word and the number that do not break their bond: 不少于总数的5%, 达到全市的80%. */
const base = /(?:于|过|到|达|在|至少|≥|≤|占|(?<=比例|占比|率|面)为)(?<base>[^,;:。、()\d]{1,16}的)$/

/**
 * How a number is compared, from the words around it. `from`: where to begin looking (end of the number before, or start of the part).
 * The words behind win over 达到, 控制在; 左右 wins over all; 不超过 and 不少于 win over what is behind.
 */
export function compare(text: string, quantity: QuantityMark, from: number): Comparison {
  if (text.slice(quantity.start, quantity.end) === '过半') return { comparator: '>', words: quantity.number, extent: quantity.number }
  const lead = text.slice(from, quantity.start)
  const tail = text.slice(quantity.end, quantity.end + 12)
  const front = beforeOf(lead, from) ?? aheadOf(lead, from)
  const back = behindOf(tail, quantity.end)
  const words = [front?.extent, back?.extent].filter((extent) => extent !== undefined)
  const extent = {
    start: Math.min(quantity.start, ...words.map((word) => word.start)),
    end: Math.max(quantity.end, ...words.map((word) => word.end)),
  }
  if (quantity.upper !== null) return { comparator: 'range', words: words[0] ?? null, extent }
  const winner = back?.comparator === '~' || (back !== null && (front === null || isSoft(front.comparator, lead))) ? back : front
  return { comparator: winner?.comparator === 'range' ? '=' : (winner?.comparator ?? '='), words: winner?.extent ?? null, extent }
}

interface Found {
  readonly comparator: Comparator
  readonly extent: Extent
}

/** 达到…以上 and 控制在…以内 agree anyway; 稳定在…以上, 超…以上, 约…以上 take the word behind. */
function isSoft(comparator: Comparator, lead: string): boolean {
  return comparator === '=' || comparator === '~' || comparator === '>' || /(?:达到?|[在至到为])$/.test(lead)
}

function beforeOf(lead: string, from: number): Found | null {
  const skipped = base.exec(lead.slice(-24))?.groups?.['base']?.length ?? 0
  for (const text of skipped === 0 ? [lead] : [lead, lead.slice(0, -skipped)]) {
    for (const [pattern, comparator] of before) {
      const match = pattern.exec(text.slice(-14))
      if (match === null) continue
      const end = from + text.length
      return { comparator, extent: { start: end - match[0].length, end } }
    }
  }
  return null
}

function aheadOf(lead: string, from: number): Found | null {
  for (const [pattern, comparator] of ahead) {
    const match = matchesOf(pattern, lead).at(-1)
    if (match === undefined || lead.length - match.index > 30) continue
    return { comparator, extent: { start: from + match.index, end: from + match.index + match[0].length } }
  }
  return null
}

function behindOf(tail: string, at: number): Found | null {
  for (const [pattern, comparator] of behind) {
    const match = pattern.exec(tail)
    if (match !== null) return { comparator, extent: { start: at, end: at + match[0].length } }
  }
  return null
}
