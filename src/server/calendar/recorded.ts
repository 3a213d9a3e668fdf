import { sql } from 'kysely'
import type { Day } from '#core/day/day.ts'
import type { RecordSight } from '#server/access/records.ts'
import type { Narrowed } from '#server/calendar/due.ts'
import type { Tx } from '#server/db/connect.ts'

/** The days from – to on which a submitted record that is seen took place, one row a day: `day`. Narrowed to a unit it is filed for, or who did it. */
export function recordedWithin(
  tx: Tx,
  { scope, isSeen }: Pick<RecordSight, 'scope' | 'isSeen'>,
  { from, to }: { readonly from: Day; readonly to: Day },
  { unit, subject }: Narrowed,
) {
  const [kind = '', id = ''] = (subject ?? '').split('+')[0]?.split(':') ?? []
  const days = sql<{
    day: string
  }>`lateral generate_series(greatest(from_day, ${from}::date), least(to_day, ${to}::date), interval '1 day')`
  const named = tx
    .selectFrom('orgTerm')
    .select('orgTerm.orgId')
    .where('orgTerm.jurisdictionId', '=', scope.jurisdictionId)
    .where('orgTerm.name', '=', unit ?? '')
  return tx
    .selectFrom('recordRevision')
    .innerJoin(days.as('day'), (join) => join.onTrue())
    .where('recordRevision.jurisdictionId', '=', scope.jurisdictionId)
    .where('recordRevision.isStanding', '=', true)
    .where('recordRevision.state', 'in', ['submitted', 'accepted'])
    .where('recordRevision.toDay', '>=', from)
    .where('recordRevision.fromDay', '<=', to)
    .where(isSeen)
    .$if(unit !== undefined, (query) => query.where('recordRevision.orgId', 'in', named))
    .$if(subject !== undefined, (query) =>
      query.where(
        sql<boolean>`record_revision.subjects @> ${JSON.stringify([{ kind, id }])}::jsonb or (${kind} = 'org' and record_revision.org_id::text = ${id})`,
      ),
    )
}
