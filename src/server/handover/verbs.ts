import type * as z from 'zod'
import type { handover } from '#contract/handover.ts'
import type { Day } from '#core/day/day.ts'
import { beginHandover, confirmHandover, type Handover, isDone } from '#core/handover/handover.ts'
import { refuse } from '#core/outcome/outcome.ts'
import { openItems } from '#server/handover/open-items.ts'
import { loadHandovers, lockHandover } from '#server/handover/stored.ts'
import { loadOrganisation } from '#server/org/load.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { namesOf } from '#server/record/names.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Listed = z.output<NonNullable<(typeof handover.list)['~orpc']['outputSchema']>>

interface Of {
  readonly id: string
}

/** 交接 that whoever asks is a side of; of the office all. */
export async function listHandovers(context: Context): Promise<Listed> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('handover:read')
    const { jurisdictionId, person } = actor
    const items = await loadHandovers(tx, jurisdictionId, whoseOf(actor))
    const keys = items.flatMap(({ postId, fromId, toId }) => [`post:${postId}`, `person:${fromId}`, `person:${toId}`])
    return { items, self: person, names: await namesOf(tx, jurisdictionId, keys) }
  })
}

/** 发起交接: lists what is open now, for both sides to confirm. */
export async function beginOne(
  context: Context,
  {
    post,
    from,
    to,
    on,
    note,
  }: { readonly post: string; readonly from: string; readonly to: string; readonly on: Day; readonly note: string },
): Promise<Handover> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('handover:begin')
    const { jurisdictionId } = actor
    const { holdings, people } = await loadOrganisation(tx, jurisdictionId)
    accepted(beginHandover({ post, from, to }, holdings))
    if (!people.some(({ id }) => id === to)) accepted(refuse('unknown-person'))
    const items = await openItems(tx, jurisdictionId, { post, person: from, asOf: context.asOf })
    const made: Handover = {
      id: context.newId(),
      postId: post,
      fromId: from,
      toId: to,
      onDay: on,
      note,
      items,
      begunByName: actor.name,
      begunAt: context.now,
      fromConfirmedAt: null,
      fromConfirmedByName: null,
      toConfirmedAt: null,
      toConfirmedByName: null,
      cancelledAt: null,
    }
    await tx
      .insertInto('handover')
      .values({ ...made, jurisdictionId, items: JSON.stringify(items), begunBy: actor.accountId })
      .execute()
    await record({
      verb: 'handover.begin',
      subject: { kind: 'handover', id: made.id },
      after: { ...made, items: items.map(({ commitment }) => commitment) },
    })
    return made
  })
}

/** 确认交接, by one side. */
export async function confirmOne(context: Context, { id }: Of): Promise<Handover> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('handover:confirm')
    const before = await lockHandover(tx, actor.jurisdictionId, id, whoseOf(actor))
    const side = accepted(confirmHandover(before, actor.acting === undefined ? actor.person : null))
    const confirmed =
      side === 'from'
        ? { fromConfirmedAt: context.now, fromConfirmedByName: actor.name }
        : { toConfirmedAt: context.now, toConfirmedByName: actor.name }
    await tx.updateTable('handover').set(confirmed).where('jurisdictionId', '=', actor.jurisdictionId).where('id', '=', id).execute()
    const after = { ...before, ...confirmed }
    await record({ verb: 'handover.confirm', subject: { kind: 'handover', id }, after: { side, isDone: isDone(after) } })
    return after
  })
}

/** 取消交接, while not both sides confirmed. NOT_FOUND where it is done: nothing is taken back then. */
export async function cancelOne(context: Context, { id }: Of): Promise<Handover> {
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('handover:begin')
    const before = await lockHandover(tx, actor.jurisdictionId, id, whoseOf(actor))
    if (before.cancelledAt !== null) throw new AppError('NOT_FOUND')
    if (isDone(before)) accepted(refuse('handover-over'))
    const after = { ...before, cancelledAt: context.now }
    await tx
      .updateTable('handover')
      .set({ cancelledAt: context.now })
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where('id', '=', id)
      .execute()
    await record({ verb: 'handover.cancel', subject: { kind: 'handover', id } })
    return after
  })
}

function whoseOf({ post, person }: Context['actor']): 'everybody' | { readonly person: string | null } {
  return post === 'office' ? 'everybody' : { person }
}
