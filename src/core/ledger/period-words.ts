import type { Period } from '#core/draft/reading.ts'

const ONE = { day: '每日', week: '每周', month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' } as const
const MANY = { day: '日', week: '周', month: '个月', quarter: '个季度', 'half-year': '个半年', year: '年' } as const

/** 频次 in Chinese: 每年, 每 2 个月; empty where nothing recurs. */
export function periodWords({ unit, every }: Period): string {
  if (unit === 'once' || unit === 'none') return ''
  return every === 1 ? ONE[unit] : `每 ${every} ${MANY[unit]}`
}
