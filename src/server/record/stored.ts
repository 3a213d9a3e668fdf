import type { Selectable } from 'kysely'
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
  if (before !== null)
    await tx
      .updateTable('recordRevision')
      .set({ isStanding: false })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', record.id)
      .where('isStanding', '=', true)
      .execute()
  const parties = await dropParties(tx, jurisdictionId, before, record)
  // in one statement where it also becomes somebody's
  const place = parties.length === 0 ? tx : tx.with('party', (also) => also.insertInto('recordParty').values([...parties]))
  await place
    .insertInto('recordRevision')
    .values({
      jurisdictionId,
      id: record.id,
      revision: record.revision,
      isStanding: true,
      register: record.register,
      orgId: record.org,
      fromDay: from,
      toDay: to,
      startsAtNoon,
      endsAtNoon,
      subjects: JSON.stringify(record.subjects),
      fieldValues: JSON.stringify(record.values),
      state: record.state,
      note: record.note,
      enteredAt: record.enteredAt,
      enteredBy: accountId,
      enteredByName: name,
    })
    .execute()
}
