import { sql } from 'kysely'
import type * as z from 'zod'
import type { WorkCalendarView } from '#contract/work-calendar.ts'
import type { Tx } from '#server/db/connect.ts'
import { view } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'
import { loadWorkYears } from '#server/work-calendar/load.ts'

/** 工作日: the years that are known, and those that limits in work days wait for. */
export async function getWorkCalendar(context: Context): Promise<z.infer<typeof WorkCalendarView>> {
  return view(context, async ({ tx, actor, allow }) => {
    allow('work-calendar:read')
    return {
      today: context.asOf,
      years: await loadWorkYears(tx, actor.jurisdictionId),
      asked: await loadAskedYears(tx, actor.jurisdictionId),
    }
  })
}

/** The years that kept occurrences wait for. Only limits in work days can, so only those are looked at. */
async function loadAskedYears(tx: Tx, jurisdictionId: string): Promise<{ readonly year: number; readonly occurrences: number }[]> {
  const rows = await tx
    .selectFrom('counting')
    .innerJoin('occurrence', (join) =>
      join
        .onRef('occurrence.jurisdictionId', '=', 'counting.jurisdictionId')
        .onRef('occurrence.commitmentId', '=', 'counting.commitmentId'),
    )
    .select([
      sql<string>`jsonb_path_query_first(occurrence.detail, '$.doubts[*] ? (@.code == "unknown-year").params.year') #>> '{}'`.as('year'),
      (eb) => eb.fn.countAll<string>().as('occurrences'),
    ])
    .where('counting.jurisdictionId', '=', jurisdictionId)
    .where('occurrence.jurisdictionId', '=', jurisdictionId)
    .where(sql`counting.terms #>> '{rhythm,unit}'`, '=', 'workDay')
    .where('occurrence.periodTo', 'is', null)
    .groupBy('year')
    .orderBy('year')
    .execute()
  return rows.flatMap(({ year, occurrences }) => (year === null ? [] : [{ year: Number(year), occurrences: Number(occurrences) }]))
}
