import type * as z from 'zod'
import type { substitution } from '#contract/substitution.ts'
import { needsSecondFactor } from '#core/authn/second-factor.ts'
import { refuse } from '#core/outcome/outcome.ts'
import {
  actsOn,
  type AskedSubstitution,
  decideSubstitution,
  endSubstitution,
  requestSubstitution,
  type Substitution,
} from '#core/substitution/substitution.ts'
import type { Tx } from '#server/db/connect.ts'
import { loadOrganisation, lockOrganisation } from '#server/org/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { namesOf } from '#server/record/names.ts'
import { actingFor } from '#server/substitution/acting.ts'
import { loadSubstitutions, lockSubstitution } from '#server/substitution/stored.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof substitution.list)['~orpc']['outputSchema']>>

interface Of {
  readonly id: string
}

/** 代理 that concern whoever asks; of the office all. */
export async function listSubstitutions(context: Context): Promise<Listed> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('substitution:read')
    const { jurisdictionId, person, acting } = actor
    const items = await loadSubstitutions(tx, jurisdictionId, whoseOf(context))
    const keys = items.flatMap(({ postId, absentId, substituteId }) => [`post:${postId}`, `person:${absentId}`, `person:${substituteId}`])
    return {
      items,
      acting: acting?.substitution ?? null,
      mayAct: items.filter((each) => actsOn(each, person, context.asOf)).map(({ id }) => id),
      self: person,
      names: await namesOf(tx, jurisdictionId, keys),
    }
  })
}

/** 委托代理: by who is away, or by the office. */
export async function askSubstitution(
  context: Context,
  { reason, ...asked }: AskedSubstitution & { readonly reason: string },
): Promise<Substitution> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('substitution:request')
    const { jurisdictionId, person } = actor
    await lockOrganisation(tx, jurisdictionId, null)
    const { holdings, people } = await loadOrganisation(tx, jurisdictionId)
    accepted(requestSubstitution(asked, { holdings, person, isOffice: isOffice(context) }))
    if (!people.some(({ id }) => id === asked.substitute)) accepted(refuse('unknown-person'))
    const made: Substitution = {
      id: context.newId(),
      postId: asked.post,
      absentId: asked.absent,
      substituteId: asked.substitute,
      fromDay: asked.from,
      toDay: asked.to,
      reason,
      requestedBy: actor.accountId,
      requestedByName: actor.name,
      requestedAt: context.now,
      state: 'waiting',
      decidedByName: null,
      decidedAt: null,
    }
    await tx
      .insertInto('substitution')
      .values({ jurisdictionId, ...made })
      .execute()
    await record({ verb: 'substitution.request', subject: { kind: 'substitution', id: made.id }, after: made })
    return made
  })
}

/** 确认代理: it counts from now on, on its days. */
export async function confirmSubstitution(context: Context, { id }: Of): Promise<Substitution> {
  return change(context, async ({ tx, allow, record }) => {
    allow('substitution:request')
    const { before, after } = await decide(tx, context, id, 'confirmed')
    await record({ verb: 'substitution.confirm', subject: { kind: 'substitution', id }, before, after })
    return after
  })
}

/** 不同意. */
export async function declineSubstitution(context: Context, { id }: Of): Promise<Substitution> {
  return change(context, async ({ tx, allow, record }) => {
    allow('substitution:request')
    const { before, after } = await decide(tx, context, id, 'declined')
    await record({ verb: 'substitution.decline', subject: { kind: 'substitution', id }, before, after })
    return after
  })
}

async function decide(tx: Tx, context: Context, id: string, state: 'confirmed' | 'declined') {
  const { actor, now } = context
  const before = await lockSubstitution(tx, actor.jurisdictionId, id, whoseOf(context))
  accepted(decideSubstitution(before, whoIs(context)))
  const after: Substitution = { ...before, state, decidedByName: actor.name, decidedAt: now }
  await tx
    .updateTable('substitution')
    .set({ state, decidedBy: actor.accountId, decidedByName: actor.name, decidedAt: now })
    .where('jurisdictionId', '=', actor.jurisdictionId)
    .where('id', '=', id)
    .execute()
  return { before, after }
}

/** 结束代理, or takes it back while it waits. Sessions that act so act for themselves from the next request on. */
export async function finishSubstitution(context: Context, { id }: Of): Promise<Substitution> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('substitution:request')
    const before = await lockSubstitution(tx, actor.jurisdictionId, id, whoseOf(context))
    const state = accepted(endSubstitution(before, whoIs(context)))
    await tx
      .updateTable('substitution')
      .set({ state, endedAt: context.now })
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', id)
      .execute()
    await record({ verb: 'substitution.end', subject: { kind: 'substitution', id }, before, after: { state } })
    return { ...before, state }
  })
}

/** 以代理身份办理: what the session does from now on it does for the post; null: for oneself again. */
export async function actFor(context: Context, { id }: { readonly id: string | null }): Promise<{ readonly acting: string | null }> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('substitution:act')
    const session = actor.session?.id ?? ''
    const acting = await actingFor(tx, actor, id, context.asOf)
    if (id !== null && acting.acting?.substitution !== id) accepted(refuse('not-acting-now'))
    const isProved = (actor.session?.factorAt ?? null) !== null
    if (id !== null && needsSecondFactor(acting.post, acting.mode) && !isProved)
      throw new AppError('SECOND_FACTOR_REQUIRED', { step: 'enrol-factor' })
    await tx.updateTable('session').set({ substitutionId: id }).where('id', '=', session).where('accountId', '=', actor.accountId).execute()
    await record({
      verb: 'substitution.act',
      subject: { kind: 'substitution', id: id ?? actor.acting?.substitution ?? '' },
      after: { acting: id },
    })
    return { acting: id }
  })
}

function whoIs(context: Context): { readonly account: string; readonly person: string | null; readonly isOffice: boolean } {
  return { account: context.actor.accountId, person: context.actor.person, isOffice: isOffice(context) }
}

function whoseOf(context: Context): 'everybody' | { readonly person: string | null } {
  return isOffice(context) ? 'everybody' : { person: context.actor.person }
}

function isOffice({ actor }: Context): boolean {
  return actor.post === 'office'
}
