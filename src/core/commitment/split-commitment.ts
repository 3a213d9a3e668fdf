import type { Act, StandingRefusal } from '#core/commitment/act.ts'
import { basisAfter, stands } from '#core/commitment/act.ts'
import type { ReadingRefusal } from '#core/commitment/check-reading.ts'
import { checkChanged } from '#core/commitment/check-reading.ts'
import type { Commitment, CommitmentId } from '#core/commitment/commitment.ts'
import { editReading } from '#core/commitment/edit-reading.ts'
import type { QuoteRefusal, Words } from '#core/commitment/quote.ts'
import { quoteOf } from '#core/commitment/quote.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import { partRefs } from '#core/commitment/ref.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

/** What a part says and where it differs from the whole; its id is made by the shell. */
export interface Part extends Words {
  readonly id: CommitmentId
  readonly changes: ReadingChanges
}

export type SplitRefusal = StandingRefusal | ReadingRefusal | QuoteRefusal

/** 拆分: the parts replace the commitment, each with its reading where nothing else is said; state and original reading go with them. The whole stands first in the value. */
export function splitCommitment(
  whole: Commitment,
  parts: readonly Part[],
  facts: { readonly text: string; readonly taken: ReadonlySet<string> },
  act: Act,
): Outcome<readonly Commitment[], SplitRefusal> {
  if (!stands(whole)) return refuse(whole.state === 'replaced' ? 'replaced' : 'discarded')
  const refs = partRefs(whole.ref, parts.length, facts.taken)
  const made: Commitment[] = []
  for (const [index, part] of parts.entries()) {
    const quote = quoteOf(part, facts.text)
    if (!quote.ok) return quote
    const reading = checkChanged(editReading(whole.reading, part.changes), part.changes)
    if (!reading.ok) return reading
    made.push({
      ...whole,
      ...quote.value,
      id: part.id,
      ref: refs[index] ?? whole.ref,
      replacedBy: [],
      own: null,
      reading: reading.value,
      basis: basisAfter(whole.basis, part.changes),
      decision: { kind: 'split', ...act },
      version: 1,
    })
  }
  const replaced: Commitment = {
    ...whole,
    state: 'replaced',
    replacedBy: made.map(({ id }) => id),
    decision: { kind: 'split', ...act },
    version: whole.version + 1,
  }
  return accept([replaced, ...made])
}
