import { type SelectQueryBuilder, sql } from 'kysely'
import * as z from 'zod'
import type { journal } from '#contract/journal.ts'
import { Instant } from '#core/day/day.ts'
import { Json } from '#core/journal/leaf.ts'
import type { EntryProof } from '#core/journal/proof.ts'
import type { Tx } from '#server/db/connect.ts'
import type { DB } from '#server/db/types.gen.ts'
import { countUnsealed, loadLastHead } from '#server/journal/lines.ts'
import { proofOf } from '#server/journal/prove.ts'
import { AppError } from '#server/platform/errors.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Asked = z.output<NonNullable<(typeof journal.window)['~orpc']['inputSchema']>>
type Window = z.output<NonNullable<(typeof journal.window)['~orpc']['outputSchema']>>
type State = z.output<NonNullable<(typeof journal.state)['~orpc']['outputSchema']>>

/** 操作日志: what was done, the newest first. */
export async function journalWindow(context: Context, asked: Asked): Promise<Window> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow }) => {
    allow('journal:read')
    const rows = await narrowed(tx.selectFrom('journalEntry').where('journalEntry.jurisdictionId', '=', jurisdictionId), asked)
      .leftJoin('journalLeaf', (join) =>
        join.onRef('journalLeaf.entryId', '=', 'journalEntry.id').on('journalLeaf.jurisdictionId', '=', jurisdictionId),
      )
      .select([
        'journalEntry.id',
        'at',
        'actorName',
        'actorPost',
        'actorOrg',
        'address',
        'verb',
        'subjectKind',
        'subjectId as subject',
        'result',
      ])
      .select(['before', 'after', 'leafIndex'])
      .orderBy('at', 'desc')
      .orderBy('journalEntry.id', 'desc')
      .limit(asked.limit)
      .execute()
    const notes = await loadNotes(
      tx,
      jurisdictionId,
      rows.map(({ id }) => id),
    )
    const items = rows.map(({ leafIndex, at, before, after, result, ...row }) => ({
      ...row,
      at: Instant.parse(at),
      result: result === 'refused' ? ('refused' as const) : ('done' as const),
      before: Json.parse(before ?? null),
      after: Json.parse(after ?? null),
      index: leafIndex === null ? null : Number(leafIndex),
      notes: notes.get(row.id) ?? [],
    }))
    const last = items.at(-1)
    return { items, next: last === undefined || items.length < asked.limit ? null : { at: last.at, id: last.id } }
  })
}

const Noted = z.object({ text: z.string() })

/** 审计批注 by the entry they are on, the oldest first. */
async function loadNotes(
  tx: Tx,
  jurisdictionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Window['items'][number]['notes']>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('journalEntry')
    .select(['subjectId', 'at', 'actorName', 'after'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', '=', 'journal')
    .where('subjectId', 'in', ids)
    .where('verb', '=', 'journal.annotate')
    .where('result', '=', 'done')
    .orderBy('at')
    .execute()
  const notes = rows.map(({ subjectId, at, actorName, after }) => ({
    on: subjectId,
    text: Noted.safeParse(after).data?.text ?? '',
    by: actorName,
    at: Instant.parse(at),
  }))
  return Map.groupBy(notes, ({ on }) => on)
}

/** The entries that the filters leave. */
function narrowed(
  query: SelectQueryBuilder<DB, 'journalEntry', object>,
  { from, to, actor, verb, result, after }: Asked,
): SelectQueryBuilder<DB, 'journalEntry', object> {
  return query
    .$if(from !== null, (some) => some.where('at', '>=', `${from}T00:00:00+08:00`))
    .$if(to !== null, (some) => some.where('at', '<', sql<string>`${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`))
    .$if(actor !== '', (some) => some.where(sql<boolean>`position(${actor} in actor_name) > 0`))
    .$if(verb !== '', (some) =>
      some.where((eb) =>
        eb.or([
          eb('verb', '=', verb),
          eb(eb.fn<boolean>('starts_with', ['verb', eb.val(`${verb}.`)]), '=', true),
          eb(eb.fn<boolean>('starts_with', ['verb', eb.val(`${verb}:`)]), '=', true),
        ]),
      ),
    )
    .$if(result !== null, (some) => some.where('result', '=', result ?? ''))
    .$if(after !== null, (some) => some.where(sql<boolean>`(at, journal_entry.id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`))
}

/** 封存情况: how far the journal is sealed. */
export async function journalState(context: Context): Promise<State> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow }) => {
    allow('journal:read')
    return { head: await loadLastHead(tx, jurisdictionId), unsealed: await countUnsealed(tx, jurisdictionId) }
  })
}

/** 存证 of one entry. */
export async function getProof(context: Context, { id }: { readonly id: string }): Promise<EntryProof> {
  return view(context, async ({ tx, actor: { jurisdictionId }, allow }) => {
    allow('journal:read')
    const proof = await proofOf(tx, jurisdictionId, id)
    if (proof === null) throw new AppError('NOT_FOUND')
    return proof
  })
}
