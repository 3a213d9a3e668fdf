import type { Clause } from '#core/draft/clause.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'
import type { Span } from '#core/text/span.ts'

/** A commitment as one of two documents reads it. */
export type Read = Omit<DraftCommitment, 'anchor'>

/** One of two documents that are compared. To be compared, `text` has every sign in the form that the grammar reads (offsets unmoved): the same words are then the same. */
export interface Side {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly commitments: readonly Read[]
  /** Stretches of the text that commitments stand for which were not read from it. */
  readonly covered?: readonly Span[]
}
