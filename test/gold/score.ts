import type { DraftCommitment } from '#core/draft/draft.ts'
import type { Gold, GoldCommitment } from '#test/gold/annotation.ts'

/** How often reading and gold agree: `hits` readings are right, `spurious` are not, `missed` gold commitments have no right reading. */
export interface Score {
  readonly hits: number
  readonly spurious: number
  readonly missed: number
}

/** Harmonic mean of precision and recall, from 0 to 1. */
export function f1({ hits, spurious, missed }: Score): number {
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + spurious + missed)
}

/**
 * Holds the readings with a number, a date or a rhythm against the gold, one to one. A reading is right when it covers the anchor and
 * kind, period, comparator, value, unit and day agree. Optional gold neither rewards nor punishes.
 */
export function scoreTyped(readings: readonly DraftCommitment[], gold: Gold): Score {
  const numbered = readings.filter(({ reading }) => reading.kind !== 'achieved' && reading.kind !== 'undefined')
  const required = gold.commitments.filter((commitment) => !commitment.optional)
  const right = pair(numbered, required, (reading, commitment) => touches(reading, commitment) && agrees(reading, commitment))
  const rest = numbered.filter((reading) => !right.has(reading))
  const optional = gold.commitments.filter((commitment) => commitment.optional)
  const neutral = pair(rest, optional, touches)
  return { hits: right.size, spurious: rest.length - neutral.size, missed: required.length - right.size }
}

/** Pairs each gold commitment with the first free reading that fits it. */
function pair(
  readings: readonly DraftCommitment[],
  golden: readonly GoldCommitment[],
  fits: (reading: DraftCommitment, commitment: GoldCommitment) => boolean,
): ReadonlySet<DraftCommitment> {
  const taken = new Set<DraftCommitment>()
  for (const commitment of golden) {
    const found = readings.find((reading) => !taken.has(reading) && fits(reading, commitment))
    if (found !== undefined) taken.add(found)
  }
  return taken
}

function touches({ span, anchor }: DraftCommitment, commitment: GoldCommitment): boolean {
  const covers = span.start <= commitment.value_start && commitment.value_end <= span.end
  return covers || (anchor.start < commitment.value_end && commitment.value_start < anchor.end)
}

function agrees({ reading }: DraftCommitment, commitment: GoldCommitment): boolean {
  const { kind, period, comparator, value, upper, unit, deadline } = reading
  return (
    (kind === commitment.kind || (commitment.kindAlt ?? []).includes(kind)) &&
    (period.value.unit === commitment.period || (commitment.periodAlt ?? []).includes(period.value.unit)) &&
    period.value.every === commitment.periodCount &&
    comparator?.value === commitment.comparator &&
    sameNumber(value, commitment.value) &&
    (commitment.comparator !== 'range' || sameNumber(upper, commitment.upper)) &&
    (unit?.value ?? null) === commitment.unit &&
    (commitment.deadline === null || deadline?.value === commitment.deadline)
  )
}

function sameNumber(read: { readonly value: string } | null, wanted: number | null): boolean {
  return read === null ? wanted === null : Number(read.value) === wanted
}
