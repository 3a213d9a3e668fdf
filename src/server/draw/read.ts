import type * as z from 'zod'
import type { draw as contract } from '#contract/draw.ts'
import { Instant } from '#core/day/day.ts'
import { Draw, DrawItem } from '#core/draw/draw.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Caller } from '#server/draw/act.ts'
import { drawSight } from '#server/draw/sight.ts'
import { loadDraw } from '#server/draw/load.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { view } from '#server/verb/change.ts'

type Listed = z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>
type Items = z.output<NonNullable<(typeof contract.items)['~orpc']['outputSchema']>>

const A_WINDOW = 200

/** Columns of an item as core names them. */
export const itemColumns = [
  'item as id',
  'stratum',
  'part',
  'ordinal',
  'rank',
  'state',
  'reason',
  'replaces',
  'outcome',
  'note',
  'judgedByName as judgedBy',
] as const

const ListItem = Draw.unwrap().pick({ id: true, name: true, state: true, items: true, fileName: true, createdBy: true, createdOn: true })

/** Every draw, the last first. */
export async function listDraws(context: Caller): Promise<Listed> {
  return view(context, async ({ tx, actor, allow, scope }) => {
    allow('draw:read')
    const { isSeen } = await drawSight(tx, await scope(), context.packs)
    const rows = await tx
      .selectFrom('draw')
      .select(['id', 'name', 'state', 'items', 'fileName', 'createdByName as createdBy', 'createdAt'])
      .where('jurisdictionId', '=', actor.jurisdictionId)
      .where(isSeen)
      .orderBy('id', 'desc')
      .execute()
    return { draws: rows.map((row) => ListItem.parse({ ...row, createdOn: dayInShanghai(Instant.parse(row.createdAt)) })) }
  })
}

/** One draw. */
export async function getDraw(context: Caller, { id }: { readonly id: string }): Promise<Draw> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('draw:read')
    return loadDraw(tx, await drawSight(tx, await scope(), context.packs), id)
  })
}

/** What was drawn, two hundred at a time. */
export async function windowOfItems(context: Caller, { id, from }: { readonly id: string; readonly from: number }): Promise<Items> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('draw:read')
    await loadDraw(tx, await drawSight(tx, await scope(), context.packs), id)
    const drawn = drawnItems(tx, jurisdictionId, id)
    const { total } = await drawn.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const rows = await drawn.select(itemColumns).orderBy('ordinal').offset(from).limit(A_WINDOW).execute()
    return { total: Number(total), items: rows.map((row) => DrawItem.parse(row)) }
  })
}

/** Everything that was ever drawn. */
export function drawnItems(tx: Tx, jurisdictionId: string, drawId: string) {
  return tx.selectFrom('drawItem').where('jurisdictionId', '=', jurisdictionId).where('drawId', '=', drawId).where('state', '<>', 'spare')
}
