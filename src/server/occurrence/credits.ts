import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Credit } from '#core/occurrence/credit.ts'
import type { Occurrence, OccurrenceKey } from '#core/occurrence/occurrence.ts'
import type { RecordId } from '#core/record/record.ts'
import type { Tx } from '#server/db/connect.ts'
import { inParts } from '#server/org/in-parts.ts'

/** A credit with the occurrence it belongs to. `ordinal`: 0, unless one part holds its record more than once. */
export interface CreditRow {
  readonly commitment: CommitmentId
  readonly subject: string
  readonly period: string
  readonly ordinal: number
  readonly credit: Credit
}

/** Names one occurrence among all. */
export interface Place extends OccurrenceKey {
  readonly commitment: CommitmentId
}

/** The name of an occurrence among those of several commitments. */
export function nameOf(commitment: CommitmentId | '', { subject, period }: OccurrenceKey): string {
  return `${commitment} ${subject} ${period}`
}

const PARTS: readonly Credit['part'][] = ['whole', 'numerator', 'denominator', 'base']

/** The credits of an occurrence as rows. */
export function numbered({
  commitment,
  subject,
  period,
  explanation,
}: Pick<Occurrence, 'commitment' | 'subject' | 'explanation'> & { readonly period: { readonly key: string } }): readonly CreditRow[] {
  const seen = new Map<string, number>()
  return explanation.map((credit) => {
    const name = `${credit.record} ${credit.part}`
    const ordinal = seen.get(name) ?? 0
    seen.set(name, ordinal + 1)
    return { commitment, subject, period: period.key, ordinal, credit }
  })
}

function nameOfCredit({ credit: { record, part }, ordinal }: CreditRow): string {
  return `${record} ${part} ${ordinal}`
}

/** What of the credits of an occurrence is new or other than what was kept, and what is no more. */
export function compareCredits(
  kept: readonly CreditRow[],
  fresh: readonly CreditRow[],
): { fresh: readonly CreditRow[]; gone: readonly CreditRow[] } {
  const before = new Map(kept.map((row) => [nameOfCredit(row), row]))
  const names = new Set(fresh.map(nameOfCredit))
  return {
    fresh: fresh.filter((row) => !isDeepStrictEqual(before.get(nameOfCredit(row)), row)),
    gone: kept.filter((row) => !names.has(nameOfCredit(row))),
  }
}

/** Credits in the order they are kept in: by part, day and record. */
export function ordered(credits: readonly Credit[]): readonly Credit[] {
  return credits.toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || compare(a.on, b.on) || compare(a.record, b.record))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

// the columns hold what core made
const creditColumns = z.custom<Credit>()

/** Which credits: of some commitments, of them those of some occurrences alone, or those of one record. */
type Which =
  | { readonly commitments: readonly CommitmentId[]; readonly keys: readonly OccurrenceKey[] | null }
  | { readonly record: RecordId }

/** Kept credits, by occurrence (`nameOf`), each in order. */
export async function loadCredits(tx: Tx, jurisdictionId: string, which: Which): Promise<ReadonlyMap<string, readonly Credit[]>> {
  const rows = await tx
    .selectFrom('credit')
    .select(['commitmentId', 'subject', 'period', 'recordId', 'part', 'revision', 'counts', 'quantity', 'onDay', 'reason', 'params'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => {
      if ('record' in which) return eb('recordId', '=', which.record)
      const ofCommitment = eb('commitmentId', '=', eb.fn.any(eb.val(which.commitments)))
      if (which.keys === null) return ofCommitment
      const subjects = eb('subject', '=', eb.fn.any(eb.val(which.keys.map(({ subject }) => subject))))
      return eb.and([ofCommitment, subjects, eb('period', '=', eb.fn.any(eb.val(which.keys.map(({ period }) => period))))])
    })
    .orderBy('onDay')
    .orderBy('recordId')
    .orderBy('part')
    .orderBy('ordinal')
    .execute()
  const found = new Map<string, Credit[]>()
  for (const row of rows) {
    const { commitmentId, subject, period, recordId, part, revision, counts, quantity, onDay, reason, params } = row
    const name = nameOf(idColumn.parse(commitmentId), { subject, period })
    const credit = creditColumns.parse({
      record: recordId,
      revision,
      counts,
      quantity,
      reason: { code: reason, params: params ?? {} },
      on: onDay,
      part,
    })
    const credits = found.get(name)
    if (credits === undefined) found.set(name, [credit])
    else credits.push(credit)
  }
  return new Map([...found].map(([name, credits]) => [name, ordered(credits)]))
}
const idColumn = z.custom<CommitmentId>()

/** Removes credits that are no more. */
export async function dropCredits(tx: Tx, jurisdictionId: string, dropped: readonly CreditRow[]): Promise<void> {
  for (const some of inParts(dropped))
    await tx
      .deleteFrom('credit')
      .where('jurisdictionId', '=', jurisdictionId)
      .where((eb) =>
        eb.or(
          some.map(({ commitment, subject, period, ordinal, credit: { record, part } }) =>
            eb.and({ commitmentId: commitment, subject, period, recordId: record, part, ordinal }),
          ),
        ),
      )
      .execute()
}

/** Credits as `creditsInto` takes them. */
export function creditRows(put: readonly CreditRow[]): string {
  return JSON.stringify(put.map(rowOf))
}

/** Writes credits, whose occurrences are saved or are being; with `tx`, or as a part of a statement. */
export function creditsInto(tx: Pick<Tx, 'insertInto'>, jurisdictionId: string, rows: string) {
  return tx
    .insertInto('credit')
    .columns(['jurisdictionId', ...COLUMNS])
    .expression(
      sql`select ${jurisdictionId}::uuid, c::uuid, s, p, r::uuid, a, o::integer, v::integer, n::boolean, q::numeric, d::date, w, e
          from jsonb_to_recordset(${rows}::jsonb)
          as given (c text, s text, p text, r text, a text, o integer, v integer, n boolean, q text, d text, w text, e jsonb)`,
    )
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'commitmentId', 'subject', 'period', 'recordId', 'part', 'ordinal'])
        .doUpdateSet((eb) => Object.fromEntries(COLUMNS.slice(6).map((column) => [column, eb.ref(`excluded.${column}`)]))),
    )
}

const COLUMNS = [
  'commitmentId',
  'subject',
  'period',
  'recordId',
  'part',
  'ordinal',
  'revision',
  'counts',
  'quantity',
  'onDay',
  'reason',
  'params',
] as const

function rowOf({ commitment, subject, period, ordinal, credit }: CreditRow): object {
  const { record, part, revision, counts, quantity, on, reason } = credit
  const params = Object.keys(reason.params).length === 0 ? {} : { e: reason.params }
  return {
    c: commitment,
    s: subject,
    p: period,
    r: record,
    a: part,
    o: ordinal,
    v: revision,
    n: counts,
    q: quantity,
    d: on,
    w: reason.code,
    ...params,
  }
}
