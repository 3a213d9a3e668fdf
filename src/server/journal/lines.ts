import type { Instant } from '#core/day/day.ts'
import type { BundleLine } from '#core/journal/bundle.ts'
import { SignedHead } from '#core/journal/head.ts'
import type { Tx } from '#server/db/connect.ts'
import { ENTRY_COLUMNS, isUnsealed, payloadIn, sealedIn } from '#server/journal/entry-rows.ts'

/** As many entries are read at once. */
const AT_ONCE = 2000

/** The journal of a jurisdiction as the lines of a bundle, as it stands in a snapshot. */
export async function* journalLines(tx: Tx, jurisdictionId: string, exportedAt: Instant): AsyncGenerator<BundleLine, void, void> {
  const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', jurisdictionId).executeTakeFirstOrThrow()
  const heads = await loadHeads(tx, jurisdictionId)
  yield { bundle: { form: 'xiaohao-journal-export/1', jurisdiction: jurisdictionId, name, exportedAt, keys: await loadKeys(tx) } }
  let [next, entries] = [0, 0]
  for await (const { leafIndex, line } of sealedEntries(tx, jurisdictionId)) {
    // a head whose last entry is gone still tells that it was there
    for (; (heads[next]?.size ?? Infinity) <= leafIndex; next += 1) yield* headLine(heads[next])
    yield line
    entries += 1
  }
  for (; next < heads.length; next += 1) yield* headLine(heads[next])
  yield { end: { entries, heads: heads.length, unsealed: await countUnsealed(tx, jurisdictionId) } }
}

function* headLine(head: SignedHead | undefined): Generator<BundleLine> {
  if (head !== undefined) yield { head }
}

async function* sealedEntries(tx: Tx, jurisdictionId: string): AsyncGenerator<{ readonly leafIndex: number; readonly line: BundleLine }> {
  for (let from = 0; ;) {
    const rows = await tx
      .selectFrom('journalLeaf')
      .innerJoin('journalEntry', (join) =>
        join.onRef('journalEntry.id', '=', 'journalLeaf.entryId').on('journalEntry.jurisdictionId', '=', jurisdictionId),
      )
      .select(['leafIndex', 'payload'])
      .select(ENTRY_COLUMNS.map((column) => `journalEntry.${column}` as const))
      .where('journalLeaf.jurisdictionId', '=', jurisdictionId)
      .where('leafIndex', '>=', String(from))
      .orderBy('leafIndex')
      .limit(AT_ONCE)
      .execute()
    for (const row of rows) yield { leafIndex: Number(row.leafIndex), line: { entry: sealedIn(row, row.payload), payload: payloadIn(row) } }
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return
    from = Number(last.leafIndex) + 1
  }
}

/** The heads of a jurisdiction, the first first. */
export async function loadHeads(tx: Tx, jurisdictionId: string): Promise<readonly SignedHead[]> {
  const rows = await tx
    .selectFrom('journalHead')
    .select(['size', 'root', 'at', 'key', 'signature'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('size')
    .execute()
  return rows.map((row) => SignedHead.parse({ ...row, jurisdiction: jurisdictionId, size: Number(row.size) }))
}

/** The newest head of a jurisdiction; null where nothing is sealed. */
export async function loadLastHead(tx: Tx, jurisdictionId: string): Promise<SignedHead | null> {
  const row = await tx
    .selectFrom('journalHead')
    .select(['size', 'root', 'at', 'key', 'signature'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? SignedHead.parse({ ...row, jurisdiction: jurisdictionId, size: Number(row.size) }) : null
}

async function loadKeys(tx: Tx): Promise<Readonly<Record<string, string>>> {
  const rows = await tx.selectFrom('journalKey').select(['key', 'publicKey']).orderBy('addedAt').execute()
  return Object.fromEntries(rows.map(({ key, publicKey }) => [key, publicKey]))
}

/** How many entries of a jurisdiction are not sealed yet. */
export async function countUnsealed(tx: Tx, jurisdictionId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('journalEntry')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => isUnsealed(eb, jurisdictionId))
    .executeTakeFirstOrThrow()
  return Number(count)
}
