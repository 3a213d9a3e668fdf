import type { Comparator, Reading } from '#core/draft/reading.ts'

const SIGNS = {
  '>=': '≥ ',
  '<=': '≤ ',
  '=': '',
  '>': '> ',
  '<': '< ',
  '~': '约 ',
  range: '',
  'decrease>=': '下降 ≥ ',
  'decrease=': '下降 ',
  'increase>=': '增长 ≥ ',
  'increase=': '增长 ',
  'increase<=': '增长 ≤ ',
} as const satisfies Record<Comparator, string>

/** Comparator, number and unit: ≥ 12 次, 3–5 次, 下降 ≥ 5%, 约 20 件. */
export function comparison(reading: Pick<Reading, 'comparator' | 'value' | 'upper' | 'unit'>): string {
  const { comparator, value, upper, unit } = reading
  if (value === null) return '按计划完成'
  const number = comparator?.value === 'range' && upper !== null ? `${value.value}–${upper.value}` : value.value
  return `${comparator === null ? '' : SIGNS[comparator.value]}${number}${unitAfter(unit?.value ?? '')}`
}

function unitAfter(unit: string): string {
  if (unit === '' || unit === '%' || unit === '‰') return unit
  return unit === '月' ? ' 个月' : ` ${unit}`
}
