import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#server/db/connect.ts'

/** The commitments that an org of this name is itself a subject of, as a list to look in: each unit that owes something by itself. */
export function subjectsNamed(tx: Tx, jurisdictionId: string, name: string): RawBuilder<unknown> {
  const orgs = tx
    .selectFrom('orgTerm')
    .select(sql<string>`'org:' || org_id`.as('subject'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('name', '=', name)
  const found = tx.selectFrom('occurrence').select('commitmentId').where('jurisdictionId', '=', jurisdictionId).where('subject', 'in', orgs)
  return sql`${found}`
}
