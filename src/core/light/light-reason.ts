import * as z from 'zod'
import { daysFromTo } from '#core/calendar/months.ts'
import { type Light, lightOf } from '#core/light/light.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { isCap } from '#core/occurrence/weigh.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { max, type Rational, rationalOf, subtract, toDecimal, zero } from '#core/quantity/rational.ts'
import type { Target } from '#core/target/measure.ts'

/**
 * Why an occurrence shows its light, with the figures of the sentence that says so (quantities in the unit of what is counted).
 * - `done` (actual, required, on, late: whether after the last day) · `kept` a cap that holds so far (actual, required) · `waived`.
 * - `doubt` (doubt: its code) · `overdue` (to, actual, required, owed) · `broken` a cap passed (actual, required).
 * - `due-soon` (days, safe, owed) · `too-late`: the latest safe day has passed (left: days to the end, safe, owed) · `behind` (pace, actual, gap, safe) · `ahead` on track (pace, actual) · `open` on track without a pace.
 * - `not-started` (pace, safe) · `upcoming` (from).
 */
export const LightReason = z
  .object({
    code: z.enum([
      'done',
      'kept',
      'waived',
      'doubt',
      'overdue',
      'broken',
      'due-soon',
      'too-late',
      'behind',
      'ahead',
      'open',
      'not-started',
      'upcoming',
    ]),
    params: z.record(z.string(), z.string()),
  })
  .readonly()
export type LightReason = z.infer<typeof LightReason>

/** Why an occurrence shows its light. */
export function lightReason(occurrence: Occurrence, target: Target, light: Light = lightOf(occurrence, target)): LightReason {
  const { period, latestSafeDay, asOf } = occurrence
  const figures = figuresOf(occurrence)
  const isCapped = isCap(target)
  const reason = (code: LightReason['code'], ...names: readonly string[]): LightReason => ({
    code,
    params: Object.fromEntries(names.flatMap((name) => (figures[name] === undefined ? [] : [[name, figures[name]]]))),
  })
  switch (light) {
    case 'done':
      return isCapped ? reason('kept', 'actual', 'required') : reason('done', 'actual', 'required', 'on', 'late')
    case 'waived':
      return reason('waived')
    case 'undetermined':
      return { code: 'doubt', params: { doubt: occurrence.doubts[0]?.code ?? '', ...occurrence.doubts[0]?.params } }
    case 'overdue':
      return isCapped || period.to === null || asOf <= period.to
        ? reason('broken', 'actual', 'required')
        : reason('overdue', 'to', 'actual', 'required', 'owed')
    case 'due-soon': {
      const safe = latestSafeDay ?? asOf
      return safe < asOf
        ? { code: 'too-late', params: { ...reason('too-late', 'safe', 'owed').params, left: daysLeft(asOf, period.to ?? asOf, 0) } }
        : { code: 'due-soon', params: { ...reason('due-soon', 'safe', 'owed').params, days: daysLeft(asOf, safe, 1) } }
    }
    case 'behind':
      return reason('behind', 'pace', 'actual', 'gap', 'safe', 'owed')
    case 'not-started':
      return asOf < period.from ? reason('upcoming', 'from') : reason('not-started', 'pace', 'safe')
    case 'on-track':
      if (isCapped) return reason('kept', 'actual', 'required')
      return occurrence.pace === null ? reason('open', 'actual', 'required') : reason('ahead', 'pace', 'actual', 'safe')
  }
}

/** The figures a sentence may name. Of a ratio or coverage what is counted is its upper side. */
function figuresOf(occurrence: Occurrence): Readonly<Record<string, string>> {
  const { period, running, pace, owed, latestSafeDay, metOn, required, actual, numerator } = occurrence
  const done = (running === null ? actual : numerator) ?? nothing
  const found: Readonly<Record<string, string | null>> = {
    actual: done,
    required: running ?? required,
    owed,
    pace: pace === null ? null : rounded(rationalOf(pace)),
    gap: pace === null ? null : rounded(max(zero, subtract(rationalOf(pace), rationalOf(done)))),
    safe: latestSafeDay,
    to: period.to,
    from: period.from,
    on: metOn,
    late: metOn !== null && period.to !== null && metOn > period.to ? 'yes' : null,
  }
  return Object.fromEntries(Object.entries(found).flatMap(([key, value]) => (value === null ? [] : [[key, value]])))
}

const nothing = Decimal.parse('0')

/** One place is enough to read. */
function rounded(value: Rational): string {
  return toDecimal(value, 1, 'half-up')
}

/** Days from one to another, both counted, less some. */
function daysLeft(from: Occurrence['asOf'], to: Occurrence['asOf'], less: number): string {
  return String(Math.max(0, daysFromTo(from, to) - less))
}
