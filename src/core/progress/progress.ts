import * as z from 'zod'
import { addDays, Day, Instant, lastDayOfMonth } from '#core/day/day.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'

/** 进展情况 of a unit for a quarter: a dated statement of what has been done. `revision`: how often it was written. */
export const ProgressUpdate = z
  .object({
    id: z.uuid(),
    revision: z.number().int(),
    org: z.uuid(),
    orgName: z.string(),
    year: z.number().int(),
    quarter: z.number().int(),
    on: Day,
    words: z.string(),
    by: z.string(),
    at: Instant,
    isStanding: z.boolean(),
  })
  .readonly()
export type ProgressUpdate = z.infer<typeof ProgressUpdate>

/**
 * Whether a text is asked for: `records` speak for themselves, a text `said` it, or it is `asked`. What does not compute, or was struck off, is asked only while it
 * is open.
 */
export function progressNeed({
  records,
  texts,
  isOver,
}: {
  readonly records: number
  readonly texts: number
  readonly isOver: boolean
}): 'records' | 'said' | 'asked' | 'over' {
  if (records > 0) return 'records'
  if (texts > 0) return 'said'
  return isOver ? 'over' : 'asked'
}

/** The quarter that holds a day. */
export function quarterOf(day: Day): Quarter {
  return { year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / 3) }
}

/** In so many last days of a quarter progress is asked for by itself. */
const ASKED_DAYS = 15

/** By when progress is to be told: the last day of the quarter, in its last days; null: it is not asked for yet. */
export function progressAskedBy(day: Day): Day | null {
  const { year, quarter } = quarterOf(day)
  const last = lastDayOfMonth(year, quarter * 3)
  return last !== null && day > addDays(last, -ASKED_DAYS) ? last : null
}

/** Quarters in their order. */
function rank({ year, quarter }: Quarter): number {
  return year * 4 + quarter
}

/** What a row of the ledger shows of the texts that stand: those of the last quarter that has any, each with its unit where there are several. */
export function progressWords(texts: readonly Pick<ProgressUpdate, 'year' | 'quarter' | 'orgName' | 'words'>[]): string {
  const last = Math.max(...texts.map(rank))
  const shown = texts.filter((text) => rank(text) === last)
  return shown.map(({ orgName, words }) => (shown.length > 1 ? `${orgName}：${words}` : words)).join('；')
}
