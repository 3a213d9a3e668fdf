import type { Db } from '#server/db/connect.ts'

/** The person of the organisation whose account it is; null where the account is linked to nobody. */
export async function personOf(
  db: Db,
  { jurisdictionId, accountId }: { readonly jurisdictionId: string; readonly accountId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row?.id ?? null
}
