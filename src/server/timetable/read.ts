import { type Day, yearOf } from '#core/day/day.ts'
import type { TimetableRow } from '#core/timetable/timetable.ts'
import { loadTimetable, type Whose } from '#server/timetable/rows.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** As many rows go to a page. */
const MOST = 2000

/** 时间表 of a unit, a leading post or all that is seen. */
export async function getTimetable(
  context: Context,
  { year = yearOf(context.asOf), ...whose }: Omit<Whose, 'year'> & { readonly year?: number | undefined },
): Promise<{ year: number; today: Day; total: number; rows: readonly TimetableRow[] }> {
  return view(context, async ({ tx, allow, scope }) => {
    allow('timetable:read')
    return { year, today: context.asOf, ...(await loadTimetable(tx, await scope(), { ...whose, year }, MOST)) }
  })
}
