import { Readable } from 'node:stream'
import type { EntryProof } from '#core/journal/proof.ts'
import type { Tx } from '#server/db/connect.ts'
import { frozenTexts } from '#server/draw/frozen-texts.ts'
import type { Caller } from '#server/draw/act.ts'
import { drawSight } from '#server/draw/sight.ts'
import { loadDraw } from '#server/draw/load.ts'
import { itemColumns } from '#server/draw/read.ts'
import { freezingEntries } from '#server/draw/sealed.ts'
import type { Files } from '#server/files/store.ts'
import type { Download } from '#server/http/download.ts'
import { proofOf } from '#server/journal/prove.ts'
import { change } from '#server/verb/change.ts'

type WithFiles = Caller & { readonly files: Files }

/** 抽取存证: everything that is needed to draw again without the program, as one JSON file. Exports are journalled. */
export async function giveDraw(context: WithFiles, id: string): Promise<Download> {
  const text = await change(context, async ({ tx, actor: { jurisdictionId }, allow, scope, record }) => {
    allow('draw:read')
    const { seed, contributions, rule, name, purpose, state, parts } = await loadDraw(
      tx,
      await drawSight(tx, await scope(), context.packs),
      id,
    )
    const items = await tx
      .selectFrom('drawItem')
      .select(itemColumns)
      .where('jurisdictionId', '=', jurisdictionId)
      .where('drawId', '=', id)
      .where('state', '<>', 'spare')
      .orderBy('ordinal')
      .execute()
    const texts = await frozenTexts(tx, context, context.files, id)
    const proofs = await proofsOf(tx, jurisdictionId, id)
    await record({ verb: 'draw.export', subject: { kind: 'draw', id }, after: { form: 'json', items: items.length } })
    return JSON.stringify({
      draw: 'xiaohao-draw/1',
      exportedAt: context.now,
      name,
      purpose,
      state,
      rule,
      parts: parts.map((part, index) => ({ ...part, text: texts[index], proof: proofs.get(part.hash) ?? null })),
      contributions: contributions.map(({ party, kind, digest, value, at }) => ({ party, kind, digest, value, at })),
      seed,
      items,
    })
  })
  const bytes = Buffer.from(text)
  return { name: `抽取存证-${context.asOf}.json`, type: 'application/octet-stream', bytes: bytes.length, content: Readable.from([bytes]) }
}

async function proofsOf(tx: Tx, jurisdictionId: string, drawId: string): Promise<ReadonlyMap<string, EntryProof | null>> {
  const proofs = new Map<string, EntryProof | null>()
  for (const [hash, entry] of await freezingEntries(tx, jurisdictionId, drawId)) proofs.set(hash, await proofOf(tx, jurisdictionId, entry))
  return proofs
}
