import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, REFUSED } from '#contract/errors.ts'
import { Stood } from '#contract/moment.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Light } from '#core/light/light.ts'
import { momentShape } from '#core/moment/moment.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { RecordId } from '#core/record/record.ts'
import { RegisterId } from '#core/register/field.ts'

/** Only what a unit leads (by its name in the ledger), or what one subject owes; as of a moment. */
const narrowed = { ...momentShape, unit: z.string().max(200).optional(), subject: z.string().max(200).optional() }

/** What falls on a day: `due` may be done until then at the latest, `ends` periods that end with something still owed; `recorded` facts. */
const CalendarDay = z.object({ day: Day, due: z.number().int(), ends: z.number().int(), recorded: z.number().int() }).readonly()

/** A month with the days on which something falls. `today`: or the day that is looked at; `stood`: of another moment than now, which. `units`, `subjects`: whom it may be narrowed to; at most 200 of each. */
export const CalendarMonth = z
  .object({
    today: Day,
    stood: Stood.nullable(),
    days: z.array(CalendarDay).readonly(),
    units: z.array(z.string()).readonly(),
    subjects: z.array(z.object({ key: z.string(), name: z.string() }).readonly()).readonly(),
  })
  .readonly()

/** What is owed by somebody until a day. `isLastSafe`: it can be met after it no more; else its period ends. */
const CalendarDue = z
  .object({
    commitment: CommitmentId,
    ref: z.string(),
    sentence: z.string(),
    subject: z.string(),
    owed: Decimal.nullable(),
    unit: z.string(),
    isLastSafe: z.boolean(),
    light: Light,
  })
  .readonly()

const CalendarRecord = z.object({ id: RecordId, register: RegisterId, title: z.string(), titleEn: z.string(), org: z.string() }).readonly()

/** One day; at most 200 of each, `total` of all. */
export const CalendarOfDay = z
  .object({
    due: z.object({ total: z.number().int(), items: z.array(CalendarDue).readonly() }).readonly(),
    recorded: z.object({ total: z.number().int(), items: z.array(CalendarRecord).readonly() }).readonly(),
  })
  .readonly()

export const calendar = {
  /** 日历: what is due and what was recorded in a month (`YYYY-MM`). */
  month: oc
    .route({ method: 'GET', path: '/calendar', summary: '日历(月)', tags: ['calendar'] })
    .errors({ FORBIDDEN, REFUSED })
    .input(z.strictObject({ month: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/), ...narrowed }))
    .output(CalendarMonth),
  day: oc
    .route({ method: 'GET', path: '/calendar/day', summary: '日历(日)', tags: ['calendar'] })
    .errors({ FORBIDDEN, REFUSED })
    .input(z.strictObject({ day: Day, ...narrowed }))
    .output(CalendarOfDay),
}
