import { Day, Instant } from '#core/day/day.ts'

/** What lists, lights and counts are asked for with. `asOf` (截至): the day they stood on; null: today. `knownAt`: the instant as of which that was known; null: now. */
export const momentShape = { asOf: Day.nullable().default(null), knownAt: Instant.nullable().default(null) }

/** A day that is looked at, as it was known at an instant. */
export interface Moment {
  readonly asOf: Day | null
  readonly knownAt: Instant | null
}

/** Whether a moment is today as it is known now: what is kept current answers it. */
export function isNow({ asOf, knownAt }: Moment, today: Day): boolean {
  return knownAt === null && (asOf === null || asOf === today)
}
