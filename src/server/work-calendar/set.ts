import { setWorkYear } from '#core/calendar/set-work-year.ts'
import type { WorkYear } from '#core/calendar/work-year.ts'
import { lockOccurrences } from '#server/occurrence/clock.ts'
import { loadCountings } from '#server/counting/load.ts'
import { recompute } from '#server/occurrence/recompute.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'
import { loadWorkYears, type StoredWorkYear } from '#server/work-calendar/load.ts'

/** 设定工作日: a person enters or changes the work days of a year; what is due by limits in work days follows at once. */
export async function setYear(context: Context, input: WorkYear & { readonly version: number }): Promise<StoredWorkYear> {
  return change(context, async ({ tx, actor, allow, record }) => {
    const { jurisdictionId } = actor
    allow('work-calendar:set')
    const asOf = await lockOccurrences(tx, jurisdictionId, context.asOf)
    const before = (await loadWorkYears(tx, jurisdictionId)).find(({ year }) => year === input.year) ?? null
    if ((before?.version ?? 0) !== input.version) throw new AppError('CONFLICT', { version: before?.version ?? 0 })
    const { year, holidays, makeUpWorkDays } = accepted(setWorkYear(before, input))
    const version = input.version + 1
    await tx
      .insertInto('workYear')
      .values({
        jurisdictionId,
        year,
        version,
        holidays: JSON.stringify(holidays),
        makeUpWorkDays: JSON.stringify(makeUpWorkDays),
        enteredAt: context.now,
        enteredBy: actor.accountId,
        enteredByName: actor.name,
      })
      .execute()
    const limited = (await loadCountings(tx, jurisdictionId)).filter(
      ({ terms }) => terms?.rhythm.kind === 'within' && terms.rhythm.unit === 'workDay',
    )
    await recompute(tx, { jurisdictionId, asOf, only: new Set(limited.map(({ commitment }) => commitment)) })
    const after = { holidays, makeUpWorkDays }
    await record({
      verb: 'work-calendar.set',
      subject: { kind: 'work-year', id: String(year) },
      before: before === null ? null : { holidays: before.holidays, makeUpWorkDays: before.makeUpWorkDays },
      after,
    })
    return { year, ...after, version, enteredBy: actor.name, enteredAt: context.now }
  })
}
