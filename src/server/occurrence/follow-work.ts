import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Occurrence, OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { type Change, touchedKeys } from '#core/occurrence/touched-keys.ts'
import { type Facts, type View, viewOf } from '#core/occurrence/view.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Tx } from '#server/db/connect.ts'
import { type CreditRow, dropCreditsOf, type Place, saveCredits } from '#server/occurrence/credits.ts'
import type { Written } from '#server/occurrence/follow.ts'
import { dropOccurrences, saveOccurrences } from '#server/occurrence/store.ts'

/** What is known of a write when its consequences are worked out. `facts`: without records. */
export interface Work {
  readonly tx: Tx
  readonly jurisdictionId: string
  readonly asOf: Day
  readonly written: Written
  readonly facts: Facts
}

/** What stood before a write and what stands after it, the written record among `others`. */
export function viewsOf({ written: { before, after } }: Work, facts: Facts, others: readonly WorkRecord[]): { before: View; after: View } {
  const rest = others.filter(({ id }) => id !== after.id)
  return {
    before: viewOf({ ...facts, records: before === null ? rest : [...rest, before] }),
    after: viewOf({ ...facts, records: [...rest, after] }),
  }
}

/** The occurrences of a commitment that a write touches. */
export function keysOf({ written, asOf }: Work, terms: Terms, views: ReturnType<typeof viewsOf>): readonly OccurrenceKey[] {
  const { after, ruledFor } = written
  const change: Change =
    ruledFor === null ? { kind: 'record', record: after.id } : { kind: 'ruling', commitment: ruledFor, record: after.id }
  const keys = touchedKeys(terms, change, views.before, views.after, asOf)
  if (keys === 'all') throw new Error('a record touches single occurrences')
  return keys
}

/** What a write comes to for one commitment, not written yet. */
export interface Consequence {
  readonly commitment: CommitmentId
  readonly occurrences: readonly Standing[]
  readonly gone: readonly OccurrenceKey[]
  readonly put: readonly CreditRow[]
  readonly dropped: readonly CreditRow[]
  /** Where only the record itself was looked at: what it was to these before must go. */
  readonly alone: readonly Place[]
  /** Whether anything of it was evaluated again. */
  readonly isTouched: boolean
}

/** An occurrence as it now is; its explanation names at least the record. */
interface Standing {
  readonly occurrence: Occurrence
  readonly isBegun: boolean
}

export const NO_CONSEQUENCE = { occurrences: [], gone: [], put: [], dropped: [], alone: [], isTouched: false } as const satisfies Omit<
  Consequence,
  'commitment'
>

/** Writes what came of a record for all commitments, in as few statements as there are kinds of rows. */
export async function saveConsequences({ tx, jurisdictionId, written }: Work, several: readonly Consequence[]): Promise<void> {
  const alone = several.flatMap((each) => each.alone)
  await dropOccurrences(tx, jurisdictionId, several)
  // what was just entered counted nowhere before
  if (alone.length > 0 && written.before !== null) await dropCreditsOf(tx, jurisdictionId, written.after.id, alone)
  await saveOccurrences(
    tx,
    jurisdictionId,
    several.flatMap(({ occurrences }) => occurrences),
  )
  await saveCredits(tx, jurisdictionId, { put: several.flatMap(({ put }) => put), dropped: several.flatMap(({ dropped }) => dropped) })
}
