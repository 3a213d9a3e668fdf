import type { Act, StandingRefusal } from '#core/commitment/act.ts'
import { basisAfter, stands } from '#core/commitment/act.ts'
import type { ReadingRefusal } from '#core/commitment/check-reading.ts'
import { checkChanged } from '#core/commitment/check-reading.ts'
import type { Commitment } from '#core/commitment/commitment.ts'
import { editReading } from '#core/commitment/edit-reading.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import { accept, refuse } from '#core/outcome/outcome.ts'

export type EditRefusal = StandingRefusal | ReadingRefusal | 'nothing-changed'

/** 修改: a person reads a commitment otherwise. Its state stays; the compiler's reading stays beside it. */
export function editCommitment(commitment: Commitment, changes: ReadingChanges, act: Act): Outcome<Commitment, EditRefusal> {
  if (!stands(commitment)) return refuse(commitment.state === 'replaced' ? 'replaced' : 'discarded')
  const edited = editReading(commitment.reading, changes)
  if (sameReading(edited, commitment.reading)) return refuse('nothing-changed')
  const reading = checkChanged(edited, changes)
  if (!reading.ok) return reading
  return accept({
    ...commitment,
    reading: reading.value,
    basis: basisAfter(commitment.basis, changes),
    decision: { kind: 'edited', ...act },
    version: commitment.version + 1,
  })
}

/** `editReading` keeps every part that it does not change as it is. */
function sameReading(after: Commitment['reading'], before: Commitment['reading']): boolean {
  const parts = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).every(([name, part]) => parts.get(name) === part)
}
