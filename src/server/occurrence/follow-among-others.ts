import { evaluateKey } from '#core/occurrence/evaluate.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { relatedTo } from '#core/occurrence/related.ts'
import { viewOf } from '#core/occurrence/view.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadGround, loadRecordsFor } from '#server/occurrence/facts.ts'
import type { Followed } from '#server/occurrence/follow.ts'
import { keysOf, viewsOf, type Work } from '#server/occurrence/follow-work.ts'
import { looksBack, needsAllToFind, reachOf } from '#server/occurrence/reach.ts'
import { type Difference, differenceOf, inOrder, loadOccurrencesOf, saveDifference } from '#server/occurrence/store.ts'

/** Follows a write for commitments whose records must be seen together (days, different values, before an event, …): those of the touched subjects are loaded. */
export async function followAmongOthers(work: Work, several: readonly Terms[]): Promise<readonly Followed[]> {
  const { tx, jurisdictionId } = work
  const found = []
  for (const terms of several) found.push(await followOne(work, terms))
  await saveDifference(
    tx,
    jurisdictionId,
    found.map(({ followed: { commitment }, difference }) => ({ commitment, ...difference })),
  )
  return found.map(({ followed }) => followed)
}

const NOTHING: Difference = { changed: [], gone: [], put: [], dropped: [] }

async function followOne(work: Work, terms: Terms): Promise<{ followed: Followed; difference: Difference }> {
  const { tx, jurisdictionId, asOf, facts, written } = work
  const { commitment } = terms
  const known = new Map(facts.terms.map((each) => [each.commitment, each]))
  const ground = await loadGround(tx, jurisdictionId, relatedTo(terms, known))
  // what exists by records (每案, 收到之日起) is found among all of them; all else by the record alone
  const all = needsAllToFind(terms) ? await loadRecordsFor(tx, jurisdictionId, [terms], ground) : null
  const keys = keysOf(work, terms, viewsOf(work, ground, all ?? []))
  if (keys.length === 0) return { followed: { commitment, occurrences: [], isTouched: false }, difference: NOTHING }
  const records = all ?? (await loadRecordsFor(tx, jurisdictionId, [terms], ground, extentOf(work, terms, keys)))
  // the record itself, wherever it now lies
  const view = viewOf({ ...ground, records: [...records.filter(({ id }) => id !== written.after.id), written.after] })
  const occurrences = keys.flatMap((key) => {
    const occurrence = evaluateKey(terms, key, view, asOf)
    return occurrence === null ? [] : [inOrder(occurrence)]
  })
  const names = new Set(keys.map(({ subject, period }) => `${subject} ${period}`))
  const kept = (await loadOccurrencesOf(tx, jurisdictionId, [commitment], () => asOf, keys)).get(commitment) ?? []
  const before = kept.filter(({ subject, period }) => names.has(`${subject} ${period.key}`))
  return { followed: { commitment, occurrences, isTouched: true }, difference: differenceOf(before, occurrences) }
}

function extentOf(work: Work, terms: Terms, keys: readonly OccurrenceKey[]) {
  const subjects = [...new Set(keys.map(({ subject }) => subject))]
  const from = looksBack(terms) ? null : reachOf(terms, keys, viewsOf(work, work.facts, []).after, work.asOf)
  return { subjects, from }
}
