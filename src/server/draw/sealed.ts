import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import type { Tx } from '#server/db/connect.ts'

/** Verbs whose entries hold the digest of a frozen part. */
const FREEZING = ['draw.freeze', 'draw.extend'] as const
const After = z.object({ hash: z.string() })

/** The journal's entries that tell of the frozen parts of a draw: id of the entry by the digest of the part. */
export async function freezingEntries(tx: Tx, jurisdictionId: string, drawId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('journalEntry')
    .select(['id', 'after'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', '=', 'draw')
    .where('subjectId', '=', drawId)
    .where('verb', 'in', FREEZING)
    .execute()
  return new Map(rows.map(({ id, after }) => [After.parse(after).hash, id]))
}

/** When each frozen part was sealed: the time of the first signed head that covers its entry. By the digest of the part; what is not sealed yet is not there. */
export async function sealTimes(tx: Tx, jurisdictionId: string, drawId: string): Promise<ReadonlyMap<string, Instant>> {
  const entries = await freezingEntries(tx, jurisdictionId, drawId)
  if (entries.size === 0) return new Map()
  const rows = await tx
    .selectFrom('journalLeaf')
    .innerJoin('journalHead', (join) =>
      join.on('journalHead.jurisdictionId', '=', jurisdictionId).onRef('journalHead.size', '>', 'journalLeaf.leafIndex'),
    )
    .select(({ fn }) => ['entryId', fn.min<string>('journalHead.at').as('at')])
    .where('journalLeaf.jurisdictionId', '=', jurisdictionId)
    .where('entryId', 'in', [...entries.values()])
    .groupBy('entryId')
    .execute()
  const times = new Map(rows.map(({ entryId, at }) => [entryId, Instant.parse(at)]))
  return new Map(
    [...entries].flatMap(([hash, id]) => {
      const at = times.get(id)
      return at === undefined ? [] : [[hash, at] as const]
    }),
  )
}
