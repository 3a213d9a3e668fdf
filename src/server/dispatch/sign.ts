import * as z from 'zod'
import type { PledgeView } from '#contract/dispatch.ts'
import { Instant } from '#core/day/day.ts'
import { signPledge } from '#core/dispatch/sign-pledge.ts'
import { keyOf, type Party } from '#core/roster/party.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadGround } from '#server/dispatch/ground.ts'
import { type LoadedPledge, loadPledges } from '#server/dispatch/pledges.ts'
import { accepted } from '#server/plan/accepted.ts'
import { summaries } from '#server/plan/list.ts'
import { AppError } from '#server/platform/errors.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Signature = NonNullable<PledgeView['signature']>

const instantColumn = z.custom<Instant>()

/** 责任书 of a plan as they read now, with who signed which. */
export async function listPledges(
  context: Context,
  { plan }: { readonly plan: string },
): Promise<{ readonly items: readonly PledgeView[] }> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('dispatch:read')
    const { pledges } = await pledgesOf(tx, context, await scope(), plan)
    const signed = await loadSigned(tx, actor.jurisdictionId, plan)
    return { items: pledges.map((each) => viewOf(each, signed.get(keyOf(each.pledge.party)) ?? null)) }
  })
}

/** 签署: what was read is kept as it was signed. */
export async function sign(
  context: Context,
  { plan, party, digest }: { readonly plan: string; readonly party: Party; readonly digest: string },
): Promise<PledgeView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    allow('pledge:sign')
    const { jurisdictionId, accountId, name } = actor
    const { pledges } = await pledgesOf(tx, context, await scope(), plan)
    const own = pledges.find(({ pledge }) => keyOf(pledge.party) === keyOf(party))
    if (own === undefined) throw new AppError('NOT_FOUND')
    const last = (await loadSigned(tx, jurisdictionId, plan)).get(keyOf(party)) ?? null
    accepted(
      signPledge({ items: own.pledge.items.length, isOwn: own.isOwn, digest: own.digest, read: digest, signed: last?.digest ?? null }),
    )
    const signature: Signature = { by: name, at: context.now, digest }
    const id = context.newId()
    await tx
      .insertInto('pledge')
      .values({
        jurisdictionId,
        id,
        planId: plan,
        party: keyOf(party),
        content: JSON.stringify(own.pledge),
        digest,
        signedBy: accountId,
        signedByName: name,
        signedAt: context.now,
      })
      .execute()
    await record({
      verb: 'pledge.sign',
      subject: { kind: 'pledge', id },
      before: last === null ? null : { digest: last.digest },
      after: { plan: own.pledge.plan, title: own.pledge.title, items: own.pledge.items.length, digest },
    })
    return viewOf(own, signature)
  })
}

/** The 责任书 of a plan that is seen; NOT_FOUND where it is not. */
export async function pledgesOf(tx: Tx, { actor, asOf }: Context, seen: Scope, planId: string) {
  const [plan] = await summaries(tx, seen, planId)
  if (plan === undefined) throw new AppError('NOT_FOUND')
  const ground = await loadGround(tx, actor.jurisdictionId, asOf)
  return { plan, ground, pledges: await loadPledges(tx, seen, ground, plan) }
}

/** Who signed last, by whose 责任书 it is. */
export async function loadSigned(tx: Tx, jurisdictionId: string, planId: string): Promise<ReadonlyMap<string, Signature>> {
  const rows = await tx
    .selectFrom('pledge')
    .select(['party', 'signedByName', 'signedAt', 'digest'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('planId', '=', planId)
    .orderBy('signedAt')
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ party, signedByName, signedAt, digest }) => [party, { by: signedByName, at: instantColumn.parse(signedAt), digest }]),
  )
}

function viewOf({ pledge, holder, digest, isOwn }: LoadedPledge, signature: Signature | null): PledgeView {
  const isCurrent = signature?.digest === digest
  return {
    party: pledge.party,
    holder,
    items: pledge.items.length,
    digest,
    signature,
    isOutdated: signature !== null && !isCurrent,
    maySign: isOwn && pledge.items.length > 0 && !isCurrent,
  }
}
