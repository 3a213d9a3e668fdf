import type { ReadingTold } from '#core/draft/reading-told.ts'
import { deed } from '#core/ledger/indicator.ts'
import type { LedgerEntry } from '#core/ledger/ledger.ts'
import type { Text } from './text.zh.ts'

/** The target without its rhythm: `≥ 12 次`, `下降 ≥ 10 %`, `5–8 份`; null where nothing is counted. */
export function targetText(reading: ReadingTold, text: Text): string | null {
  const { kind, comparator, value, upper, unit } = reading
  if (kind === 'undefined') return text.toDefine
  if (value === null) return null
  const unitText = unit === null ? '' : ` ${unit.value}`
  if (comparator?.value === 'range' && upper !== null) return `${text.range(value.value, upper.value)}${unitText}`
  const sign = comparator === null || comparator.value === '=' ? '' : `${text.comparator[comparator.value]} `
  return `${sign}${value.value}${unitText}`
}

/** The target with its rhythm and for whom each: `每年 ≥ 12 次`, `每年 ≥ 2 篇（每名成员）`, `2026-06-30 前`, `完成`. What it is of stands beside it. */
export function indicatorText(reading: ReadingTold, text: Text): string {
  const target = targetText(reading, text)
  const due = reading.deadline === null ? (reading.deadlineText?.value ?? null) : text.by(reading.deadline.value)
  return `${joined(rhythmOf(reading, text), target ?? due ?? text.done)}${target === null ? '' : notes(reading, text)}`
}

/** 量化指标 as a cell holds it, what it is of first: `专题学习 every year ≥ 12 次`. A promise without a number is the deed: its content, else its sentence. */
export function indicatorCell({ reading, sentence }: Pick<LedgerEntry, 'reading' | 'sentence'>, text: Text): string {
  const object = reading.object?.value ?? null
  if (reading.kind === 'achieved') return joined(object ?? deed(sentence), rhythmOf(reading, text))
  return joined(object ?? (reading.kind === 'deadline' ? deed(sentence) : null), indicatorText(reading, text))
}

function rhythmOf({ period: { value } }: ReadingTold, text: Text): string | null {
  return value.unit === 'once' || value.unit === 'none' ? null : text.period(value)
}

function notes({ scope, base }: ReadingTold, text: Text): string {
  const said = [
    scope.value === 'org' || scope.value === 'leader' ? null : text.scope[scope.value],
    base === null ? null : text.outOf(base.value),
  ]
  const kept = said.filter((note) => note !== null)
  return kept.length === 0 ? '' : text.noted(kept)
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ')
}
