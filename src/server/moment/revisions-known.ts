import { type Selectable, sql } from 'kysely'
import type { Day, Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'
import type { RecordRevision } from '#server/db/types.gen.ts'

/** `knownAt` null: now. `until`: only what had taken place by that day. */
interface Known {
  readonly knownAt: Instant | null
  readonly until: Day | null
}

/** Revisions of records as they were known at an instant; the one stands that was the last by then. In two parts, so that each finds its rows by an index. */
export function revisionsKnown(tx: Tx, jurisdictionId: string, { knownAt, until }: Known) {
  const revisions = tx
    .selectFrom('recordRevision as rowKept')
    .where('rowKept.jurisdictionId', '=', jurisdictionId)
    .$if(knownAt !== null, (query) => query.where('rowKept.enteredAt', '<=', knownAt ?? ''))
    .$if(until !== null, (query) => query.where('rowKept.toDay', '<=', until ?? ''))
  const standing = revisions.selectAll('rowKept').where('rowKept.isStanding', '=', true)
  const former = revisions.where('rowKept.isStanding', '=', false)
  if (knownAt === null) return standing.unionAll(former.selectAll('rowKept'))
  return standing.unionAll(
    former
      .innerJoin('recordRevision as nextKept', (join) =>
        join
          .onRef('nextKept.jurisdictionId', '=', 'rowKept.jurisdictionId')
          .onRef('nextKept.id', '=', 'rowKept.id')
          .on(sql<boolean>`next_kept.revision = row_kept.revision + 1`),
      )
      .innerJoinLateral(
        sql<
          Selectable<RecordRevision>
        >`jsonb_populate_record(row_kept, jsonb_build_object('is_standing', next_kept.entered_at > ${knownAt}))`.as('was'),
        (join) => join.onTrue(),
      )
      .selectAll('was'),
  )
}
