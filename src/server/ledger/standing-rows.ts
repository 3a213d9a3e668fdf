import { type Selectable, sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { Standing } from '#core/ledger/standing.ts'
import type { Tx } from '#server/db/connect.ts'
import type { LedgerStanding } from '#server/db/types.gen.ts'

/** The edition of the ledger as of the clock's day. */
export const CURRENT = '00000000-0000-0000-0000-000000000000'

/** What is told beside a standing of a past day; of today it follows from credits. */
export interface Beside {
  /** How many files are behind it. */
  readonly files?: number
  /** 锁定后更正. */
  readonly corrected?: readonly string[]
}

/** How a commitment stands; null: it does not compute. */
export interface Stands extends Beside {
  readonly commitment: CommitmentId
  readonly standing: Standing | null
}

/** Columns of a standing as they are stored. */
export const STANDING_COLUMNS = [
  'light',
  'per',
  'subjects',
  'met',
  'required',
  'actual',
  'unit',
  'owed',
  'pace',
  'progress',
  'latestSafeDay',
  'periodFrom',
  'periodTo',
  'arrears',
] as const satisfies readonly (keyof LedgerStanding)[]

/** What is read of a row: the standing, how many files are behind the commitment, and what was corrected in a past edition. */
export const STANDING_ROW = [...STANDING_COLUMNS, 'files', 'corrected'] as const

/** The columns of a standing; null where nothing is kept (a left join). */
export type StandingRow = { readonly [Column in (typeof STANDING_COLUMNS)[number]]: Selectable<LedgerStanding>[Column] | null }

const standingColumns = z.custom<Standing>()

/** The standing of a row. */
export function standingIn(row: StandingRow): Standing | null {
  if (row.light === null) return null
  const {
    light,
    per,
    subjects,
    met,
    required,
    actual,
    unit,
    owed,
    pace,
    progress,
    latestSafeDay,
    periodFrom: from,
    periodTo: to,
    arrears,
  } = row
  return standingColumns.parse({
    per,
    subjects,
    met,
    required,
    actual,
    unit,
    owed,
    pace,
    progress,
    latestSafeDay,
    from,
    to,
    arrears,
    light,
  })
}

/** Writes how commitments stand; what is the same stays untouched. */
export async function saveStandings(tx: Tx, jurisdictionId: string, edition: string, some: readonly Stands[]): Promise<void> {
  await dropStandings(tx, jurisdictionId, edition, some)
  if (some.some(({ standing }) => standing !== null)) await standingsInto(tx, jurisdictionId, standingRows(edition, some)).execute()
}

/** Removes what is kept of those that do not compute. */
export async function dropStandings(tx: Tx, jurisdictionId: string, edition: string, some: readonly Stands[]): Promise<void> {
  const gone = some.flatMap(({ commitment, standing }) => (standing === null ? [commitment] : []))
  if (gone.length === 0) return
  await tx
    .deleteFrom('ledgerStanding')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('edition', '=', edition)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(gone))))
    .execute()
}

/** Those that compute, as `standingsInto` takes them. */
export function standingRows(edition: string, some: readonly Stands[]): string {
  return JSON.stringify(
    some.flatMap(({ commitment, standing, files = 0, corrected = [] }) =>
      standing === null ? [] : [rowOf({ edition, commitment, files, corrected }, standing)],
    ),
  )
}

/** Writes how those stand that compute; with `tx`, or as a part of a statement. */
export function standingsInto(tx: Pick<Tx, 'insertInto'>, jurisdictionId: string, rows: string) {
  return tx
    .insertInto('ledgerStanding')
    .columns(['jurisdictionId', 'edition', 'commitmentId', ...STANDING_ROW])
    .expression(
      sql`select ${jurisdictionId}::uuid, edition, commitment_id, light, per, subjects, met, required, actual, unit, owed, pace, progress, latest_safe_day,
        period_from, period_to, arrears, files, corrected
        from jsonb_to_recordset(${rows}::jsonb) as given (edition uuid, commitment_id uuid, light text, per text,
        subjects integer, met integer, required numeric, actual numeric, unit text, owed numeric, pace numeric, progress numeric, latest_safe_day date,
        period_from date, period_to date, arrears integer, files integer, corrected text[])`,
    )
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'edition', 'commitmentId'])
        .doUpdateSet((eb) => Object.fromEntries(STANDING_COLUMNS.map((column) => [column, eb.ref(`excluded.${column}`)])))
        .where(DIFFERS),
    )
}

const DIFFERS = sql<boolean>`(${sql.join(STANDING_COLUMNS.map((column) => sql.ref(`ledgerStanding.${column}`)))})
  is distinct from (${sql.join(STANDING_COLUMNS.map((column) => sql.ref(`excluded.${column}`)))})`

interface Place {
  readonly edition: string
  readonly commitment: CommitmentId
  readonly files: number
  readonly corrected: readonly string[]
}

function rowOf({ edition, commitment, files, corrected }: Place, standing: Standing): object {
  const { latestSafeDay, from, to, ...columns } = standing
  return {
    ...columns,
    files,
    corrected,
    edition,
    commitment_id: commitment,
    latest_safe_day: latestSafeDay,
    period_from: from,
    period_to: to,
  }
}
