import type { Text } from './text.zh.ts'

/** A stage as the contract gives it. */
interface Stage {
  readonly stage: string
  readonly period: { readonly from: string; readonly to: string | null } | null
}

const STARTS = { quarter: ['01', '04', '07', '10'], half: ['01', '07'] } as const
const ENDS = { quarter: ['03-31', '06-30', '09-30', '12-31'], half: ['06-30', '12-31'] } as const

/** A period in words: a year, half, quarter or month by its name, everything else by its days. '' for the whole. */
export function stageWords({ stage, period }: Stage, { period: keyWords, stages }: Pick<Text, 'period' | 'stages'>): string {
  if (stage === '' || stage === 'once') return ''
  if (period === null || stage.startsWith('stage-')) return keyWords(stage)
  const { from, to } = period
  if (to === null) return stages.since(from)
  const [year = '', month = '', day] = from.split('-')
  const end = to.slice(5)
  if (day === '01' && to.startsWith(year)) {
    if (month === '01' && end === '12-31') return stages.year(year)
    const half = STARTS.half.findIndex((start) => start === month)
    if (half >= 0 && ENDS.half[half] === end) return stages.half(year, half)
    const quarter = STARTS.quarter.findIndex((start) => start === month)
    if (quarter >= 0 && ENDS.quarter[quarter] === end) return stages.quarter(year, quarter)
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
    if (end === `${month}-${String(last)}`) return stages.month(year, Number(month))
  }
  return stages.days(from, to)
}
