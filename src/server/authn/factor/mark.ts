import { sessionOf } from '#server/authn/sessions/session.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Context } from '#server/verb/context.ts'

/** Notes that this session has given the second factor it has just enrolled. Others of the account must give it before they go on. */
export async function markFactorGiven(tx: Tx, { actor, now }: Context): Promise<void> {
  await tx.updateTable('session').set({ factorAt: now }).where('id', '=', sessionOf(actor).id).execute()
}
