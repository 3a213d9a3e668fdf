import type * as z from 'zod'
import type { DrawTaken } from '#contract/draw.ts'
import { readList } from '#server/draw/read-list.ts'
import type { ReceivedFile } from '#server/files/store.ts'
import { storeFile } from '#server/files/stored-file.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** 读取总体清单: keeps the file; nothing is frozen yet. */
export async function takePopulation(context: Context, file: ReceivedFile, name: string): Promise<z.infer<typeof DrawTaken>> {
  const { items, strata } = await readList(name, await file.read())
  return change(context, async ({ tx, actor, allow, record }) => {
    allow('draw:run')
    const id = context.newId()
    await tx
      .insertInto('draw')
      .values({
        jurisdictionId: actor.jurisdictionId,
        id,
        version: 1,
        state: 'draft',
        name: name.replace(/\.\w+$/, '').slice(0, 100),
        purpose: '',
        rule: null,
        listFileId: await storeFile(tx, context, file, name),
        fileName: name,
        items,
        strata: JSON.stringify(strata),
        seed: null,
        createdAt: context.now,
        createdBy: actor.accountId,
        createdByName: actor.name,
      })
      .execute()
    await record({ verb: 'draw.take', subject: { kind: 'draw', id }, after: { name, sha256: file.sha256, items } })
    return { id }
  })
}
