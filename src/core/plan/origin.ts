import * as z from 'zod'

/** 来源: out of what a plan came: 民主生活会, 巡视, 巡察, 审计, 督察, 自查, 会议决定. */
const planOrigins = [
  'life-meeting',
  'inspection-tour',
  'local-inspection',
  'audit',
  'supervision',
  'self-check',
  'meeting-decision',
] as const
export const PlanOrigin = z.enum(planOrigins)
export type PlanOrigin = z.infer<typeof PlanOrigin>

/** What titles say where a plan comes from, the more telling first: a 巡视 is often heard at a 民主生活会, not the other way round. */
const WORDS: readonly (readonly [RegExp, PlanOrigin])[] = [
  [/民主生活会/, 'life-meeting'],
  [/巡视(?!员)/, 'inspection-tour'],
  [/巡察|巡查/, 'local-inspection'],
  [/审计/, 'audit'],
  [/督察|督查|督导|检查反馈/, 'supervision'],
  [/自查|自纠/, 'self-check'],
  [/会议决定|会议精神|会议部署/, 'meeting-decision'],
]

/** What the title of a plan suggests; null: nothing. A person says what holds. */
export function suggestOrigin(title: string): PlanOrigin | null {
  return WORDS.find(([words]) => words.test(title))?.[1] ?? null
}
