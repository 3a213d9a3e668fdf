import { partiesOfRecord } from '#core/record/record-parties.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Tx } from '#server/db/connect.ts'

/**
 * Whose a record is is kept beside its revision that stands: so the records of one subject are found among all. Removes the rows that no longer hold and gives those to be
 * added, as columns.
 */
export async function dropParties(
  tx: Tx,
  jurisdictionId: string,
  before: WorkRecord | null,
  after: WorkRecord,
): Promise<readonly object[]> {
  const [old, now] = [before === null ? [] : rowsOf(before), rowsOf(after)]
  const gone = old.filter((row) => !now.some((other) => isSame(row, other)))
  const fresh = now.filter((row) => !old.some((other) => isSame(row, other)))
  if (gone[0] !== undefined)
    await tx
      .deleteFrom('recordParty')
      .where('jurisdictionId', '=', jurisdictionId)
      .where('register', '=', gone[0].register)
      .where(
        'party',
        'in',
        gone.map(({ party }) => party),
      )
      .where('toDay', '=', gone[0].toDay)
      .where('recordId', '=', gone[0].recordId)
      .execute()
  return fresh.map(({ register, party, toDay, recordId }) => ({ of_register: register, party, to_day: toDay, record_id: recordId }))
}

type Row = ReturnType<typeof rowsOf>[number]

function rowsOf(record: WorkRecord) {
  const { register, id: recordId, occurredOn } = record
  return partiesOfRecord(record).map((party) => ({ register, party, toDay: occurredOn.to, recordId }))
}

function isSame(a: Row, b: Row): boolean {
  return a.party === b.party && a.toDay === b.toDay
}
