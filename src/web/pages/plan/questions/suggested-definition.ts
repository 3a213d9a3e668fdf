import type { AnswerInput } from './answers.ts'

type Definition = Extract<AnswerInput, { kind: 'definition' }>

const periods = { 年: 'year', 半年: 'half-year', 季度: 'quarter', 月: 'month', 周: 'week' } as const
const isPeriod = (word: string): word is keyof typeof periods => Object.hasOwn(periods, word)

/** The definition that a suggestion stands for: how often (每季度1次, 每年3项) or which rank (前3名); null where only a form can say it. */
export function suggestedDefinition(value: string): Definition | null {
  const often = /^每(半年|季度|年|月|周)(\d+)(\p{Script=Han}{1,2})$/u.exec(value)
  const [, word = '', number = '', unit = ''] = often ?? []
  if (isPeriod(word)) {
    return {
      kind: 'definition',
      changes: { kind: 'count', period: { unit: periods[word], every: 1 }, comparator: '>=', value: number, unit },
      note: value,
    }
  }
  const rank = /^前(\d+)(名|位)$/.exec(value)
  if (rank?.[1] === undefined) return null
  return { kind: 'definition', changes: { kind: 'count', comparator: '<=', value: rank[1], unit: rank[2] ?? '名' }, note: value }
}
