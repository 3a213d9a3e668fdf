import type { Day } from '#core/day/day.ts'
import type { Reading, Scope } from '#core/draft/reading.ts'
import { comparison } from '#core/ledger/comparison.ts'
import { periodWords } from '#core/ledger/period-words.ts'

/** The target of a reading without what it is of, in Chinese: 每年 ≥ 12 次, 100%（全覆盖）, 2026-06-30 前, 完成, 待定义. */
export function targetWords(reading: Reading): string {
  switch (reading.kind) {
    case 'undefined':
      return '待定义'
    case 'achieved':
      return noted(spaced(periodWords(reading.period.value), '完成'), dueBefore(reading))
    case 'deadline':
      return timeLimit(reading)
    case 'coverage':
      return noted(spaced(periodWords(reading.period.value), comparison(reading)), coverageWord(reading), reading.base?.value)
    case 'count':
    case 'ratio':
    case 'trend':
    case 'duration':
      return noted(
        spaced(periodWords(reading.period.value), comparison(reading)),
        EACH[reading.scope.value],
        reading.base === null ? undefined : `以${reading.base.value}为基数`,
        dueBefore(reading),
      )
  }
}

const EACH: Partial<Record<Scope, string>> = {
  'per-member': '每名成员',
  'per-unit': '每个单位',
  'per-case': '每案',
  'per-item': '每件',
  pairs: '两两之间',
}

function coverageWord({ value, unit }: Reading): string | undefined {
  if (value?.value === '100' && unit?.value === '%') return '全覆盖'
  return value?.value === '0' ? '清零' : undefined
}

function timeLimit(reading: Reading): string {
  if (reading.deadline !== null) return before(reading.deadline.value)
  if (reading.value !== null) return spaced(periodWords(reading.period.value), `${reading.value.value} ${spelled(reading.unit?.value)}内`)
  return reading.deadlineText?.value ?? spaced(periodWords(reading.period.value), '按时完成')
}

function spelled(unit: string | undefined): string {
  return unit === '月' || unit === '季度' ? `个${unit}` : (unit ?? '')
}

function dueBefore({ deadline }: Reading): string | undefined {
  return deadline === null ? undefined : before(deadline.value)
}

function before(day: Day): string {
  return `${day} 前`
}

function spaced(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function noted(text: string, ...notes: readonly (string | undefined)[]): string {
  const said = notes.filter((note) => note !== undefined)
  return said.length === 0 ? text : `${text}（${said.join('，')}）`
}
