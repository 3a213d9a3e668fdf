import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'

/** Something is said of a confirmed commitment and a quarter that has begun, and it is not what stands already (`before`; null: nothing stands). */
export function acceptProgress(
  { year, quarter, words }: Quarter & { readonly words: string },
  { isConfirmed, today, before }: { readonly isConfirmed: boolean; readonly today: Quarter; readonly before: string | null },
): Outcome<string, 'not-confirmed' | 'words-missing' | 'quarter-not-begun' | 'nothing-changed'> {
  if (!isConfirmed) return refuse('not-confirmed')
  if (words === '') return refuse('words-missing')
  if (year * 4 + quarter > today.year * 4 + today.quarter) return refuse('quarter-not-begun')
  return words === before ? refuse('nothing-changed') : accept(words)
}
