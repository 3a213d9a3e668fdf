import { type SelectQueryBuilder, sql } from 'kysely'
import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import type { Brief } from '#core/ledger/standing.ts'
import type { Credit } from '#core/occurrence/credit.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import type { RecordId } from '#core/record/record.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'
import { nameOf, ordered, type Place } from '#server/occurrence/credits.ts'

/** An occurrence without what explains it. */
type KeptBrief = Brief & Pick<Occurrence, 'metOn' | 'denominator'>

/** What is kept of one occurrence that a write may touch. */
export interface KeptOccurrence {
  readonly brief: KeptBrief
  /** Where it need not be seen whole: what those `records` are to it that were asked for; else what every record is. In order. */
  readonly credits: readonly Credit[]
}

/** By commitment, then by `nameOf`. */
export type Kept = ReadonlyMap<CommitmentId, ReadonlyMap<string, KeptOccurrence>>

/** Which occurrences a write touches: those of which few `records` must be seen, and those whose records must be seen together. */
export interface Touched {
  readonly records: readonly RecordId[]
  readonly alone: readonly Place[]
  readonly amongOthers: readonly Place[]
}

// the columns hold what core made
const briefColumn = z.custom<Omit<KeptBrief, 'asOf' | 'isBegun'> & { readonly period: { readonly key: string } }>()
type CreditColumns = readonly [
  RecordId,
  number,
  boolean,
  Credit['quantity'],
  Credit['on'],
  string,
  Credit['reason']['params'] | null,
  Credit['part'],
]
const creditColumns = z.custom<readonly CreditColumns[] | null>()
const creditColumn = z.custom<Credit>()

/** All occurrences of the touched commitments as they are kept, as of a day; what explains them only of those that are touched. One statement. */
export async function loadKept(tx: Tx, jurisdictionId: string, asOf: Day, touched: Touched): Promise<Kept> {
  const places = [...touched.alone, ...touched.amongOthers]
  if (places.length === 0) return new Map()
  const [alone, amongOthers] = [touched.alone.map(placeName), touched.amongOthers.map(placeName)]
  const isRecord = sql<boolean>`c.record_id = any(${touched.records}::uuid[])`
  const isAlone = sql<boolean>`${NAME} = any(${alone}::text[])`
  const rows = await tx
    .selectFrom('occurrence')
    .select(['commitmentId', 'detail', 'isBegun'])
    .select((eb) => [
      sql`case when ${isAlone} then ${creditsOf(eb.selectFrom('credit as c'), jurisdictionId).where(isRecord)}
        when ${NAME} = any(${amongOthers}::text[]) then ${creditsOf(eb.selectFrom('credit as c'), jurisdictionId)} end`.as('credits'),
    ])
    .where('jurisdictionId', '=', jurisdictionId)
    // of a list in JSON the planner expects the same whatever stands in it: one plan serves every write
    .where(
      'commitmentId',
      'in',
      sql<string>`(select id::uuid from jsonb_array_elements_text(${JSON.stringify([...new Set(places.map(({ commitment }) => commitment))])}::jsonb) as id)`,
    )
    .execute()
  const found = new Map<CommitmentId, Map<string, KeptOccurrence>>()
  for (const row of rows) {
    const commitment = CommitmentId.parse(row.commitmentId)
    const brief = { ...briefColumn.parse(row.detail), asOf, isBegun: row.isBegun }
    const ofCommitment = found.get(commitment) ?? new Map<string, KeptOccurrence>()
    found.set(commitment, ofCommitment)
    const name = nameOf(commitment, { subject: brief.subject, period: brief.period.key })
    ofCommitment.set(name, { brief, credits: creditsIn(row.credits) })
  }
  return found
}

const NAME = sql`occurrence.commitment_id || ' ' || occurrence.subject || ' ' || occurrence.period`

function placeName({ commitment, ...key }: Place): string {
  return nameOf(commitment, key)
}

const IS_SAME = sql<boolean>`(c.commitment_id, c.subject, c.period) = (occurrence.commitment_id, occurrence.subject, occurrence.period)`

function creditsOf(credits: SelectQueryBuilder<DB & { c: DB['credit'] }, 'c', object>, jurisdictionId: string) {
  return credits
    .select(
      sql`jsonb_agg(jsonb_build_array(c.record_id, c.revision, c.counts, c.quantity::text, c.on_day, c.reason, c.params, c.part) order by c.ordinal)`.as(
        'credits',
      ),
    )
    .where('c.jurisdictionId', '=', jurisdictionId)
    .where(IS_SAME)
}

function creditsIn(column: unknown): readonly Credit[] {
  const credits = (creditColumns.parse(column) ?? []).map(([record, revision, counts, quantity, on, code, params, part]) =>
    creditColumn.parse({ record, revision, counts, quantity, reason: { code, params: params ?? {} }, on, part }),
  )
  return ordered(credits)
}
