import { partiesOfRecord } from '#core/record/record-parties.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Tx } from '#server/db/connect.ts'

/** Keeps whose a record is, beside its revision that stands: so the records of one subject are found among all. */
export async function saveParties(tx: Tx, jurisdictionId: string, before: WorkRecord | null, after: WorkRecord): Promise<void> {
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
  if (fresh.length > 0)
    await tx
      .insertInto('recordParty')
      .values(fresh.map((row) => ({ jurisdictionId, ...row })))
      .execute()
}

type Row = ReturnType<typeof rowsOf>[number]

function rowsOf(record: WorkRecord) {
  const { register, id: recordId, occurredOn } = record
  return partiesOfRecord(record).map((party) => ({ register, party, toDay: occurredOn.to, recordId }))
}

function isSame(a: Row, b: Row): boolean {
  return a.party === b.party && a.toDay === b.toDay
}
