import { sql } from 'kysely'
import * as z from 'zod'
import type { CalendarMonth } from '#contract/calendar.ts'
import { Day, lastDayOfMonth } from '#core/day/day.ts'
import { isNow, type Moment } from '#core/moment/moment.ts'
import type { Pack } from '#core/pack/pack.ts'
import { recordSight } from '#server/access/records.ts'
import { dueWithin, type Narrowed } from '#server/calendar/due.ts'
import { recordedWithin } from '#server/calendar/recorded.ts'
import { editionFor, readAt, type WithJobs } from '#server/ledger/edition.ts'
import { namesOf } from '#server/record/names.ts'
import { view } from '#server/verb/change.ts'

type Caller = WithJobs & { readonly packs: readonly Pack[] }
const MOST = 200
const dayColumn = z.custom<Day>()

/** 日历: how much is due, ends with something owed, and was recorded on each day of a month. */
export async function calendarMonth(
  context: Caller,
  input: Narrowed & Moment & { readonly month: string },
): Promise<z.infer<typeof CalendarMonth>> {
  const edition = isNow(input, context.asOf) ? null : await editionFor(context, input, 'calendar:read')
  return view(context, async ({ tx: current, actor, allow, scope }) => {
    allow('calendar:read')
    const tx = edition === null ? current : readAt(current, actor.jurisdictionId, edition)
    const seen = await scope()
    const from = Day.parse(`${input.month}-01`)
    const to = lastDayOfMonth(Number(input.month.slice(0, 4)), Number(input.month.slice(5))) ?? from
    const span = { from, to }
    const due = await dueWithin(tx, seen, span, input)
      .select(['occurrence.latestSafeDay', 'occurrence.periodTo', (eb) => eb.fn.countAll<string>().as('count')])
      .groupBy(['occurrence.latestSafeDay', 'occurrence.periodTo'])
      .execute()
    const sight = await recordSight(tx, seen, context.packs)
    const recorded = await recordedWithin(tx, sight, span, input)
      .select([sql<string>`day::date`.as('day'), (eb) => eb.fn.countAll<string>().as('count')])
      .groupBy('day')
      .execute()
    const days = new Map<Day, { due: number; ends: number; recorded: number }>()
    const add = (day: string | null, part: 'due' | 'ends' | 'recorded', count: string): void => {
      if (day === null || day < from || day > to) return
      const at = dayColumn.parse(day)
      const found = days.get(at) ?? { due: 0, ends: 0, recorded: 0 }
      days.set(at, { ...found, [part]: found[part] + Number(count) })
    }
    for (const { latestSafeDay, periodTo, count } of due) {
      add(latestSafeDay, 'due', count)
      if (periodTo !== latestSafeDay) add(periodTo, 'ends', count)
    }
    for (const { day, count } of recorded) add(day, 'recorded', count)
    const units = await dueWithin(tx, seen, span, {})
      .select(sql<string>`unnest(ledger_entry.lead_orgs)`.as('unit'))
      .distinct()
      .orderBy('unit')
      .limit(MOST)
      .execute()
    const subjects = await dueWithin(tx, seen, span, {}).select('occurrence.subject').distinct().limit(MOST).execute()
    const keys = subjects.map(({ subject }) => subject)
    const names = await namesOf(
      tx,
      actor.jurisdictionId,
      keys.flatMap((key) => key.split('+')),
    )
    const named = keys.map((key) => ({ key, name: nameOf(key, names) }))
    return {
      today: input.asOf ?? context.asOf,
      stood: edition?.stood ?? null,
      days: [...days].map(([day, counts]) => ({ day, ...counts })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      units: units.map(({ unit }) => unit),
      subjects: named.filter(({ name }) => name !== '').toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    }
  })
}

/** The name of a subject: of a pair both. Empty where it has none (a record). */
export function nameOf(subject: string, names: Readonly<Record<string, string>>): string {
  return subject
    .split('+')
    .map((key) => names[key] ?? '')
    .join(' — ')
}
