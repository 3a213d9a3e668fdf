import { isBegun } from '#core/light/light.ts'
import type { Credit } from '#core/occurrence/credit.ts'
import { evaluateKey } from '#core/occurrence/evaluate.ts'
import type { Others } from '#core/occurrence/measure.ts'
import type { Occurrence, OccurrenceKey } from '#core/occurrence/occurrence.ts'
import type { Terms } from '#core/terms/terms.ts'
import { compareCredits, nameOf, numbered } from '#server/occurrence/credits.ts'
import { type Consequence, NO_CONSEQUENCE, viewsOf, type Work } from '#server/occurrence/follow-work.ts'
import { growthBy, loadGrowth, othersIn, regrown } from '#server/occurrence/growth.ts'
import type { Kept, KeptOccurrence } from '#server/occurrence/kept.ts'
import { isDayCertain, restOf } from '#server/occurrence/rest.ts'

/**
 * What a write comes to for a commitment to which each record adds by itself (`addsSingly`): from the record and from what the kept occurrence says of all others,
 * however many they are. Only where the day on which it was met may be another, what they add by day is looked at.
 */
export async function followAlone(work: Work, terms: Terms, keys: readonly OccurrenceKey[], kept: Kept): Promise<Consequence> {
  const { commitment } = terms
  if (keys.length === 0) return { commitment, ...NO_CONSEQUENCE }
  const { after } = viewsOf(work, work.facts, [])
  const evaluated = (key: OccurrenceKey, others: Others): Occurrence | null => evaluateKey(terms, key, after, work.asOf, others)
  const found: Found[] = keys.map((key) => {
    const before = kept.get(commitment)?.get(nameOf(commitment, key))
    const rest = before === undefined ? {} : restOf(before, before.credits)
    const occurrence = evaluated(key, rest ?? {})
    const isSure = rest !== null && isCertain(before, occurrence)
    return { key, before, occurrence, isOthersBegun: isSure ? isOthersBegun(before, rest) : null, isCertain: isSure }
  })
  const unclear = found.filter(({ isCertain: isOne, isOthersBegun: begun }) => !isOne || begun === null)
  const growth =
    unclear.length === 0
      ? new Map()
      : await loadGrowth(
          work.tx,
          work.jurisdictionId,
          unclear.map(({ key }) => ({ commitment, ...key })),
        )
  const sure = found.map((each) => {
    if (!unclear.includes(each)) return each
    const grown = growth.get(nameOf(commitment, each.key)) ?? new Map()
    const others = othersIn(regrown(grown, { without: each.before?.credits ?? [], plus: [] }))
    return { ...each, occurrence: evaluated(each.key, others), isOthersBegun: Object.keys(others).length > 0 }
  })
  const changes = sure.map((each) => changeOf(terms, each))
  return {
    commitment,
    occurrences: sure.flatMap(({ occurrence, isOthersBegun: begun }) =>
      occurrence === null ? [] : [{ occurrence, isBegun: isBegun(occurrence) || begun === true }],
    ),
    gone: sure.flatMap(({ key, occurrence }) => (occurrence === null ? [key] : [])),
    put: changes.flatMap(({ fresh }) => fresh),
    dropped: changes.flatMap(({ gone }) => gone),
    grown: changes.flatMap(({ grown }) => grown),
    isTouched: true,
  }
}

interface Found {
  readonly key: OccurrenceKey
  readonly before: KeptOccurrence | undefined
  readonly occurrence: Occurrence | null
  /** Whether other records count; null where the totals do not say. */
  readonly isOthersBegun: boolean | null
  readonly isCertain: boolean
}

function isOthersBegun(before: KeptOccurrence | undefined, rest: Others): boolean | null {
  if (before === undefined || Object.keys(rest).length > 0) return before !== undefined
  return before.credits.some(({ counts }) => counts) ? null : before.brief.isBegun
}

/** What is neither kept nor there any more needs no other records. */
function isCertain(before: KeptOccurrence | undefined, occurrence: Occurrence | null): boolean {
  if (before === undefined || occurrence === null) return true
  return isDayCertain(before, occurrence, changedDays(before.credits, occurrence.explanation))
}

/** The days on which the credits of a record that count differ. */
function changedDays(before: readonly Credit[], after: readonly Credit[]): readonly Credit['on'][] {
  return [...onlyIn(before, after), ...onlyIn(after, before)].map(({ on }) => on)
}

function onlyIn(some: readonly Credit[], others: readonly Credit[]): readonly Credit[] {
  return some.filter((credit) => credit.counts && !isIn(others, credit))
}

function isIn(credits: readonly Credit[], { on, part, quantity }: Credit): boolean {
  return credits.some((other) => other.counts && other.on === on && other.part === part && other.quantity === quantity)
}

function changeOf({ commitment }: Terms, { key, before, occurrence }: Found) {
  if (occurrence === null) return { fresh: [], gone: [], grown: [] }
  const { subject, period, explanation } = occurrence
  const credits = before?.credits ?? []
  return {
    grown: growthBy({ commitment, ...key }, { without: credits, plus: explanation }),
    ...compareCredits(numbered({ commitment, subject, period, explanation: credits }), numbered(occurrence)),
  }
}
