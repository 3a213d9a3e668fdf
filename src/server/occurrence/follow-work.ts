import type { Day } from '#core/day/day.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { type Change, touchedKeys } from '#core/occurrence/touched-keys.ts'
import { type Facts, type View, viewOf } from '#core/occurrence/view.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Written } from '#server/occurrence/follow.ts'

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
