import { isDeepStrictEqual } from 'node:util'
import type { Insertable } from 'kysely'
import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Occurrence, OccurrenceKey } from '#core/occurrence/occurrence.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Occurrence as OccurrenceRow } from '#server/db/types.gen.ts'
import { inParts } from '#server/org/in-parts.ts'

type Kept = Omit<Occurrence, 'asOf'>

// the column holds what core made: it is taken as it is
const detailColumn = z.custom<Kept>()

/** What must be written so that the kept occurrences of a commitment are those that were worked out. */
export interface Difference {
  readonly changed: readonly Occurrence[]
  readonly gone: readonly OccurrenceKey[]
}

/** The kept occurrences of a commitment, as of the clock's day. */
export async function loadOccurrences(tx: Tx, jurisdictionId: string, commitment: CommitmentId, asOf: Day): Promise<readonly Occurrence[]> {
  const rows = await tx
    .selectFrom('occurrence')
    .select('detail')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('commitmentId', '=', commitment)
    .orderBy('periodFrom')
    .orderBy('subject')
    .orderBy('period')
    .execute()
  return rows.map(({ detail }) => ({ ...detailColumn.parse(detail), asOf }))
}

/** How kept occurrences differ from those worked out as of the same day. */
export function differenceOf(kept: readonly Occurrence[], fresh: readonly Occurrence[]): Difference {
  const byName = new Map(kept.map((occurrence) => [nameOf(keyOf(occurrence)), occurrence]))
  const changed = fresh.filter((occurrence) => !isDeepStrictEqual(byName.get(nameOf(keyOf(occurrence))), occurrence))
  const names = new Set(fresh.map((occurrence) => nameOf(keyOf(occurrence))))
  return { changed, gone: kept.map(keyOf).filter((key) => !names.has(nameOf(key))) }
}

/** Writes occurrences of a commitment, and removes those that are no more. */
export async function saveDifference(
  tx: Tx,
  jurisdictionId: string,
  commitment: CommitmentId,
  { changed, gone }: Difference,
): Promise<void> {
  for (const some of inParts(changed)) {
    await tx
      .insertInto('occurrence')
      .values(some.map((occurrence) => rowOf(jurisdictionId, occurrence)))
      .onConflict((conflict) =>
        conflict.columns(['jurisdictionId', 'commitmentId', 'subject', 'period']).doUpdateSet((eb) => ({
          periodFrom: eb.ref('excluded.periodFrom'),
          periodTo: eb.ref('excluded.periodTo'),
          state: eb.ref('excluded.state'),
          required: eb.ref('excluded.required'),
          actual: eb.ref('excluded.actual'),
          owed: eb.ref('excluded.owed'),
          pace: eb.ref('excluded.pace'),
          latestSafeDay: eb.ref('excluded.latestSafeDay'),
          detail: eb.ref('excluded.detail'),
        })),
      )
      .execute()
  }
  for (const some of inParts(gone)) {
    await tx
      .deleteFrom('occurrence')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('commitmentId', '=', commitment)
      .where((eb) => eb.or(some.map(({ subject, period }) => eb.and({ subject, period }))))
      .execute()
  }
}

function keyOf({ subject, period }: Occurrence): OccurrenceKey {
  return { subject, period: period.key }
}

function nameOf({ subject, period }: OccurrenceKey): string {
  return `${subject} ${period}`
}

function rowOf(jurisdictionId: string, occurrence: Occurrence): Insertable<OccurrenceRow> {
  const { commitment, subject, period, state, required, actual, owed, pace, latestSafeDay } = occurrence
  return {
    jurisdictionId,
    commitmentId: commitment,
    subject,
    period: period.key,
    periodFrom: period.from,
    periodTo: period.to,
    state,
    required,
    actual,
    owed,
    pace,
    latestSafeDay,
    // JSON leaves out what is undefined
    detail: JSON.stringify({ ...occurrence, asOf: undefined }),
  }
}
