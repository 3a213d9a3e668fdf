import { Readable } from 'node:stream'
import type * as z from 'zod'
import type { draw as contract } from '#contract/draw.ts'
import { freezable } from '#core/draw/decisions.ts'
import type { Draw } from '#core/draw/draw.ts'
import { DrawRule } from '#core/draw/rule.ts'
import { drawTurn } from '#core/draw/turns.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Tx } from '#server/db/connect.ts'
import { act, type Caller, lockDraw, type DrawRow, type Seen } from '#server/draw/act.ts'
import { drawJob } from '#server/draw/job.ts'
import { loadParts, strataColumn } from '#server/draw/load.ts'
import { frozenTexts } from '#server/draw/frozen-texts.ts'
import { freezeList, type FrozenList, type ListAsked } from '#server/draw/read-list.ts'
import type { Files } from '#server/files/store.ts'
import { readStoredFile, storeFile } from '#server/files/stored-file.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { accepted } from '#server/plan/accepted.ts'

type WithFiles = Caller & { readonly files: Files }
type Asked = z.output<NonNullable<(typeof contract.freeze)['~orpc']['inputSchema']>>

/** 冻结总体: the list without what is left out, and the rule, become a text whose digest the journal seals. */
export async function freeze(context: WithFiles, input: Asked): Promise<Draw> {
  const { name, purpose, rule, excluded } = input
  return act(context, input, { verb: 'draw.freeze', permission: 'draw:run' }, async (row, tx) => {
    accepted(freezable(row.state, rule, {}))
    const list = await frozen(tx, context, row, { about: { rule, part: 1, before: '' }, excluded, earlier: [] })
    accepted(freezable(row.state, rule, list.strata))
    const { hash, items, strata } = list
    await savePart(tx, context, { drawId: row.id, part: 1, fileName: row.fileName }, list)
    return {
      set: { state: 'frozen', name, purpose, rule: JSON.stringify(rule), items, strata: JSON.stringify(strata) },
      after: { part: 1, hash, rule, name, items, excluded },
    }
  })
}

/** 总体增加: the list of a draft becomes the next part; the order of the draw goes on over everything. The draft is given up. */
export async function extend(context: WithFiles & { readonly jobs: Jobs }, input: Seen & { readonly draft: string }): Promise<Draw> {
  return act(context, input, { verb: 'draw.extend', permission: 'draw:run' }, async (row, tx, sight) => {
    const { jurisdictionId } = context.actor
    accepted(drawTurn(row.state, 'grow'))
    const draft = await lockDraw(tx, sight, input.draft)
    if (draft.state !== 'draft') accepted(refuse('draw-state', { state: draft.state }))
    if (row.register !== null && draft.register !== null && row.register !== draft.register) accepted(refuse('draw-other-register'))
    const parts = await loadParts(tx, jurisdictionId, row.id)
    const part = parts.length + 1
    const rule = DrawRule.parse(row.rule)
    const earlier = await frozenTexts(tx, context, context.files, row.id)
    const list = await frozen(tx, context, draft, { about: { rule, part, before: parts.at(-1)?.hash ?? '' }, excluded: [], earlier })
    await savePart(tx, context, { drawId: row.id, part, fileName: draft.fileName }, list)
    await tx
      .updateTable('draw')
      .set({ state: 'abandoned', abandoned: row.name, version: draft.version + 1 })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', draft.id)
      .execute()
    await context.jobs.send(tx, context, drawJob, { drawId: row.id })
    const strata = Object.entries(list.strata).reduce<Record<string, number>>(
      (sizes, [stratum, size]) => ({ ...sizes, [stratum]: (sizes[stratum] ?? 0) + size }),
      strataColumn.parse(row.strata),
    )
    return {
      set: {
        state: 'drawing',
        items: row.items + list.items,
        strata: JSON.stringify(strata),
        register: row.register ?? draft.register,
        mark: Math.max(row.mark, draft.mark),
      },
      after: { part, hash: list.hash, items: list.items, draft: draft.id },
    }
  })
}

async function frozen(tx: Tx, context: WithFiles, row: DrawRow, asked: NonNullable<ListAsked['freeze']>): Promise<FrozenList> {
  const { name, content } = await readStoredFile(tx, context, context.files, row.listFileId)
  return freezeList(name, content, asked)
}

async function savePart(
  tx: Tx,
  context: WithFiles,
  { drawId, part, fileName }: { readonly drawId: string; readonly part: number; readonly fileName: string },
  { text, hash, items, excluded, strata }: FrozenList,
): Promise<void> {
  const file = await context.files.receive(Readable.from([Buffer.from(text)]))
  await tx
    .insertInto('drawPart')
    .values({
      jurisdictionId: context.actor.jurisdictionId,
      drawId,
      part,
      hash,
      fileId: await storeFile(tx, context, file, `${drawId}-${part}.txt`),
      fileName,
      items,
      excluded,
      strata: JSON.stringify(strata),
      frozenAt: context.now,
      frozenByName: context.actor.name,
    })
    .execute()
}
