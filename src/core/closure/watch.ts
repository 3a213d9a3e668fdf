import * as z from 'zod'
import { addDays, Day } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** 回头看: what looking again at something closed found; a relapse opens it again. */
export const WatchCheck = z
  .object({
    on: Day,
    outcome: z.enum(['kept', 'relapsed']),
    note: z.string(),
    by: z.string(),
  })
  .readonly()
export type WatchCheck = z.infer<typeof WatchCheck>

/** Days from the closing, or the last look, to the next one, unless the office says otherwise. */
export const USUAL_WATCH_DAYS = 90

const SHORTEST_NOTE = 10

/** When to look again. `everyDays`: as the office has set it. */
export function watchDue(closedOn: Day, lastLooked: Day | null, everyDays: number): Day {
  return addDays(lastLooked ?? closedOn, everyDays)
}

/** Records a look: at what is closed, on a day since then and not to come, with what was seen. */
export function acceptCheck(
  { state, closedOn }: { readonly state: string; readonly closedOn: Day | null },
  check: Pick<WatchCheck, 'on' | 'note'>,
  today: Day,
): Outcome<true, 'closure-state' | 'check-in-future' | 'check-before-closing' | 'reason-too-short'> {
  if (state !== 'closed' || closedOn === null) return refuse('closure-state', { state })
  if (check.on > today) return refuse('check-in-future')
  if (check.on < closedOn) return refuse('check-before-closing', { closedOn })
  return check.note.length < SHORTEST_NOTE ? refuse('reason-too-short', { fewest: String(SHORTEST_NOTE) }) : accept(true)
}
