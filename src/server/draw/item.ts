import { replacement } from '#core/draw/decisions.ts'
import { type Draw, DrawItem } from '#core/draw/draw.ts'
import { drawTurn } from '#core/draw/turns.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Tx } from '#server/db/connect.ts'
import { act, type Caller, type DrawRow, type Seen } from '#server/draw/act.ts'
import { itemColumns } from '#server/draw/read.ts'
import { accepted } from '#server/plan/accepted.ts'

type AboutItem = Seen & { readonly item: string }

/** 替换: the next in the order comes in the place of a drawn item; both stay in the record. */
export async function replaceItem(context: Caller, input: AboutItem & { readonly reason: string }): Promise<Draw> {
  return act(context, input, { verb: 'draw.replace', permission: 'draw:run' }, async (row, tx) => {
    const { item, reason } = input
    const next = accepted(replacement(await candidates(tx, row, item, 'replace'), item, reason))
    const { ordinal } = await tx
      .selectFrom('drawItem')
      .select(({ fn }) => fn.max('ordinal').as('ordinal'))
      .where('jurisdictionId', '=', row.jurisdictionId)
      .where('drawId', '=', row.id)
      .executeTakeFirstOrThrow()
    await updateItem(tx, row, item, { state: 'replaced', reason })
    await updateItem(tx, row, next.id, { state: 'drawn', replaces: item, ordinal: ordinal + 1 })
    return { before: { item }, after: { item: next.id, reason } }
  })
}

/** 评查结果: what looking at a drawn item found; said again, the last holds and the journal keeps both. */
export async function judgeItem(
  context: Caller,
  input: AboutItem & { readonly outcome: 'sound' | 'faulty'; readonly note: string },
): Promise<Draw> {
  return act(context, input, { verb: 'draw.judge', permission: 'draw:run' }, async (row, tx) => {
    const { item, outcome, note } = input
    const before = (await candidates(tx, row, item, 'judge')).find(({ id, state }) => id === item && state === 'drawn')
    if (before === undefined) return accepted(refuse('not-drawn', { id: item }))
    await updateItem(tx, row, item, { outcome, note, judgedByName: context.actor.name })
    return { before: { item, outcome: before.outcome, note: before.note }, after: { item, outcome, note } }
  })
}

/** The item, and what stands next in its stratum. */
async function candidates(tx: Tx, row: DrawRow, item: string, what: 'judge' | 'replace'): Promise<readonly DrawItem[]> {
  accepted(drawTurn(row.state, what))
  const rows = await tx
    .selectFrom('drawItem')
    .select(itemColumns)
    .where('jurisdictionId', '=', row.jurisdictionId)
    .where('drawId', '=', row.id)
    .where((eb) =>
      eb.or([
        eb('item', '=', item),
        eb(
          'item',
          'in',
          eb
            .selectFrom('drawItem as spare')
            .innerJoin('drawItem as own', (join) =>
              join
                .on('own.jurisdictionId', '=', row.jurisdictionId)
                .on('own.drawId', '=', row.id)
                .on('own.item', '=', item)
                .onRef('own.stratum', '=', 'spare.stratum'),
            )
            .select('spare.item')
            .where('spare.jurisdictionId', '=', row.jurisdictionId)
            .where('spare.drawId', '=', row.id)
            .where('spare.state', '=', 'spare')
            .orderBy('spare.rank')
            .limit(1),
        ),
      ]),
    )
    .execute()
  return rows.map((each) => DrawItem.parse(each))
}

async function updateItem(
  tx: Tx,
  row: DrawRow,
  item: string,
  set: {
    readonly state?: 'drawn' | 'replaced'
    readonly reason?: string
    readonly replaces?: string
    readonly ordinal?: number
    readonly outcome?: 'sound' | 'faulty'
    readonly note?: string
    readonly judgedByName?: string
  },
): Promise<void> {
  await tx
    .updateTable('drawItem')
    .set(set)
    .where('jurisdictionId', '=', row.jurisdictionId)
    .where('drawId', '=', row.id)
    .where('item', '=', item)
    .execute()
}
