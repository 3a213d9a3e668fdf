import { isBegun } from '#core/light/light.ts'
import { evaluateKey } from '#core/occurrence/evaluate.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import { viewOf } from '#core/occurrence/view.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'
import { compareCredits, nameOf, numbered } from '#server/occurrence/credits.ts'
import { loadRecordsFor } from '#server/occurrence/facts.ts'
import { type Consequence, NO_CONSEQUENCE, viewsOf, type Work } from '#server/occurrence/follow-work.ts'
import type { Kept } from '#server/occurrence/kept.ts'
import { looksBack, reachOf } from '#server/occurrence/reach.ts'

/**
 * What a write comes to for a commitment whose records must be seen together (days, different values, before an event, …): those of the touched subjects are loaded,
 * unless they are given (`all`).
 */
export async function followAmongOthers(
  work: Work,
  terms: Terms,
  { keys, all }: { readonly keys: readonly OccurrenceKey[]; readonly all: readonly WorkRecord[] | null },
  kept: Kept,
): Promise<Consequence> {
  const { tx, jurisdictionId, asOf, facts, written } = work
  const { commitment } = terms
  if (keys.length === 0) return { commitment, ...NO_CONSEQUENCE }
  const records = all ?? (await loadRecordsFor(tx, jurisdictionId, [terms], facts, extentOf(work, terms, keys)))
  // the record itself, wherever it now lies
  const view = viewOf({ ...facts, records: [...records.filter(({ id }) => id !== written.after.id), written.after] })
  const found = keys.map((key) => {
    const occurrence = evaluateKey(terms, key, view, asOf)
    if (occurrence === null) return { key, occurrence, fresh: [], gone: [] }
    const { subject, period } = occurrence
    const before = kept.get(commitment)?.get(nameOf(commitment, key))?.credits ?? []
    return { key, occurrence, ...compareCredits(numbered({ commitment, subject, period, explanation: before }), numbered(occurrence)) }
  })
  return {
    commitment,
    occurrences: found.flatMap(({ occurrence }) => (occurrence === null ? [] : [{ occurrence, isBegun: isBegun(occurrence) }])),
    gone: found.flatMap(({ key, occurrence }) => (occurrence === null ? [key] : [])),
    put: found.flatMap(({ fresh }) => fresh),
    dropped: found.flatMap(({ gone }) => gone),
    grown: [],
    isTouched: true,
  }
}

function extentOf(work: Work, terms: Terms, keys: readonly OccurrenceKey[]) {
  const subjects = [...new Set(keys.map(({ subject }) => subject))]
  const from = looksBack(terms) ? null : reachOf(terms, keys, viewsOf(work, work.facts, []).after, work.asOf)
  return { subjects, from }
}
