import { type Asked, type GrantRequest, grantTo } from '#core/access/grant.ts'
import { loadFacts, saveAccount } from '#server/account/change.ts'
import { demandRecentSignIn } from '#server/authn/sessions/recent.ts'
import { insertGrant, newGrant } from '#server/grant/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/**
 * 申请授权: a post or a clearance for somebody else. It counts once another confirmed it; on trial, where the office has nobody beside it, at once and without a
 * request to keep.
 */
export async function requestGrant(
  context: Context,
  { account: id, asked, reason }: { readonly account: string; readonly asked: Asked; readonly reason: string },
): Promise<GrantRequest> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('grant:request')
    demandRecentSignIn(context)
    const facts = await loadFacts(tx, context, id)
    const after = accepted(grantTo(facts, asked))
    const request = newGrant(context, {
      kind: asked.kind,
      subject: id,
      subjectName: `${facts.account.name} (${facts.account.login})`,
      value: asked.value,
      former: facts.account[asked.kind],
      reason,
    })
    if (actor.mode === 'trial') await saveAccount(tx, actor.jurisdictionId, after)
    else await insertGrant(tx, actor.jurisdictionId, request)
    const { kind, value, former } = request
    const said = { account: id, kind, value, reason }
    await record(
      actor.mode === 'trial'
        ? { verb: 'grant.give', subject: { kind: 'account', id }, before: { [kind]: former }, after: said }
        : { verb: 'grant.request', subject: { kind: 'grant', id: request.id }, before: { [kind]: former }, after: said },
    )
    return actor.mode === 'trial' ? { ...request, state: 'confirmed' } : request
  })
}
