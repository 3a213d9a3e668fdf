import type { Day } from '#core/day/day.ts'
import type { Db } from '#server/db/connect.ts'

/** Whose account it is. */
interface Who {
  /** The person of the organisation; null where the account is linked to nobody. */
  readonly person: string | null
  /** Names of the units where they hold a post on the day; none: of no unit. */
  readonly org?: string
}

/** The person of the organisation whose account it is, with their units. */
export async function personOf(
  db: Db,
  { jurisdictionId, accountId, asOf }: { readonly jurisdictionId: string; readonly accountId: string; readonly asOf: Day },
): Promise<Who> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('holding', (join) =>
      join
        .on('holding.jurisdictionId', '=', jurisdictionId)
        .onRef('holding.personId', '=', 'person.id')
        .on('holding.fromDay', '<=', asOf)
        .on((eb) => eb.or([eb('holding.toDay', 'is', null), eb('holding.toDay', '>=', asOf)])),
    )
    .leftJoin('orgPost', (join) => join.on('orgPost.jurisdictionId', '=', jurisdictionId).onRef('orgPost.id', '=', 'holding.postId'))
    .leftJoin('orgTerm', (join) =>
      join
        .on('orgTerm.jurisdictionId', '=', jurisdictionId)
        .onRef('orgTerm.orgId', '=', 'orgPost.orgId')
        .on('orgTerm.fromDay', '<=', asOf)
        .on((eb) => eb.or([eb('orgTerm.toDay', 'is', null), eb('orgTerm.toDay', '>=', asOf)])),
    )
    .select(['person.id', 'orgTerm.name'])
    .where('person.jurisdictionId', '=', jurisdictionId)
    .where('person.accountId', '=', accountId)
    .execute()
  const orgs = [...new Set(rows.flatMap(({ name }) => name ?? []))].toSorted()
  return { person: rows[0]?.id ?? null, ...(orgs.length === 0 ? {} : { org: orgs.join('、') }) }
}
