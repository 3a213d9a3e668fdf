import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Day, Instant } from '#core/day/day.ts'

/** The work days of a year as they stand, and who entered them. */
const StoredWorkYear = z
  .object({
    year: z.number().int(),
    holidays: z.array(Day).readonly(),
    makeUpWorkDays: z.array(Day).readonly(),
    version: z.number().int(),
    enteredBy: z.string(),
    enteredAt: Instant,
  })
  .readonly()

/** `asked`: years whose work days nobody entered, with how many occurrences wait for each. */
export const WorkCalendarView = z
  .object({
    today: Day,
    years: z.array(StoredWorkYear).readonly(),
    asked: z.array(z.object({ year: z.number().int(), occurrences: z.number().int() }).readonly()).readonly(),
  })
  .readonly()

const year = z.number().int().min(1990).max(2200)
const days = z.array(Day).max(366)

export const workCalendar = {
  get: oc
    .route({ method: 'GET', path: '/work-calendar', summary: '工作日', tags: ['work-calendar'] })
    .errors({ FORBIDDEN: { status: 403 } })
    .output(WorkCalendarView),
  /** Enters or changes the work days of a year. `version`: of the table that stands; 0 where there is none. What is due follows at once. */
  set: oc
    .route({ method: 'PUT', path: '/work-calendar', summary: '设定一年的工作日', tags: ['work-calendar'] })
    .errors({
      FORBIDDEN: { status: 403 },
      CONFLICT: { status: 409, data: z.object({ version: z.number().int() }) },
      REFUSED: { status: 422, data: z.object({ refusal: z.string(), params: z.record(z.string(), z.string()) }) },
    })
    .input(z.strictObject({ year, version: z.number().int().min(0), holidays: days, makeUpWorkDays: days }))
    .output(StoredWorkYear),
}
