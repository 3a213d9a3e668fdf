import { isBegun } from '#core/light/light.ts'
import { evaluateKey } from '#core/occurrence/evaluate.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { viewOf } from '#core/occurrence/view.ts'
import type { Terms } from '#core/terms/terms.ts'
import { compareCredits, loadCredits, nameOf, numbered } from '#server/occurrence/credits.ts'
import { loadRecordsFor } from '#server/occurrence/facts.ts'
import { type Consequence, keysOf, NO_CONSEQUENCE, viewsOf, type Work } from '#server/occurrence/follow-work.ts'
import { looksBack, needsAllToFind, reachOf } from '#server/occurrence/reach.ts'

/** What a write comes to for commitments whose records must be seen together (days, different values, before an event, …): those of the touched subjects are loaded. */
export async function followAmongOthers(work: Work, several: readonly Terms[]): Promise<readonly Consequence[]> {
  const found: Consequence[] = []
  for (const terms of several) found.push(await followOne(work, terms))
  return found
}

async function followOne(work: Work, terms: Terms): Promise<Consequence> {
  const { tx, jurisdictionId, asOf, facts, written } = work
  const { commitment } = terms
  // what exists by records (每案, 收到之日起) is found among all of them; all else by the record alone
  const all = needsAllToFind(terms) ? await loadRecordsFor(tx, jurisdictionId, [terms], facts) : null
  const keys = keysOf(work, terms, viewsOf(work, facts, all ?? []))
  if (keys.length === 0) return { commitment, ...NO_CONSEQUENCE }
  const records = all ?? (await loadRecordsFor(tx, jurisdictionId, [terms], facts, extentOf(work, terms, keys)))
  // the record itself, wherever it now lies
  const view = viewOf({ ...facts, records: [...records.filter(({ id }) => id !== written.after.id), written.after] })
  const kept = await loadCredits(tx, jurisdictionId, { commitments: [commitment], keys })
  const found = keys.map((key) => {
    const occurrence = evaluateKey(terms, key, view, asOf)
    if (occurrence === null) return { key, occurrence, fresh: [], gone: [] }
    const { subject, period } = occurrence
    const before = kept.get(nameOf(commitment, key)) ?? []
    return { key, occurrence, ...compareCredits(numbered({ commitment, subject, period, explanation: before }), numbered(occurrence)) }
  })
  return {
    commitment,
    occurrences: found.flatMap(({ occurrence }) => (occurrence === null ? [] : [{ occurrence, isBegun: isBegun(occurrence) }])),
    gone: found.flatMap(({ key, occurrence }) => (occurrence === null ? [key] : [])),
    put: found.flatMap(({ fresh }) => fresh),
    dropped: found.flatMap(({ gone }) => gone),
    alone: [],
    isTouched: true,
  }
}

function extentOf(work: Work, terms: Terms, keys: readonly OccurrenceKey[]) {
  const subjects = [...new Set(keys.map(({ subject }) => subject))]
  const from = looksBack(terms) ? null : reachOf(terms, keys, viewsOf(work, work.facts, []).after, work.asOf)
  return { subjects, from }
}
