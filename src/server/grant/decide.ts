import { askedIn, decideGrant, type GrantRequest, grantTo, withdrawGrant } from '#core/access/grant.ts'
import { Mark } from '#core/access/mark.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Pack } from '#core/pack/pack.ts'
import { loadFacts, saveAccount } from '#server/account/change.ts'
import { demandRecentSignIn } from '#server/authn/sessions/recent.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockGrant, saveDecided } from '#server/grant/stored.ts'
import { markedIn, saveMark, standingMark } from '#server/mark/subject.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly packs: readonly Pack[] }

interface Of {
  readonly id: string
}

/** 确认授权: what was asked counts from now on, if it still may. */
export async function confirmGrant(context: Caller, { id }: Of): Promise<GrantRequest> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('grant:confirm')
    demandRecentSignIn(context)
    const request = await lockGrant(tx, actor.jurisdictionId, id)
    accepted(decideGrant(request, { by: actor.accountId, state: 'confirmed' }))
    await give(tx, context, request)
    const after = await keep(tx, context, { ...request, state: 'confirmed' })
    await record({ verb: 'grant.confirm', subject: { kind: 'grant', id }, before: { [request.kind]: request.former }, after: said(after) })
    return after
  })
}

/** 不同意: nothing changes. */
export async function declineGrant(context: Context, { id }: Of): Promise<GrantRequest> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('grant:confirm')
    const request = await lockGrant(tx, actor.jurisdictionId, id)
    accepted(decideGrant(request, { by: actor.accountId, state: 'declined' }))
    const after = await keep(tx, context, { ...request, state: 'declined' })
    await record({ verb: 'grant.decline', subject: { kind: 'grant', id }, after: said(after) })
    return after
  })
}

/** 撤回 one's own request. */
export async function withdrawRequest(context: Context, { id }: Of): Promise<GrantRequest> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('grant:withdraw')
    const request = await lockGrant(tx, actor.jurisdictionId, id)
    accepted(withdrawGrant(request, actor.accountId))
    const after = await keep(tx, context, { ...request, state: 'withdrawn' })
    await record({ verb: 'grant.withdraw', subject: { kind: 'grant', id }, after: said(after) })
    return after
  })
}

/** Gives what was asked; what else stands than when it was asked was never looked at by two. */
async function give(tx: Tx, context: Caller, request: GrantRequest): Promise<void> {
  if (request.kind === 'mark') return lowerMark(tx, context, request)
  const facts = await loadFacts(tx, context, request.subject)
  const asked = askedIn(request)
  if (asked === null || facts.account[asked.kind] !== request.former) accepted(refuse('changed-meanwhile'))
  else await saveAccount(tx, context.actor.jurisdictionId, accepted(grantTo({ ...facts, by: request.requestedBy }, asked)))
}

async function lowerMark(
  tx: Tx,
  { actor: { jurisdictionId }, packs, now }: Caller,
  { subject, value, former }: GrantRequest,
): Promise<void> {
  const marked = markedIn(subject)
  const mark = Mark.safeParse(value)
  if (marked === null || !mark.success) throw new AppError('NOT_FOUND')
  const standing = await standingMark(tx, { jurisdictionId, packs }, marked)
  if (standing.mark !== former) accepted(refuse('changed-meanwhile'))
  await saveMark(tx, { jurisdictionId, now }, marked, mark.data)
}

async function keep(tx: Tx, { actor, now }: Context, request: GrantRequest): Promise<GrantRequest> {
  const decided = { ...request, decidedBy: actor.accountId, decidedByName: actor.name, decidedAt: now }
  await saveDecided(tx, actor.jurisdictionId, decided)
  return decided
}

function said({ subject, kind, value, reason, requestedBy, requestedByName }: GrantRequest) {
  return { subject, kind, value, reason, requestedBy, requestedByName }
}
