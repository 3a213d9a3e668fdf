import type { Reading } from '#core/draft/reading.ts'

/** A commitment in its words: its own, and the sentence before and behind them. */
export interface Wording {
  readonly reading: Reading
  readonly text: string
  readonly before: string
  readonly after: string
}

/** The words of a commitment with the clauses they stand in. */
export function clauseOf({ text, before, after }: Omit<Wording, 'reading'>): string {
  return `${before.split(/[,，;；。、]/).at(-1) ?? ''}${text}${after.split(/[,，;；。]/)[0] ?? ''}`
}
