import { chooseNext, sizesFor } from '#core/draw/order.ts'
import { DrawRule } from '#core/draw/rule.ts'
import type { Tx } from '#server/db/connect.ts'
import { lockDraw } from '#server/draw/act.ts'
import { frozenTexts } from '#server/draw/frozen-texts.ts'
import { strataColumn } from '#server/draw/load.ts'
import { everyDraw } from '#server/draw/sight.ts'
import { noteProgress } from '#server/draw/progress.ts'
import { type Placed, rankPopulation } from '#server/draw/rank.ts'
import type { Files } from '#server/files/store.ts'
import { sm3 } from '#server/journal/sm3.ts'
import { inParts } from '#server/org/in-parts.ts'
import { change, view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Worker = Context & { readonly files: Files }
/** What was ever drawn of each stratum, by number, and whether it still counts. */
type Standing = ReadonlyMap<string, ReadonlyMap<string, boolean>>

/**
 * 抽取: works out the order of the whole population under the seed, draws what the rule asks for and keeps what stands next. What was drawn before stays. Stands
 * being done twice, also at once: while the state says that it is to be done nothing else touches the draw, and who ends it first has done it.
 */
export async function runDraw(context: Worker, drawId: string): Promise<void> {
  const ready = await prepare(context, drawId)
  if (ready === null) return
  const { seed, texts, sizes, standing } = ready
  const most = Object.fromEntries(
    Object.entries(sizes).map(([stratum, { drawn, spare }]) => [stratum, drawn + spare + (standing.get(stratum)?.size ?? 0)]),
  )
  const first = await rankPopulation({ seed, texts, most }, (done) =>
    noteProgress(context.db, { jurisdictionId: context.actor.jurisdictionId, drawId }, done),
  )
  await change(context, async ({ tx, actor: { jurisdictionId }, allow, record }) => {
    allow('draw:run')
    const row = await lockDraw(tx, { jurisdictionId, isSeen: everyDraw }, drawId)
    const isOpen = row.state === 'drawing'
    const drawn = isOpen ? await save(tx, { jurisdictionId, drawId }, first, ready) : []
    if (isOpen) {
      await tx
        .updateTable('draw')
        .set({ state: 'drawn', drawnAt: context.now, doneItems: row.items, version: row.version + 1 })
        .where('jurisdictionId', '=', jurisdictionId)
        .where('id', '=', drawId)
        .execute()
    }
    const after = { seed: row.seed, drawn: drawn.length, digest: sm3(drawn.join('\n')) }
    await record({ verb: 'draw.finish', subject: { kind: 'draw', id: drawId }, after })
  })
}

interface Ready {
  readonly seed: string
  readonly texts: readonly string[]
  readonly sizes: ReturnType<typeof sizesFor>
  readonly standing: Standing
}

/** What the order is worked out of; null where it is done already. */
async function prepare(context: Worker, drawId: string): Promise<Ready | null> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow }) => {
    allow('draw:read')
    const row = await tx
      .selectFrom('draw')
      .select(['state', 'seed', 'rule', 'strata'])
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', drawId)
      .executeTakeFirstOrThrow()
    if (row.state !== 'drawing') return null
    return {
      seed: row.seed ?? '',
      texts: await frozenTexts(tx, context, context.files, drawId),
      sizes: sizesFor(DrawRule.parse(row.rule), strataColumn.parse(row.strata)),
      standing: await loadStanding(tx, jurisdictionId, drawId),
    }
  })
}

async function save(
  tx: Tx,
  key: { readonly jurisdictionId: string; readonly drawId: string },
  first: Readonly<Record<string, readonly Placed[]>>,
  { sizes, standing }: Ready,
): Promise<readonly string[]> {
  await tx
    .deleteFrom('drawItem')
    .where('jurisdictionId', '=', key.jurisdictionId)
    .where('drawId', '=', key.drawId)
    .where('state', '=', 'spare')
    .execute()
  const before = [...standing.values()].reduce((sum, { size }) => sum + size, 0)
  const chosen = Object.entries(first).map(([stratum, some]) => {
    const { drawn = 0, spare = 0 } = sizes[stratum] ?? {}
    const next = chooseNext(some, standing.get(stratum) ?? new Map(), drawn)
    return { drawn: next.drawn, spare: next.spare.slice(0, spare) }
  })
  const drawn = chosen.flatMap((each) => each.drawn)
  const rows = [
    ...drawn.map((item, index) => ({ ...rowOf(item), state: 'drawn' as const, ordinal: before + index + 1 })),
    ...chosen.flatMap(({ spare }) => spare.map((item) => ({ ...rowOf(item), state: 'spare' as const, ordinal: 0 }))),
  ]
  for (const some of inParts(rows))
    await tx
      .insertInto('drawItem')
      .values(some.map((row) => ({ ...key, ...row })))
      .execute()
  return drawn.map(({ id }) => id)
}

function rowOf({ id, stratum, part, rank: place }: Placed) {
  return { item: id, stratum, part, rank: place }
}

async function loadStanding(tx: Tx, jurisdictionId: string, drawId: string): Promise<Standing> {
  const rows = await tx
    .selectFrom('drawItem')
    .select(['item', 'stratum', 'state'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('drawId', '=', drawId)
    .where('state', '<>', 'spare')
    .execute()
  const strata = Map.groupBy(rows, ({ stratum }) => stratum)
  return new Map([...strata].map(([stratum, some]) => [stratum, new Map(some.map(({ item, state }) => [item, state === 'drawn']))]))
}
