import { bareReading } from '#core/draft/bare-reading.ts'
import type { Act } from '#core/commitment/act.ts'
import type { ReadingRefusal } from '#core/commitment/check-reading.ts'
import { checkReading } from '#core/commitment/check-reading.ts'
import type { ClauseId, Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import { editReading } from '#core/commitment/edit-reading.ts'
import type { QuoteRefusal, Words } from '#core/commitment/quote.ts'
import { quoteOf } from '#core/commitment/quote.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import { nextRef } from '#core/commitment/ref.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept } from '#core/outcome/outcome.ts'

export type AddRefusal = ReadingRefusal | QuoteRefusal

/** What a person adds: where it hangs, its words, what is promised. */
export interface Addition extends Words {
  readonly id: CommitmentId
  readonly clause: ClauseId
  readonly changes: ReadingChanges
}

/** 增补: a commitment that a person adds to a clause. Without changes it is a promise without a number, once, of the issuing body. */
export function addCommitment(
  addition: Addition,
  facts: { readonly text: string; readonly beside: readonly string[]; readonly taken: ReadonlySet<string> },
  act: Act,
): Outcome<Commitment, AddRefusal> {
  const quote = quoteOf(addition, facts.text)
  if (!quote.ok) return quote
  const reading = checkReading(editReading(bareReading, addition.changes))
  if (!reading.ok) return reading
  return accept({
    ...quote.value,
    id: addition.id,
    ref: nextRef(facts.beside, facts.taken),
    clause: addition.clause,
    within: null,
    state: 'draft',
    replacedBy: [],
    own: null,
    reading: reading.value,
    original: null,
    decision: { kind: 'added', ...act },
    basis: [],
    version: 1,
  })
}
