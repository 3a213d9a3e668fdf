import { isBegun } from '#core/light/light.ts'
import { evaluateKey } from '#core/occurrence/evaluate.ts'
import type { Terms } from '#core/terms/terms.ts'
import { dropCreditsOf, loadOthers, nameOf, numbered, saveCredits } from '#server/occurrence/credits.ts'
import type { Followed } from '#server/occurrence/follow.ts'
import { keysOf, viewsOf, type Work } from '#server/occurrence/follow-work.ts'
import { dropOccurrences, saveOccurrences } from '#server/occurrence/store.ts'

/**
 * Follows a write for commitments to which each record adds by itself (`addsSingly`): from the record and from what the credits that are kept say the others add, however
 * many they are. A fixed number of statements.
 */
export async function followAlone(work: Work, several: readonly Terms[]): Promise<readonly Followed[]> {
  const { tx, jurisdictionId, asOf, written, facts } = work
  const views = viewsOf(work, facts, [])
  const touched = several.map((terms) => ({ terms, keys: keysOf(work, terms, views) }))
  const places = touched.flatMap(({ terms: { commitment }, keys }) => keys.map((key) => ({ commitment, ...key })))
  if (places.length === 0) return several.map(({ commitment }) => ({ commitment, occurrences: [], isTouched: false }))
  const others = await loadOthers(tx, jurisdictionId, written.after.id, places)
  const found = touched.flatMap(({ terms, keys }) =>
    keys.map((key) => {
      const given = others.get(nameOf(terms.commitment, key))
      return { commitment: terms.commitment, key, given, occurrence: evaluateKey(terms, key, views.after, asOf, given) }
    }),
  )
  const standing = found.flatMap(({ occurrence, given }) =>
    occurrence === null ? [] : [{ occurrence, isBegun: isBegun(occurrence) || given !== undefined }],
  )
  await dropOccurrences(
    tx,
    jurisdictionId,
    found.flatMap(({ commitment, key, occurrence }) => (occurrence === null ? [{ commitment, gone: [key] }] : [])),
  )
  // a record that is entered counted nowhere before, but for what was just brought forward with it
  await dropCreditsOf(tx, jurisdictionId, written.after.id, places)
  await saveOccurrences(tx, jurisdictionId, standing)
  await saveCredits(tx, jurisdictionId, { put: standing.flatMap(({ occurrence }) => numbered(occurrence)), dropped: [] })
  return touched.map(({ terms: { commitment }, keys }) => ({
    commitment,
    occurrences: standing.flatMap(({ occurrence }) => (occurrence.commitment === commitment ? [occurrence] : [])),
    isTouched: keys.length > 0,
  }))
}
