import type { CoverageMark, LimitMark, Mark, QuantityMark } from '#compiler/recognise/mark.ts'
import { isTime } from '#compiler/lexicon/unit.ts'
import { partAt, type Sentence } from '#compiler/source/sentence.ts'
import { compare, type Comparison } from './comparator.ts'
import type { Item } from './item.ts'
import { readTrend } from './trend.ts'

/** One item for every quantity, closed word and limit of the sentence: what each says by itself, before anything is related to it. */
export function itemsOf(sentence: Sentence, marks: readonly Mark[]): Item[] {
  const items: Item[] = []
  let previousEnd = 0
  for (const mark of marks) {
    const part = partAt(sentence, mark.type === 'limit' ? mark.number.start : mark.start)
    const from = Math.max(sentence.parts[part]?.start ?? 0, previousEnd)
    if (mark.type === 'quantity') items.push(quantityItem(sentence.text, mark, part, from))
    if (mark.type === 'coverage') items.push(coverageItem(mark, part))
    if (mark.type === 'limit') items.push(limitItem(mark, part))
    if (mark.type !== 'name' && mark.type !== 'period') previousEnd = mark.end
  }
  return items
}

const nothing = {
  upper: null,
  period: null,
  date: null,
  limit: null,
  scope: null,
  object: null,
  base: null,
  modality: null,
  partOf: null,
} as const

function quantityItem(text: string, mark: QuantityMark, part: number, from: number): Item {
  const comparison = compare(text, mark, from)
  const trend = readTrend(text, mark, comparison, from)
  const share = /^[%‰‱]$/.test(mark.unit)
  const kind =
    trend !== null ? 'trend' : share ? 'ratio' : isTime(mark.unit) ? 'duration' : /^(?:百分点|基点)$/.test(mark.unit) ? 'trend' : 'count'
  const value = trend?.comparator ?? comparison.comparator
  const start = Math.min(comparison.extent.start, trend?.start ?? comparison.extent.start)
  return {
    ...nothing,
    mark,
    part,
    kind,
    anchor: mark.number,
    extent: { start, end: comparison.extent.end },
    comparator: comparison.words === null ? { value, because: 'bare-number' } : { value, words: comparison.words },
    isCompared: trend !== null || mark.upper !== null || isTarget(text, comparison, kind),
    value: { value: mark.value, words: mark.number },
    upper: mark.upper === null ? null : { value: mark.upper, words: mark.number },
    unit: { value: mark.unit, words: mark.unitWords.end > mark.unitWords.start ? mark.unitWords : mark.number },
    period: mark.per !== null ? { value: mark.per, words: { start: mark.unitWords.end, end: mark.end } } : (trend?.period ?? null),
  }
}

/** A bare 为, 实现, 做到 makes a target of a share only; 保持 of a count as well. */
function isTarget(text: string, { comparator, words }: Comparison, kind: Item['kind']): boolean {
  if (words === null) return false
  return comparator !== '=' || kind === 'ratio' || (kind === 'count' && /^(?:保持|维持|稳定)/.test(text.slice(words.start, words.end)))
}

function coverageItem(mark: CoverageMark, part: number): Item {
  const extent = { start: mark.start, end: mark.end }
  return {
    ...nothing,
    mark,
    part,
    kind: 'coverage',
    anchor: extent,
    extent,
    comparator: { value: '=', because: 'closed-word' },
    isCompared: true,
    value: { value: mark.value, because: 'closed-word' },
    unit: { value: mark.unit, because: 'closed-word' },
  }
}

function limitItem(mark: LimitMark, part: number): Item {
  const extent = { start: mark.start, end: mark.end }
  return {
    ...nothing,
    mark,
    part,
    kind: 'deadline',
    anchor: mark.number,
    extent,
    comparator: { value: '<=', because: 'time-limit' },
    isCompared: true,
    value: { value: mark.value, words: mark.number },
    unit: { value: mark.unit, words: { start: mark.number.end, end: mark.end } },
    limit: extent,
  }
}
