import type { Commitment } from '#core/commitment/commitment.ts'
import { periodWords } from '#core/ledger/period-words.ts'
import { targetWords } from '#core/ledger/target-words.ts'

/**
 * 量化指标 as the ledger shows and exports it, with what it is of: 专题学习 每年 ≥ 12 次, 修订议事规则 2026-06-30 前. A promise without a number is the
 * deed itself; the column 完成时限 has its day. Official ledgers are Chinese in every language of the screens.
 */
export function indicator({ reading, text }: Pick<Commitment, 'reading' | 'text'>): string {
  const object = reading.object?.value.trim() ?? ''
  switch (reading.kind) {
    case 'achieved':
      return after(object || deed(text), periodWords(reading.period.value))
    case 'deadline':
      return after(object || deed(text), targetWords(reading))
    case 'undefined':
    case 'count':
    case 'ratio':
    case 'trend':
    case 'coverage':
    case 'duration':
      return after(object, targetWords(reading))
  }
}

/** What is to be done where no content was read: the words of the plan, without the stop behind them. */
export function deed(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s。；;，,、]+$/u, '')
    .trimStart()
}

function after(what: string, target: string): string {
  return [what, target].filter((part) => part !== '').join(' ')
}
