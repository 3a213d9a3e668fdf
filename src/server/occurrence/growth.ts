import { sql } from 'kysely'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Credit } from '#core/occurrence/credit.ts'
import type { Others } from '#core/occurrence/measure.ts'
import { add, type Rational, rationalOf, subtract, toDecimal, zero } from '#core/quantity/rational.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Place } from '#server/occurrence/credits.ts'

/** What the records that count add to an occurrence on a day. `records`: how many they are. */
export interface DayGrowth {
  readonly part: Credit['part']
  readonly day: Credit['on']
  readonly quantity: Rational
  readonly records: number
}

/** By part and day. */
export type Grown = ReadonlyMap<string, DayGrowth>

/** What was there with some credits and without others; days on which nothing is left stand with no records. */
export function regrown(grown: Grown, { without, plus }: { readonly without: readonly Credit[]; readonly plus: readonly Credit[] }): Grown {
  const found = new Map(grown)
  const put = ({ counts, part, on: day, quantity }: Credit, sign: 1 | -1): void => {
    if (!counts) return
    const before = found.get(nameOfDay({ part, day })) ?? { quantity: zero, records: 0 }
    const by = rationalOf(quantity)
    found.set(nameOfDay({ part, day }), {
      part,
      day,
      quantity: sign === 1 ? add(before.quantity, by) : subtract(before.quantity, by),
      records: before.records + sign,
    })
  }
  for (const credit of without) put(credit, -1)
  for (const credit of plus) put(credit, 1)
  return found
}

/** The name of a day among those of an occurrence. */
export function nameOfDay({ part, day }: Pick<DayGrowth, 'part' | 'day'>): string {
  return `${part} ${day}`
}

/** The same as what records that are not looked at add; null where there are none. */
export function othersIn(grown: Grown): Others | undefined {
  const counted = [...grown.values()].filter(({ records }) => records > 0)
  if (counted.length === 0) return undefined
  const parts = Map.groupBy(counted, ({ part }) => part)
  return Object.fromEntries([...parts].map(([part, days]) => [part, days.map(({ day, quantity: by }) => ({ day, by }))]))
}

/** A day of an occurrence that grew, to be kept. */
export interface GrowthRow extends Place {
  readonly grown: DayGrowth
}

/** The days on which two differ, as the second has them. */
export function grownOtherwise(place: Place, before: Grown, after: Grown): readonly GrowthRow[] {
  return [...after].flatMap(([name, grown]) => (before.get(name) === grown ? [] : [{ ...place, grown }]))
}

/** What grew as `growthInto` takes it. */
export function growthRows(rows: readonly GrowthRow[]): string {
  return JSON.stringify(
    rows.map(({ commitment: c, subject: s, period: p, grown: { part: a, day: d, quantity, records: n } }) => ({
      c,
      s,
      p,
      a,
      d,
      q: toDecimal(quantity, 6, 'half-up'),
      n,
    })),
  )
}

/** Writes what grew; as a part of a statement. */
export function growthInto(tx: Pick<Tx, 'insertInto'>, jurisdictionId: string, rows: string) {
  return tx
    .insertInto('occurrenceGrowth')
    .columns(['jurisdictionId', ...COLUMNS])
    .expression(
      sql`select ${jurisdictionId}::uuid, c, s, p, a, d, q, n
        from jsonb_to_recordset(${rows}::jsonb) as given (c uuid, s text, p text, a text, d date, q numeric, n integer)`,
    )
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'commitmentId', 'subject', 'period', 'part', 'onDay'])
        .doUpdateSet((eb) => ({ quantity: eb.ref('excluded.quantity'), records: eb.ref('excluded.records') })),
    )
}

const COLUMNS = ['commitmentId', 'subject', 'period', 'part', 'onDay', 'quantity', 'records'] as const

/** Some commitments: those to which each record adds by itself, and those of which no growth is kept. */
interface Several {
  readonly single: readonly CommitmentId[]
  readonly others: readonly CommitmentId[]
}

/** Keeps what grew of some commitments as their kept credits have it. Call it where these were worked out anew. */
export async function regrow(tx: Tx, jurisdictionId: string, several: Several): Promise<void> {
  const wrong = new Set(await wrongGrowth(tx, jurisdictionId, several))
  if (wrong.size === 0) return
  await tx
    .deleteFrom('occurrenceGrowth')
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val([...wrong]))))
    .execute()
  await tx
    .insertInto('occurrenceGrowth')
    .columns([...COLUMNS, 'jurisdictionId'])
    .expression(
      grownFrom(
        tx,
        jurisdictionId,
        several.single.filter((id) => wrong.has(id)),
      ).select(sql`${jurisdictionId}::uuid`.as('jurisdictionId')),
    )
    .execute()
}

/** Those of some commitments of which other growth is kept than their credits come to. */
export async function wrongGrowth(tx: Tx, jurisdictionId: string, { single, others }: Several): Promise<readonly CommitmentId[]> {
  const kept = tx
    .selectFrom('occurrenceGrowth')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val([...single, ...others]))))
    .where('records', '>', 0)
  const fresh = grownFrom(tx, jurisdictionId, single)
  const rows = await tx
    .selectFrom(kept.except(fresh).as('stale'))
    .select('stale.commitmentId')
    .union(tx.selectFrom(fresh.except(kept).as('missing')).select('missing.commitmentId'))
    .execute()
  return rows.map(({ commitmentId }) => CommitmentId.parse(commitmentId))
}

function grownFrom(tx: Tx, jurisdictionId: string, single: readonly CommitmentId[]) {
  return tx
    .selectFrom('credit')
    .select(['commitmentId', 'subject', 'period', 'part', 'onDay'])
    .select([sql<string>`sum(quantity)`.as('quantity'), sql<number>`count(*)::integer`.as('records')])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(single))))
    .where('counts', '=', true)
    .groupBy(['commitmentId', 'subject', 'period', 'part', 'onDay'])
}
