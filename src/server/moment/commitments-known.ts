import { type Selectable, sql } from 'kysely'
import type { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Commitment, Counting, LedgerEntry } from '#server/db/types.gen.ts'
import { DONE_COLUMNS } from '#server/moment/held.ts'

/** 整改任务 as they were known at an instant: what was changed since is undone. */
export function commitmentsKnown(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  const undone = undoneSince(tx, jurisdictionId, knownAt).as('undone')
  return tx
    .selectFrom('commitment as rowKept')
    .selectAll('rowKept')
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.id', 'not in', changedSince(tx, jurisdictionId, knownAt))
    .unionAll(
      tx
        .selectFrom('commitment as rowKept')
        .innerJoin(undone, (join) => join.onRef('undone.id', '=', 'rowKept.id'))
        .innerJoinLateral(sql<Selectable<Commitment>>`jsonb_populate_record(row_kept, undone.was)`.as('was'), (join) => join.onTrue())
        .selectAll('was')
        .where('rowKept.jurisdictionId', '=', jurisdictionId),
    )
}

/**
 * 台账条目 as they were known at an instant (null: now), with what was done with them until `held`: of what was written since each column is undone that it
 * changed; after `held`, those that tell what was done.
 */
export function entriesKnown(
  tx: Tx,
  jurisdictionId: string,
  { knownAt, held }: { readonly knownAt: Instant | null; readonly held: Instant },
) {
  const isUnknown = knownAt === null ? sql<boolean>`false` : sql<boolean>`change.changed_at > ${knownAt}`
  const later = tx
    .selectFrom('commitmentChange as change')
    .where('change.jurisdictionId', '=', jurisdictionId)
    .where('change.changedAt', '>', held)
    .where(sql<boolean>`(${isUnknown} or change.entry ?| ${DONE_COLUMNS}::text[])`)
  const undone = later
    .leftJoinLateral(sql<{ key: string; value: unknown }>`jsonb_each(change.entry)`.as('column'), (join) =>
      join.on(sql<boolean>`(${isUnknown} or "column".key = any(${DONE_COLUMNS}::text[]))`),
    )
    .select('change.commitmentId as id')
    .select(REPLACED.as('was'))
    .groupBy('change.commitmentId')
    .having(sql<boolean>`not bool_or(change.is_new and ${isUnknown})`)
    .as('undone')
  return tx
    .selectFrom('ledgerEntry as rowKept')
    .selectAll('rowKept')
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .where('rowKept.commitmentId', 'not in', later.select('change.commitmentId'))
    .unionAll(
      tx
        .selectFrom('ledgerEntry as rowKept')
        .innerJoin(undone, (join) => join.onRef('undone.id', '=', 'rowKept.commitmentId'))
        .innerJoinLateral(sql<Selectable<LedgerEntry>>`jsonb_populate_record(row_kept, undone.was)`.as('was'), (join) => join.onTrue())
        .selectAll('was')
        .where('rowKept.jurisdictionId', '=', jurisdictionId),
    )
}

/** 计数口径 as they were known at an instant, of those that somebody had defined. */
export function countingsKnown(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  const former = tx
    .selectFrom('formerTerms')
    .distinctOn('commitmentId')
    .select('commitmentId as id')
    .select(sql`coalesce(counting, jsonb_build_object('terms', terms))`.as('was'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('knownFrom', '<=', knownAt)
    .orderBy('commitmentId')
    .orderBy('knownFrom', 'desc')
  return tx
    .selectFrom('counting as rowKept')
    .innerJoin(former.as('former'), (join) => join.onRef('former.id', '=', 'rowKept.commitmentId'))
    .innerJoinLateral(sql<Selectable<Counting>>`jsonb_populate_record(row_kept, former.was)`.as('was'), (join) => join.onTrue())
    .selectAll('was')
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
}

function changedSince(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  return tx
    .selectFrom('commitmentChange')
    .select('commitmentId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('changedAt', '>', knownAt)
}

/** Of several changes of a column the earliest tells what it held before. */
const REPLACED = sql`coalesce(jsonb_object_agg("column".key, "column".value order by change.changed_at desc) filter (where "column".key is not null), '{}'::jsonb)`

/** Of each that was changed since and was there before: what its columns held. */
function undoneSince(tx: Tx, jurisdictionId: string, knownAt: Instant) {
  return tx
    .selectFrom('commitmentChange as change')
    .leftJoinLateral(sql<{ key: string; value: unknown }>`jsonb_each(change.commitment)`.as('column'), (join) => join.onTrue())
    .select('change.commitmentId as id')
    .select(REPLACED.as('was'))
    .where('change.jurisdictionId', '=', jurisdictionId)
    .where('change.changedAt', '>', knownAt)
    .groupBy('change.commitmentId')
    .having(sql<boolean>`not bool_or(change.is_new)`)
}
