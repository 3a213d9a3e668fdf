import { Day, Instant } from '#core/day/day.ts'

/** Tells the time. Handed in, so that tests may turn it. */
export type Clock = () => Instant

const MILLISECONDS_A_MINUTE = 60_000
/** Shanghai: eight hours ahead, no summer time. */
const OFFSET_MINUTES = 480

/** The machine's time. */
export const systemClock: Clock = () => Instant.parse(new Date().toISOString())

/** The instant some minutes later (earlier when negative). */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return Instant.parse(new Date(Date.parse(instant) + minutes * MILLISECONDS_A_MINUTE).toISOString())
}

/** The calendar day of an instant in Asia/Shanghai. */
export function dayInShanghai(instant: Instant): Day {
  return Day.parse(addMinutes(instant, OFFSET_MINUTES).slice(0, 10))
}

/** The day and minute of an instant in Asia/Shanghai, `2026-03-02 09:00`. */
export function timeInShanghai(instant: Instant): string {
  return addMinutes(instant, OFFSET_MINUTES).slice(0, 16).replace('T', ' ')
}
