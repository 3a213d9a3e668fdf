import { type Day, Instant } from '#core/day/day.ts'

/**
 * Until when what was done has happened, for whoever looks back at a day: the end of the day, or the instant it was known at where that is earlier. What is known
 * corrects the past; what was done does not: a row that was struck off on a later day was not on this one.
 */
export function heldUntil({ asOf, knownAt }: { readonly asOf: Day; readonly knownAt: Instant | null }): Instant {
  // midnight in Shanghai
  const end = Instant.parse(`${asOf}T15:59:59.999Z`)
  return knownAt !== null && Date.parse(knownAt) < Date.parse(end) ? knownAt : end
}

/** The columns of a row of the ledger, in snake case, that tell what was done with it: struck off, handed out, put off, reminded of, written about. */
export const DONE_COLUMNS = [
  'closure',
  'dispatch',
  'responsibility',
  'progress_words',
  'original_due',
  'extended_to',
  'extensions',
  'amended',
  'reminders',
  'reminded_on',
] as const
