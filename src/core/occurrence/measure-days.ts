import type { Counting } from '#core/counting/counting.ts'
import type { Day } from '#core/day/day.ts'
import { endedFrom, isMemberOn, recordsOf, type Window } from '#core/occurrence/candidates.ts'
import { creditOf, type Growth, type Measured } from '#core/occurrence/measured.ts'
import { judge } from '#core/occurrence/judge.ts'
import { isOfSubject } from '#core/occurrence/subject.ts'
import { countHalves, halfDaysOf } from '#core/record/half-days.ts'
import { add, zero } from '#core/quantity/rational.ts'
import type { WorkRecord } from '#core/record/record.ts'

/**
 * The days that a subject's records fill in the window: Σ over days of (morning filled + afternoon filled) ÷ 2. Each half counts once, for the first
 * record (by last day, first day, id) that fills it; days outside the window or the membership do not count, so a record is split by day. No day knows of another.
 */
export function measureDays(counting: Counting, window: Window): Measured {
  const taken = new Map<Day, number>()
  const credits = endedFrom(recordsOf(counting, window), window.from).flatMap((record) => {
    const days = daysInWindow(record, window)
    if (days.length === 0) return []
    const verdict = judge(record, counting, window)
    if (!verdict.counts) return [creditOf(record, verdict, 0n, 2n)]
    const held = days.filter(({ day }) => isMemberOn(window, day))
    if (held.length === 0) return [creditOf(record, { counts: false, reason: { code: 'not-a-member', params: {} } }, 0n, 2n)]
    let halves = 0
    for (const { day, halves: filled } of held) {
      const before = taken.get(day) ?? 0
      halves += countHalves(filled & ~before)
      taken.set(day, before | filled)
    }
    const reason = halves === 0 ? ({ code: 'days-counted-already', params: {} } as const) : verdict.reason
    return [creditOf(record, { counts: true, reason }, BigInt(halves), 2n)]
  })
  const filled = [...taken].map(([day, halves]): Growth => ({ day, by: { n: BigInt(countHalves(halves)), d: 2n } }))
  const growth = [...window.others, ...filled].toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return { value: growth.reduce((sum, { by }) => add(sum, by), zero), credits, growth }
}

function daysInWindow(record: WorkRecord, { from, to, days, subject, scope, view }: Window): ReturnType<typeof halfDaysOf> {
  if (record.occurredOn.from > to) return []
  return halfDaysOf(record.occurredOn).filter(
    ({ day }) =>
      (from === null || from <= day) &&
      day <= to &&
      (days === null || (days.from <= day && day <= days.to)) &&
      isOfSubject(record, subject, scope, day, view.roster),
  )
}
