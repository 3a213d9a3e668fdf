import type { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'

/** Which revision of a plan was the current one at an instant; null: now. The first document is revision 1. */
export async function revisionKnown(tx: Tx, jurisdictionId: string, planId: string, knownAt: Instant | null): Promise<number> {
  const { revision } = await tx
    .selectFrom('planRevision')
    .select(({ fn }) => fn.max('revision').as('revision'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .where('state', '=', 'applied')
    .$if(knownAt !== null, (query) => query.where('settledAt', '<=', knownAt ?? ''))
    .executeTakeFirstOrThrow()
  return revision ?? 1
}
