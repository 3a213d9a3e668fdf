import { sql } from 'kysely'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { type Change, touchedKeys } from '#core/occurrence/touched-keys.ts'
import { type Facts, type View, viewOf } from '#core/occurrence/view.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'
import { builtOnce } from '#server/db/built-once.ts'
import type { Tx } from '#server/db/connect.ts'
import { CURRENT, dropStandings, standingRows, standingsInto, type Stands } from '#server/ledger/standing-rows.ts'
import { type CreditRow, creditRows, creditsInto, dropCredits } from '#server/occurrence/credits.ts'
import type { Written } from '#server/occurrence/follow.ts'
import { growthInto, type GrowthRow, growthRows } from '#server/occurrence/growth.ts'
import { dropOccurrences, occurrenceRows, occurrencesInto, type StandingOccurrence } from '#server/occurrence/store.ts'

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
  readonly occurrences: readonly StandingOccurrence[]
  readonly gone: readonly OccurrenceKey[]
  readonly put: readonly CreditRow[]
  readonly dropped: readonly CreditRow[]
  readonly grown: readonly GrowthRow[]
  /** Whether anything of it was evaluated again. */
  readonly isTouched: boolean
}

export const NO_CONSEQUENCE = { occurrences: [], gone: [], put: [], dropped: [], grown: [], isTouched: false } as const satisfies Omit<
  Consequence,
  'commitment'
>

/** Writes what came of a record for all commitments, and how these then stand: in one statement, but for what is no more. */
export async function saveConsequences(
  { tx, jurisdictionId }: Work,
  several: readonly Consequence[],
  stands: readonly Stands[],
): Promise<void> {
  await dropOccurrences(tx, jurisdictionId, several)
  await dropCredits(
    tx,
    jurisdictionId,
    several.flatMap(({ dropped }) => dropped),
  )
  await dropStandings(tx, jurisdictionId, CURRENT, stands)
  await save(tx, {
    jurisdictionId,
    occurrences: occurrenceRows(several.flatMap(({ occurrences }) => occurrences)),
    credits: creditRows(several.flatMap(({ put }) => put)),
    grown: growthRows(several.flatMap(({ grown }) => grown)),
    standings: standingRows(CURRENT, stands),
  })
}

type Saved = Readonly<Record<'jurisdictionId' | 'occurrences' | 'credits' | 'grown' | 'standings', string>>

const save = builtOnce((tx, { jurisdictionId, occurrences, credits, grown, standings }: Saved) =>
  tx
    .with('occurrences', (also) => occurrencesInto(also, jurisdictionId, occurrences))
    .with('credits', (also) => creditsInto(also, jurisdictionId, credits))
    .with('grown', (also) => growthInto(also, jurisdictionId, grown))
    .with('standings', (also) => standingsInto(also, jurisdictionId, standings))
    .selectNoFrom(sql`1`.as('saved')),
)
