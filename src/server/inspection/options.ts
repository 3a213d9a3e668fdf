import type * as z from 'zod'
import type { inspection as contract } from '#contract/inspection.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { isSeenCommitment } from '#server/access/seen.ts'
import { drawSight } from '#server/draw/sight.ts'
import { loadBelonging } from '#server/inspection/belonging.ts'
import { accountsOf } from '#server/inspection/save-plan.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { loadTemplates } from '#server/inspection/templates.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'

type Options = z.output<NonNullable<(typeof contract.options)['~orpc']['outputSchema']>>
type Promises = z.output<NonNullable<(typeof contract.promises)['~orpc']['outputSchema']>>
type Drawn = z.output<NonNullable<(typeof contract.drawn)['~orpc']['outputSchema']>>

/** So many promises are offered at a time. */
const OFFERED = 30

/** What a plan is made of. */
export async function planOptions(context: Caller): Promise<Options> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('inspection:plan')
    const { isSeen } = await drawSight(tx, await scope(), context.packs)
    const { orgs, placesOf } = await loadBelonging(tx, jurisdictionId, context.asOf)
    const accounts = await accountsOf(tx, jurisdictionId)
    const draws = await tx
      .selectFrom('draw')
      .select(['id', 'name'])
      .where('jurisdictionId', '=', jurisdictionId)
      .where('state', '=', 'drawn')
      .where(isSeen)
      .orderBy('id', 'desc')
      .execute()
    return {
      asOf: context.asOf,
      accounts: [...accounts].map(([account, name]) => ({ account, name, units: placesOf(account).join('、') })),
      orgs,
      draws,
      templates: (await loadTemplates(tx, jurisdictionId, context.packs)).filter(({ isRetired }) => !isRetired),
    }
  })
}

/** Promises that an item may ask about. */
export async function findPromises(context: Caller, { text }: { readonly text: string }): Promise<Promises> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('inspection:plan')
    const seen = await scope()
    const rows = await tx
      .selectFrom('ledgerEntry')
      .select(['commitmentId', 'ref', 'sentence'])
      .where('jurisdictionId', '=', jurisdictionId)
      .where('state', '=', 'confirmed')
      .where((eb) => isSeenCommitment(tx, seen, eb.ref('commitmentId'), 'confirmed'))
      .where((eb) =>
        eb.or([
          eb(eb.fn<number>('strpos', ['sentence', eb.val(text)]), '>', 0),
          eb(eb.fn<number>('strpos', ['ref', eb.val(text)]), '=', 1),
          eb(eb.fn<number>('strpos', ['leadOrgsText', eb.val(text)]), '>', 0),
        ]),
      )
      .orderBy('planId', 'desc')
      .orderBy('ordinal')
      .limit(OFFERED)
      .execute()
    return { items: rows.map(({ commitmentId, ...row }) => ({ ...row, commitment: CommitmentId.parse(commitmentId) })) }
  })
}

/** What a draw has drawn, with the unit that its stratum, or else the item itself, is called by. */
export async function drawnItemsOf(context: Caller, { draw }: { readonly draw: string }): Promise<Drawn> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('inspection:plan')
    const { isSeen } = await drawSight(tx, await scope(), context.packs)
    const rows = await tx
      .selectFrom('draw')
      .innerJoin('drawItem', (join) =>
        join.on('drawItem.jurisdictionId', '=', jurisdictionId).onRef('drawItem.drawId', '=', 'draw.id').on('drawItem.state', '=', 'drawn'),
      )
      .select(['drawItem.item', 'drawItem.stratum'])
      .where('draw.jurisdictionId', '=', jurisdictionId)
      .where('drawItem.jurisdictionId', '=', jurisdictionId)
      .where('draw.id', '=', draw)
      .where('draw.state', '=', 'drawn')
      .where(isSeen)
      .orderBy('drawItem.ordinal')
      .execute()
    if (rows.length === 0) throw new AppError('NOT_FOUND')
    const { orgs } = await loadBelonging(tx, jurisdictionId, context.asOf)
    const byName = new Map(orgs.map(({ id, name }) => [name, id]))
    return {
      items: rows.map(({ item, stratum }) => ({ drawn: item, stratum, org: byName.get(stratum) ?? byName.get(item) ?? null })),
    }
  })
}
