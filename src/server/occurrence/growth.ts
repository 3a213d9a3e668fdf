import { sql } from 'kysely'
import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Credit } from '#core/occurrence/credit.ts'
import type { Others } from '#core/occurrence/measure.ts'
import type { Decimal } from '#core/quantity/decimal.ts'
import { add, type Rational, rationalOf, subtract, toDecimal, zero } from '#core/quantity/rational.ts'
import type { Tx } from '#server/db/connect.ts'
import { nameOf, type Place } from '#server/occurrence/credits.ts'

/** What the records that count add to an occurrence on a day. `records`: how many they are. */
interface DayGrowth {
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
function nameOfDay({ part, day }: Pick<DayGrowth, 'part' | 'day'>): string {
  return `${part} ${day}`
}

/** The same as what records that are not looked at add. */
export function othersIn(grown: Grown): Others {
  const counted = [...grown.values()].filter(({ records }) => records > 0)
  const parts = Map.groupBy(counted, ({ part }) => part)
  return Object.fromEntries([...parts].map(([part, days]) => [part, days.map(({ day, quantity: by }) => ({ day, by }))]))
}

/** By how much a day of an occurrence grew, to be kept. */
export interface GrowthRow extends Place {
  readonly grown: DayGrowth
}

/** By how much days grow that lose some credits and get others. */
export function growthBy(place: Place, change: Parameters<typeof regrown>[1]): readonly GrowthRow[] {
  return [...regrown(new Map(), change).values()].flatMap((grown) =>
    grown.records === 0 && grown.quantity.n === 0n ? [] : [{ ...place, grown }],
  )
}

/** What grew by day of some occurrences, by `nameOf`. */
export async function loadGrowth(tx: Tx, jurisdictionId: string, places: readonly Place[]): Promise<ReadonlyMap<string, Grown>> {
  const rows = await tx
    .selectFrom('occurrenceGrowth')
    .select(COLUMNS)
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb.or(places.map(({ commitment, subject, period }) => eb.and({ commitmentId: commitment, subject, period }))))
    .orderBy('onDay')
    .execute()
  const days = rows.map((row) => ({ ...dayColumns.parse(row), place: { ...row, commitment: CommitmentId.parse(row.commitmentId) } }))
  return new Map(
    [...Map.groupBy(days, ({ place }) => nameOf(place.commitment, place))].map(([name, several]): [string, Grown] => [
      name,
      new Map(
        several.map(({ part, onDay: day, quantity, records }) => [
          nameOfDay({ part, day }),
          { part, day, quantity: rationalOf(quantity), records },
        ]),
      ),
    ]),
  )
}
// the columns hold what core made
const dayColumns = z.custom<{
  readonly part: Credit['part']
  readonly onDay: Credit['on']
  readonly quantity: Decimal
  readonly records: number
}>()

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

/** Adds to what is kept by how much days grew; as a part of a statement. */
export function growthInto(tx: Pick<Tx, 'insertInto' | 'selectFrom'>, jurisdictionId: string, rows: string) {
  const by = sql<Record<'c' | 's' | 'p' | 'a' | 'd' | 'q' | 'n', string>>`jsonb_to_recordset(${rows}::jsonb)`
  const given = by.as<'given'>(sql`given (c uuid, s text, p text, a text, d date, q numeric, n integer)`)
  return tx
    .insertInto('occurrenceGrowth')
    .columns(['jurisdictionId', ...COLUMNS])
    .expression(
      tx
        .selectFrom(given)
        .leftJoin('occurrenceGrowth as kept', (join) =>
          join
            .on('kept.jurisdictionId', '=', jurisdictionId)
            .on(
              sql<boolean>`(kept.commitment_id, kept.subject, kept.period, kept.part, kept.on_day) = (given.c, given.s, given.p, given.a, given.d)`,
            ),
        )
        .select([
          sql`${jurisdictionId}::uuid`.as('jurisdictionId'),
          'given.c',
          'given.s',
          'given.p',
          'given.a',
          'given.d',
          sql`coalesce(kept.quantity, 0) + given.q`.as('quantity'),
          sql`coalesce(kept.records, 0) + given.n`.as('records'),
        ]),
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
