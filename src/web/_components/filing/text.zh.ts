import type { FilingState } from '#core/register/filing.ts'

type Kind = FilingState['state']

/** Words of the matrix of filings. */
export const zh = {
  title: '填报情况',
  asOf: (day: string) => `截至 ${day}`,
  unit: '单位',
  joint: '共同填报',
  loading: '正在读取…',
  none: '本年还没有应报的期次。',
  unknown: (names: string) => `组织机构中找不到应填报的“${names}”：请在“组织机构”里设立同名机构或群组，或给已有机构加别名。`,
  states: { filed: '已报', late: '迟报', missing: '未报', open: '待报', none: '—' } satisfies Record<Kind, string>,
  signs: { filed: '✓', late: '!', missing: '✕', open: '·', none: '' } satisfies Record<Kind, string>,
  zero: '零报告',
  due: (period: string, day: string) => `${period}，最晚 ${day}`,
  file: (unit: string, period: string) => `为${unit}填报${period}`,
  month: (month: number) => `${month}月`,
  quarter: (quarter: number) => `${quarter}季度`,
  half: (half: number): string => (half === 1 ? '上半年' : '下半年'),
  year: (year: string) => `${year}年`,
}

export type Text = typeof zh
