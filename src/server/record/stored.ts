import { type Selectable, sql } from 'kysely'
import * as z from 'zod'
import { WorkRecord } from '#core/record/record.ts'
import type { RecordRevision } from '#server/db/types.gen.ts'
import type { Tx } from '#server/db/connect.ts'
import { dropParties } from '#server/record/record-party.ts'
import type { Context } from '#server/verb/context.ts'

/** Columns of a revision as the domain knows it. */
export const RECORD_COLUMNS = [
  'id',
  'revision',
  'register',
  'orgId',
  'fromDay',
  'toDay',
  'startsAtNoon',
  'endsAtNoon',
  'subjects',
  'fieldValues',
  'state',
  'note',
  'enteredAt',
] as const satisfies readonly (keyof RecordRevision)[]

// the columns hold what core made and were checked when they were written: they are taken as they are
const recordColumn = z.custom<WorkRecord>()

/** The revision a row holds. */
export function recordOf(row: Pick<Selectable<RecordRevision>, (typeof RECORD_COLUMNS)[number]>): WorkRecord {
  return recordColumn.parse({
    id: row.id,
    revision: row.revision,
    register: row.register,
    org: row.orgId,
    occurredOn: { from: row.fromDay, to: row.toDay, startsAtNoon: row.startsAtNoon, endsAtNoon: row.endsAtNoon },
    enteredAt: row.enteredAt,
    subjects: row.subjects,
    values: row.fieldValues,
    state: row.state,
    note: row.note,
  })
}

/** Writes a revision, which then stands for the one before it (null: it is the first). */
export async function saveRevision(
  tx: Tx,
  { actor }: Pick<Context, 'actor'>,
  record: WorkRecord,
  before: WorkRecord | null,
): Promise<void> {
  const { jurisdictionId, accountId, name } = actor
  const { from, to, startsAtNoon, endsAtNoon } = record.occurredOn
  const parties = await dropParties(tx, jurisdictionId, before, record)
  const row = {
    id: record.id,
    revision: record.revision,
    of_register: record.register,
    org_id: record.org,
    from_day: from,
    to_day: to,
    starts_at_noon: startsAtNoon,
    ends_at_noon: endsAtNoon,
    subjects: record.subjects,
    field_values: record.values,
    state: record.state,
    note: record.note,
    entered_at: record.enteredAt,
    entered_by: accountId,
    entered_by_name: name,
  }
  await tx
    .with('retired', (also) =>
      also
        .updateTable('recordRevision')
        .set({ isStanding: false })
        .where('jurisdictionId', '=', jurisdictionId)
        .where('id', '=', record.id)
        .where('isStanding', '=', true)
        .returning('revision'),
    )
    .with('party', (also) =>
      also
        .insertInto('recordParty')
        .columns(['jurisdictionId', 'register', 'party', 'toDay', 'recordId'])
        .expression(
          sql`select ${jurisdictionId}::uuid, of_register, party, to_day, record_id
            from jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) as given (of_register text, party text, to_day date, record_id uuid)`,
        ),
    )
    .insertInto('recordRevision')
    .columns(['jurisdictionId', 'isStanding', ...COLUMNS])
    // what stood gives way first: only one stands
    .expression(
      sql`select ${jurisdictionId}::uuid, (select count(*) from retired) >= 0, given.*
        from jsonb_to_record(${JSON.stringify(row)}::jsonb) as given (id uuid, revision integer, of_register text, org_id uuid, from_day date, to_day date,
        starts_at_noon boolean, ends_at_noon boolean, subjects jsonb, field_values jsonb, state text, note text, entered_at timestamptz, entered_by uuid,
        entered_by_name text)`,
    )
    .execute()
}

const COLUMNS = [...RECORD_COLUMNS, 'enteredBy', 'enteredByName'] as const
