import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { isBegun } from '#core/light/light.ts'
import type { Occurrence, OccurrenceKey } from '#core/occurrence/occurrence.ts'
import type { Tx } from '#server/db/connect.ts'
import {
  compareCredits,
  type CreditRow,
  creditRows,
  creditsInto,
  dropCredits,
  loadCredits,
  nameOf,
  numbered,
  ordered,
} from '#server/occurrence/credits.ts'
import { inParts } from '#server/org/in-parts.ts'

type Kept = Omit<Occurrence, 'asOf' | 'explanation'>

// the column holds what core made: it is taken as it is
const detailColumn = z.custom<Kept>()

/** What must be written so that the kept occurrences of a commitment are those that were worked out. */
export interface Difference {
  readonly changed: readonly Occurrence[]
  readonly gone: readonly OccurrenceKey[]
  readonly put: readonly CreditRow[]
  readonly dropped: readonly CreditRow[]
}

/** The kept occurrences of some commitments with what explains them, in the order of periods and subjects; as of a day each. */
export async function loadOccurrencesOf(
  tx: Tx,
  jurisdictionId: string,
  commitments: readonly CommitmentId[],
  asOf: (commitment: CommitmentId) => Day,
): Promise<ReadonlyMap<CommitmentId, readonly Occurrence[]>> {
  const rows = await tx
    .selectFrom('occurrence')
    .select('detail')
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(commitments))))
    .orderBy('periodFrom')
    .orderBy('subject')
    .orderBy('period')
    .execute()
  if (rows.length === 0) return new Map()
  const credits = await loadCredits(tx, jurisdictionId, { commitments, keys: null })
  const kept = rows.map(({ detail }) => {
    const { commitment, ...rest } = detailColumn.parse(detail)
    const explanation = credits.get(nameOf(commitment, { subject: rest.subject, period: rest.period.key })) ?? []
    return { commitment, ...rest, asOf: asOf(commitment), explanation }
  })
  return Map.groupBy(kept, ({ commitment }) => commitment)
}

/** The kept occurrences of one commitment. */
export async function loadOccurrences(tx: Tx, jurisdictionId: string, commitment: CommitmentId, asOf: Day): Promise<readonly Occurrence[]> {
  return (await loadOccurrencesOf(tx, jurisdictionId, [commitment], () => asOf)).get(commitment) ?? []
}

/** How kept occurrences differ from those worked out as of the same day; both of one commitment. */
export function differenceOf(kept: readonly Occurrence[], fresh: readonly Occurrence[]): Difference {
  const before = new Map(kept.map((occurrence) => [nameOf('', keyOf(occurrence)), occurrence]))
  const names = new Set(fresh.map((occurrence) => nameOf('', keyOf(occurrence))))
  const [changed, put, dropped]: [Occurrence[], CreditRow[], CreditRow[]] = [[], [], []]
  for (const occurrence of fresh) {
    const found = before.get(nameOf('', keyOf(occurrence)))
    const credits = numbered(occurrence)
    if (found === undefined) {
      changed.push(occurrence)
      put.push(...credits)
      continue
    }
    const { fresh: added, gone } = compareCredits(numbered(found), credits)
    put.push(...added)
    dropped.push(...gone)
    if (added.length + gone.length > 0 || !isDeepStrictEqual({ ...found, explanation: [] }, { ...occurrence, explanation: [] }))
      changed.push(occurrence)
  }
  return { changed, put, dropped, gone: kept.map(keyOf).filter((key) => !names.has(nameOf('', key))) }
}

/** Writes what differs of one commitment, or of several. */
export async function saveDifference(tx: Tx, jurisdictionId: string, several: readonly (Difference & Named)[]): Promise<void> {
  await dropOccurrences(tx, jurisdictionId, several)
  const changed = several.flatMap((each) => each.changed.map((occurrence) => ({ occurrence, isBegun: isBegun(occurrence) })))
  for (const some of inParts(changed)) await occurrencesInto(tx, jurisdictionId, occurrenceRows(some)).execute()
  await dropCredits(
    tx,
    jurisdictionId,
    several.flatMap(({ dropped }) => dropped),
  )
  for (const some of inParts(several.flatMap(({ put }) => put))) await creditsInto(tx, jurisdictionId, creditRows(some)).execute()
}

interface Named {
  readonly commitment: CommitmentId
}

/** An occurrence as it now is, and whether some record counts in it. */
export interface StandingOccurrence {
  readonly occurrence: Occurrence
  readonly isBegun: boolean
}

/** Occurrences as `occurrencesInto` takes them. */
export function occurrenceRows(several: readonly StandingOccurrence[]): string {
  return JSON.stringify(several.map(rowOf))
}

/** Writes occurrences, not what explains them; with `tx`, or as a part of a statement. */
export function occurrencesInto(tx: Pick<Tx, 'insertInto'>, jurisdictionId: string, rows: string) {
  return tx
    .insertInto('occurrence')
    .columns(['jurisdictionId', ...COLUMNS])
    .expression(
      sql`select ${jurisdictionId}::uuid, commitment_id, subject, period, period_from, period_to, state, required, actual, owed, pace, latest_safe_day,
          is_begun, detail
          from jsonb_to_recordset(${rows}::jsonb) as given (commitment_id uuid, subject text, period text, period_from date,
          period_to date, state text, required numeric, actual numeric, owed numeric, pace numeric, latest_safe_day date, is_begun boolean, detail jsonb)`,
    )
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'commitmentId', 'subject', 'period'])
        .doUpdateSet((eb) => Object.fromEntries(COLUMNS.slice(3).map((column) => [column, eb.ref(`excluded.${column}`)]))),
    )
}

const COLUMNS = [
  'commitmentId',
  'subject',
  'period',
  'periodFrom',
  'periodTo',
  'state',
  'required',
  'actual',
  'owed',
  'pace',
  'latestSafeDay',
  'isBegun',
  'detail',
] as const

/** Removes occurrences that are no more, with what explained them. */
export async function dropOccurrences(
  tx: Tx,
  jurisdictionId: string,
  several: readonly { readonly commitment: CommitmentId; readonly gone: readonly OccurrenceKey[] }[],
): Promise<void> {
  for (const { commitment, gone } of several)
    for (const some of inParts(gone))
      await tx
        .deleteFrom('occurrence')
        .where('jurisdictionId', '=', jurisdictionId)
        .where('commitmentId', '=', commitment)
        .where((eb) => eb.or(some.map(({ subject, period }) => eb.and({ subject, period }))))
        .execute()
}

function keyOf({ subject, period }: Occurrence): OccurrenceKey {
  return { subject, period: period.key }
}

/** An occurrence whose explanation stands in the order that kept ones have. */
export function inOrder(occurrence: Occurrence): Occurrence {
  return { ...occurrence, explanation: ordered(occurrence.explanation) }
}

function rowOf({ occurrence, isBegun: isOne }: StandingOccurrence): object {
  const { commitment, subject, period, state, required, actual, owed, pace, latestSafeDay } = occurrence
  return {
    commitment_id: commitment,
    subject,
    period: period.key,
    period_from: period.from,
    period_to: period.to,
    state,
    required,
    actual,
    owed,
    pace,
    latest_safe_day: latestSafeDay,
    is_begun: isOne,
    // JSON leaves out what is undefined
    detail: { ...occurrence, asOf: undefined, explanation: undefined },
  }
}
