import type { Reading } from '#core/draft/reading.ts'
import type { Text } from './text.zh.ts'

/** The target without its rhythm: `≥ 12 次`, `下降 ≥ 10 %`, `5–8 份`; null where nothing is counted. */
export function targetText(reading: Reading, text: Text): string | null {
  const { kind, comparator, value, upper, unit } = reading
  if (kind === 'undefined') return text.toDefine
  if (value === null) return null
  const unitText = unit === null ? '' : ` ${unit.value}`
  if (comparator?.value === 'range' && upper !== null) return `${text.range(value.value, upper.value)}${unitText}`
  const sign = comparator === null || comparator.value === '=' ? '' : `${text.comparator[comparator.value]} `
  return `${sign}${value.value}${unitText}`
}

/** 量化指标 in short: `每年 ≥ 12 次`, `≥ 95 %`, `2026-06-30 前完成`. */
export function indicatorText(reading: Reading, text: Text): string {
  const target = targetText(reading, text)
  const recurs = reading.period.value.unit !== 'once' && reading.period.value.unit !== 'none'
  const rhythm = recurs ? text.period(reading.period.value) : null
  const due = reading.deadline === null ? (reading.deadlineText?.value ?? null) : text.by(reading.deadline.value)
  if (target !== null) return [rhythm, target].filter((part) => part !== null).join(' ')
  return [rhythm, due ?? text.done].filter((part) => part !== null).join(' ')
}
