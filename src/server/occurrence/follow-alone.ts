import { isBegun } from '#core/light/light.ts'
import { evaluateKey } from '#core/occurrence/evaluate.ts'
import type { Terms } from '#core/terms/terms.ts'
import { loadOthers, nameOf, numbered } from '#server/occurrence/credits.ts'
import { type Consequence, keysOf, NO_CONSEQUENCE, viewsOf, type Work } from '#server/occurrence/follow-work.ts'

/**
 * What a write comes to for commitments to which each record adds by itself (`addsSingly`): from the record and from what the credits that are kept say the others add,
 * however many they are.
 */
export async function followAlone(work: Work, several: readonly Terms[]): Promise<readonly Consequence[]> {
  const { tx, jurisdictionId, asOf, written, facts } = work
  const views = viewsOf(work, facts, [])
  const touched = several.map((terms) => ({ terms, keys: keysOf(work, terms, views) }))
  const places = touched.flatMap(({ terms: { commitment }, keys }) => keys.map((key) => ({ commitment, ...key })))
  const others = await loadOthers(tx, jurisdictionId, written.after.id, places)
  return touched.map(({ terms, keys }) => {
    const { commitment } = terms
    if (keys.length === 0) return { commitment, ...NO_CONSEQUENCE }
    const found = keys.map((key) => {
      const given = others.get(nameOf(commitment, key))
      return { key, given, occurrence: evaluateKey(terms, key, views.after, asOf, given) }
    })
    const occurrences = found.flatMap(({ occurrence, given }) =>
      occurrence === null ? [] : [{ occurrence, isBegun: isBegun(occurrence) || given !== undefined }],
    )
    return {
      commitment,
      occurrences,
      gone: found.flatMap(({ key, occurrence }) => (occurrence === null ? [key] : [])),
      put: occurrences.flatMap(({ occurrence }) => numbered(occurrence)),
      dropped: [],
      alone: keys.map((key) => ({ commitment, ...key })),
      isTouched: true,
    }
  })
}
