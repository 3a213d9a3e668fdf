import { partiesOfRecord } from '#core/record/record-parties.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Context } from '#server/verb/context.ts'

/** So many rows go into one statement. */
const AT_ONCE = 1000

/** Writes the first revisions of many records at once. */
export async function saveFirstRevisions(tx: Tx, { actor }: Pick<Context, 'actor'>, records: readonly WorkRecord[]): Promise<void> {
  const { jurisdictionId, accountId, name } = actor
  const rows = records.map((record) => ({
    jurisdictionId,
    id: record.id,
    revision: record.revision,
    isStanding: true,
    register: record.register,
    orgId: record.org,
    fromDay: record.occurredOn.from,
    toDay: record.occurredOn.to,
    startsAtNoon: record.occurredOn.startsAtNoon,
    endsAtNoon: record.occurredOn.endsAtNoon,
    subjects: JSON.stringify(record.subjects),
    fieldValues: JSON.stringify(record.values),
    state: record.state,
    note: record.note,
    enteredAt: record.enteredAt,
    enteredBy: accountId,
    enteredByName: name,
  }))
  const parties = records.flatMap((record) =>
    partiesOfRecord(record).map((party) => ({
      jurisdictionId,
      register: record.register,
      party,
      toDay: record.occurredOn.to,
      recordId: record.id,
    })),
  )
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await tx
      .insertInto('recordRevision')
      .values(rows.slice(at, at + AT_ONCE))
      .execute()
  for (let at = 0; at < parties.length; at += AT_ONCE)
    await tx
      .insertInto('recordParty')
      .values(parties.slice(at, at + AT_ONCE))
      .execute()
}
