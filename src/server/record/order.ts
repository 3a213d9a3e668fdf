import { type SelectQueryBuilder, sql } from 'kysely'
import { Instant } from '#core/day/day.ts'
import type { Register } from '#core/register/register.ts'
import type { DB } from '#server/db/types.gen.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Seen } from '#server/record/seen.ts'

/** A query in the order that was asked for; what is equal, and everything unless sorted, by the latest day first. */
export function inOrder<O>(
  query: SelectQueryBuilder<DB, 'recordRevision', O>,
  register: Register | undefined,
  sort: Seen['sort'],
): SelectQueryBuilder<DB, 'recordRevision', O> {
  const direction = sort?.isDown === false ? 'asc' : 'desc'
  const byDay = (sorted: SelectQueryBuilder<DB, 'recordRevision', O>) => sorted.orderBy('toDay', 'desc').orderBy('id', 'desc')
  if (sort === null || sort.by === 'occurredOn') return query.orderBy('toDay', direction).orderBy('id', direction)
  if (sort.by === 'enteredAt') return byDay(query.orderBy('enteredAt', direction))
  if (sort.by === 'org') return byDay(query.orderBy('orgId', direction))
  if (sort.by === 'state') return byDay(query.orderBy('state', direction))
  const field = register?.fields.find(({ id }) => id === sort.by)
  if (field === undefined) return byDay(query)
  const isNumber = field.type === 'number' || field.type === 'decimal'
  // what a field held before it was changed to a number stays text
  const value = isNumber
    ? sql`CASE WHEN field_values->>${field.id} ~ '^-?[0-9]+([.][0-9]+)?$' THEN (field_values->>${field.id})::numeric END`
    : sql`field_values->>${field.id}`
  return byDay(query.orderBy(value, (order) => (direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsLast())))
}

/** When the first revision of each record was entered. */
export async function firstEntered(
  tx: Tx,
  jurisdictionId: string,
  records: readonly { readonly id: string; readonly revision: number; readonly enteredAt: Instant }[],
): Promise<ReadonlyMap<string, Instant>> {
  const revised = records.filter(({ revision }) => revision > 1).map(({ id }) => id)
  if (revised.length === 0) return new Map()
  const rows = await tx
    .selectFrom('recordRevision')
    .select(['id', 'enteredAt'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('id', 'in', revised)
    .where('revision', '=', 1)
    .execute()
  return new Map(rows.map(({ id, enteredAt }) => [id, Instant.parse(enteredAt)]))
}
