import { type SqlBool, sql } from 'kysely'
import * as z from 'zod'
import type { HomeRecord } from '#contract/home.ts'
import type { Day } from '#core/day/day.ts'
import { RecordId } from '#core/record/record.ts'
import type { RegisterId } from '#core/register/field.ts'
import { isOwnRecord } from '#server/access/own-records.ts'
import type { RecordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'

type Brief = z.infer<typeof HomeRecord>

const dayColumn = z.custom<Day>()
const registerColumn = z.custom<RegisterId>()
const MOST = 20

/** What was returned to one's orgs and oneself, with why, and the drafts one began, each the latest first; without what is not there for one. */
export async function waitingRecords(
  tx: Tx,
  { scope, registers, isThere }: RecordSight,
): Promise<{ returned: readonly Brief[]; drafts: readonly Brief[] }> {
  const { jurisdictionId, accountId } = scope
  const standing = tx
    .selectFrom('recordRevision')
    .select(['id', 'register', 'toDay', 'note', 'enteredByName'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where(sql<SqlBool>`record_revision.is_standing`)
    .where(isThere)
    .orderBy('enteredAt', 'desc')
    .limit(MOST)
  // who returned it stands as who entered the revision: the facts of one's orgs, and what one began oneself
  const returned = await standing
    // written out: the index of what waits is chosen by it
    .where('state', '=', sql.lit('returned'))
    .where(isOwnRecord(scope))
    .execute()
  const drafts = await standing.where('state', '=', sql.lit('draft')).where('enteredBy', '=', accountId).execute()
  const briefOf = (row: (typeof drafts)[number]): Brief => {
    const register = registerColumn.parse(row.register)
    const { title = row.register, titleEn = '' } = registers.get(register) ?? {}
    return { id: RecordId.parse(row.id), register, title, titleEn, on: dayColumn.parse(row.toDay), note: row.note, by: row.enteredByName }
  }
  return { returned: returned.map(briefOf), drafts: drafts.map(briefOf) }
}
