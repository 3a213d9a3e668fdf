import * as z from 'zod'
import type { Commitment } from '#core/commitment/commitment.ts'
import type { Instant } from '#core/day/day.ts'
import { ledgerColumnsOf } from '#core/ledger/columns.ts'
import { joinNames } from '#core/ledger/names.ts'
import type { Tx } from '#server/db/connect.ts'
import type { PlainEntry } from '#server/ledger/entry.ts'

// written by the verb from what core made
const beforeColumn = z.custom<Commitment | null>()

/**
 * How some commitments were read at an instant, by id: of those a person has changed since, as they stood before the first of these changes. What came of splitting,
 * merging or answering a question is not undone: the page says so.
 */
export async function loadFormerReadings(
  tx: Tx,
  jurisdictionId: string,
  knownAt: Instant,
  ids: readonly string[] | null,
): Promise<ReadonlyMap<string, Commitment>> {
  const rows = await tx
    .selectFrom('journalEntry')
    .distinctOn('subjectId')
    .select(['subjectId', 'before'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('subjectKind', '=', 'commitment')
    .where('verb', '=', 'commitment.edit')
    .where('result', '=', 'done')
    .where('at', '>', knownAt)
    .$if(ids !== null, (query) => query.where((eb) => eb('subjectId', '=', eb.fn.any(eb.val([...(ids ?? [])])))))
    .orderBy('subjectId')
    .orderBy('at')
    .orderBy('id')
    .execute()
  const found = new Map<string, Commitment>()
  for (const { subjectId, before } of rows) {
    const commitment = beforeColumn.parse(before)
    if (subjectId !== null && commitment !== null) found.set(subjectId, commitment)
  }
  return found
}

/** A row with what it said of its commitment as this was read. */
export function asRead<Entry extends PlainEntry>(entry: Entry, commitment: Commitment | undefined): Entry {
  if (commitment === undefined) return entry
  const { indicator, nature, leaders, leadOrgs, owners, supportingOrgs, dueOn, dueText, remark } = ledgerColumnsOf(commitment)
  const names = {
    leaders: joinNames(leaders),
    leadOrgs: joinNames(leadOrgs),
    owners: joinNames(owners),
    supportingOrgs: joinNames(supportingOrgs),
  }
  return { ...entry, indicator, nature, ...names, dueOn, dueText, remark }
}
