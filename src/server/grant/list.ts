import type { GrantRequest } from '#core/access/grant.ts'
import { loadGrants } from '#server/grant/stored.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

const DECIDED = 100

/** 授权申请: what waits for a second person, and what was decided last. */
export async function listGrants(context: Context): Promise<readonly GrantRequest[]> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('grant:read')
    return loadGrants(tx, actor.jurisdictionId, DECIDED)
  })
}
