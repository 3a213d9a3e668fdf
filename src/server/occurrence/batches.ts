import * as z from 'zod'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Tx } from '#server/db/connect.ts'

/** Commitments that are evaluated together over one load of records: those of one register, each of its own subject; or those of all of its subjects. */
export type Batch = readonly CommitmentId[]

/** So many commitments go together at the most. */
const MOST = 500

// the columns hold what core made
const rowColumns = z.custom<{ readonly commitmentId: CommitmentId; readonly watched: string | null; readonly subject: string | null }>()

/** All defined commitments of a jurisdiction, in portions that look at the same records, so that each record is loaded few times and few at once. */
export async function batchesOf(tx: Tx, jurisdictionId: string, only: ReadonlySet<CommitmentId> | null): Promise<readonly Batch[]> {
  const rows = await tx
    .selectFrom('counting')
    .leftJoin('countingWatch', (join) =>
      join
        .onRef('countingWatch.jurisdictionId', '=', 'counting.jurisdictionId')
        .onRef('countingWatch.commitmentId', '=', 'counting.commitmentId')
        .on('countingWatch.watched', 'like', 'register:%'),
    )
    .distinctOn('counting.commitmentId')
    .select(['counting.commitmentId', 'countingWatch.watched', 'countingWatch.subject'])
    .where('counting.jurisdictionId', '=', jurisdictionId)
    .$if(only !== null, (query) => query.where((eb) => eb('counting.commitmentId', '=', eb.fn.any(eb.val([...(only ?? [])])))))
    .orderBy('counting.commitmentId')
    // what looks at records of anyone comes first: it decides how much is loaded
    .orderBy('countingWatch.subject')
    .orderBy('countingWatch.watched')
    .execute()
  const places = rows.map((row) => rowColumns.parse(row)).map((row) => ({ ...row, group: groupOf(row) }))
  const sorted = places.toSorted((a, b) => compare(a.group, b.group) || compare(a.subject ?? '', b.subject ?? ''))
  const batches: CommitmentId[][] = []
  let last: string | null = null
  for (const { group, commitmentId } of sorted) {
    const open = batches.at(-1)
    if (open === undefined || group !== last || open.length >= MOST) batches.push([commitmentId])
    else open.push(commitmentId)
    last = group
  }
  return batches
}

function groupOf({ watched, subject }: { readonly watched: string | null; readonly subject: string | null }): string {
  return `${subject === '' ? 'anyone' : 'one'} ${watched ?? ''}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
