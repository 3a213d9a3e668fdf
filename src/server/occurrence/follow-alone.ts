import { isBegun } from '#core/light/light.ts'
import { evaluateKey } from '#core/occurrence/evaluate.ts'
import type { OccurrenceKey } from '#core/occurrence/occurrence.ts'
import type { Terms } from '#core/terms/terms.ts'
import { compareCredits, nameOf, numbered } from '#server/occurrence/credits.ts'
import { type Consequence, NO_CONSEQUENCE, viewsOf, type Work } from '#server/occurrence/follow-work.ts'
import { grownOtherwise, othersIn, regrown } from '#server/occurrence/growth.ts'
import type { Kept } from '#server/occurrence/kept.ts'

/**
 * What a write comes to for a commitment to which each record adds by itself (`addsSingly`): from the record and from what is kept of what the others add by day,
 * however many they are.
 */
export function followAlone(work: Work, terms: Terms, keys: readonly OccurrenceKey[], kept: Kept): Consequence {
  const { commitment } = terms
  if (keys.length === 0) return { commitment, ...NO_CONSEQUENCE }
  const { after } = viewsOf(work, work.facts, [])
  const found = keys.map((key) => {
    const { credits = [], grown = new Map() } = kept.get(commitment)?.get(nameOf(commitment, key)) ?? {}
    const rest = regrown(grown, { without: credits, plus: [] })
    const others = othersIn(rest)
    const occurrence = evaluateKey(terms, key, after, work.asOf, others)
    if (occurrence === null) return { key, occurrence, isBegun: false, fresh: [], gone: [], grown: [] }
    const { subject, period, explanation } = occurrence
    return {
      key,
      occurrence,
      isBegun: isBegun(occurrence) || others !== undefined,
      grown: grownOtherwise({ commitment, ...key }, grown, regrown(rest, { without: [], plus: explanation })),
      ...compareCredits(numbered({ commitment, subject, period, explanation: credits }), numbered(occurrence)),
    }
  })
  return {
    commitment,
    occurrences: found.flatMap(({ occurrence, isBegun: begun }) => (occurrence === null ? [] : [{ occurrence, isBegun: begun }])),
    gone: found.flatMap(({ key, occurrence }) => (occurrence === null ? [key] : [])),
    put: found.flatMap(({ fresh }) => fresh),
    dropped: found.flatMap(({ gone }) => gone),
    grown: found.flatMap(({ grown }) => grown),
    isTouched: true,
  }
}
