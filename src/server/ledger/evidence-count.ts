import { type Expression, sql } from 'kysely'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Instant } from '#core/day/day.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import type { Tx } from '#server/db/connect.ts'
import { CURRENT } from '#server/ledger/standing-rows.ts'

/** Some commitments: by their ids, or as a query of ids. */
type Which = readonly CommitmentId[] | Expression<string>

/** Counts again the files behind some commitments, from their kept credits. Call it where credits were worked out anew. */
export async function recountEvidence(tx: Tx, jurisdictionId: string, which: Which): Promise<void> {
  const wrong = await wrongCounts(tx, jurisdictionId, which)
  if (wrong.length === 0) return
  await tx
    .updateTable('ledgerStanding')
    .from(
      sql<{ id: string; counted: number }>`jsonb_to_recordset(${JSON.stringify(wrong)}::jsonb)`.as<'given'>(
        sql`given (id uuid, counted integer)`,
      ),
    )
    .set((eb) => ({ files: eb.ref('given.counted') }))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('edition', '=', CURRENT)
    .whereRef('commitmentId', '=', 'given.id')
    .execute()
}

/** Counts again the files behind the commitments that a record counts for. Call it where what is evidence of the record has changed. */
export async function recountEvidenceOf(tx: Tx, jurisdictionId: string, record: string): Promise<void> {
  const counting = tx
    .selectFrom('credit')
    .select('commitmentId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('recordId', '=', record)
    .where('counts', '=', true)
  await recountEvidence(tx, jurisdictionId, sql<string>`${counting}`)
}

/** Those of some commitments beside which another number of files stands than there are, with the right number. */
export async function wrongCounts(
  tx: Tx,
  jurisdictionId: string,
  which: Which,
): Promise<readonly { readonly id: string; readonly counted: number }[]> {
  if ('length' in which && which.length === 0) return []
  const ids = 'length' in which ? sql<string>`(select unnest(${which}::uuid[]))` : which
  const found = tx
    .selectFrom('credit')
    .innerJoin('evidenceLink', (join) =>
      join.onRef('evidenceLink.jurisdictionId', '=', 'credit.jurisdictionId').onRef('evidenceLink.subjectId', '=', 'credit.recordId'),
    )
    .select('credit.commitmentId')
    .select(sql<number>`count(distinct evidence_id)::integer`.as('files'))
    .where('credit.jurisdictionId', '=', jurisdictionId)
    .where('credit.commitmentId', 'in', ids)
    .where('credit.counts', '=', true)
    .where('evidenceLink.jurisdictionId', '=', jurisdictionId)
    .where('evidenceLink.subjectKind', '=', 'record')
    .where('evidenceLink.unlinkedAt', 'is', null)
    .groupBy('credit.commitmentId')
    .as('found')
  const counted = sql<number>`coalesce(found.files, 0)`
  return tx
    .selectFrom('ledgerStanding as standing')
    .leftJoin(found, (join) => join.onRef('found.commitmentId', '=', 'standing.commitmentId'))
    .select(['standing.commitmentId as id', counted.as('counted')])
    .where('standing.jurisdictionId', '=', jurisdictionId)
    .where('standing.edition', '=', CURRENT)
    .where('standing.commitmentId', 'in', ids)
    .where('standing.files', 'is distinct from', counted)
    .execute()
}

/** What is evidence of each record, as it was known at an instant (null: now). */
export type Proofs = ReadonlyMap<string, readonly string[]>

/** The evidence of every record, for a day whose occurrences are worked out. */
export async function loadProofs(tx: Tx, jurisdictionId: string, knownAt: Instant | null): Promise<Proofs> {
  const rows = await tx
    .selectFrom('evidenceLink')
    .select(['subjectId', 'evidenceId'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', '=', 'record')
    .where((eb) =>
      knownAt === null
        ? eb('unlinkedAt', 'is', null)
        : eb.and([eb('linkedAt', '<=', knownAt), eb.or([eb('unlinkedAt', 'is', null), eb('unlinkedAt', '>', knownAt)])]),
    )
    .execute()
  const found = Map.groupBy(rows, ({ subjectId }) => subjectId)
  return new Map([...found].map(([record, links]) => [record, links.map(({ evidenceId }) => evidenceId)]))
}

/** How many different files are evidence of the records that count in some occurrences. */
export function filesBehind(occurrences: readonly Occurrence[], proofs: Proofs): number {
  const files = new Set<string>()
  if (proofs.size === 0) return 0
  for (const { explanation } of occurrences)
    for (const { record, counts } of explanation) if (counts) for (const file of proofs.get(record) ?? []) files.add(file)
  return files.size
}
