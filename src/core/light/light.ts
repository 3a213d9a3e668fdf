import * as z from 'zod'
import { daysFromTo } from '#core/calendar/months.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { add, compare, max, multiply, type Rational, rationalOf, zero } from '#core/quantity/rational.ts'
import { isCap } from '#core/occurrence/weigh.ts'
import type { Target } from '#core/target/measure.ts'
import { Decimal } from '#core/quantity/decimal.ts'

/**
 * 红黄绿灯 by word: done 已完成, waived 免除, undetermined 待明确 (a person must first say something), overdue 逾期 (or a cap broken), due-soon 临期,
 * behind 滞后, not-started 未启动, on-track 正常. The word always stands beside the colour.
 */
const lights = ['done', 'waived', 'undetermined', 'overdue', 'due-soon', 'behind', 'not-started', 'on-track'] as const
export const Light = z.enum(lights)
export type Light = z.infer<typeof Light>

/** When a light changes; configuration, printed with the legend. `slack…`: how far behind pace is still on track, the larger of both. */
export const Thresholds = z
  .strictObject({
    dueSoonDays: z.number().int().min(0).max(366),
    dueSoonDaysOfYear: z.number().int().min(0).max(366),
    slackUnits: Decimal,
    slackPercent: Decimal,
  })
  .readonly()
export type Thresholds = z.infer<typeof Thresholds>

/** What holds until an office says otherwise. */
export const defaultThresholds: Thresholds = Thresholds.parse({
  dueSoonDays: 7,
  dueSoonDaysOfYear: 15,
  slackUnits: '1',
  slackPercent: '10',
})

/** What the light of an occurrence follows from. `isBegun`: some record counts in it. */
export type Lit = Pick<
  Occurrence,
  'state' | 'doubts' | 'period' | 'asOf' | 'latestSafeDay' | 'pace' | 'running' | 'required' | 'numerator' | 'actual'
> & { readonly isBegun: boolean }

/** The light of an occurrence as of its day, the first that fits: never stored by hand. Caps are never due soon: nothing is left to do for them. */
export function lightOf(occurrence: Occurrence, target: Target, thresholds: Thresholds = defaultThresholds): Light {
  return lightFrom({ ...occurrence, isBegun: isBegun(occurrence) }, target, thresholds)
}

/** Whether some record counts in an occurrence; what a change is measured against does not begin it. */
export function isBegun({ explanation }: Pick<Occurrence, 'explanation'>): boolean {
  return explanation.some(({ counts, part }) => counts && part !== 'base')
}

/** The same from what it follows from, where the records are not at hand. */
export function lightFrom(occurrence: Lit, target: Target, thresholds: Thresholds): Light {
  switch (occurrence.state) {
    case 'met':
      return 'done'
    case 'waived':
      return 'waived'
    case 'short':
    case 'missed':
      return 'overdue'
    case 'upcoming':
      return occurrence.doubts.length > 0 ? 'undetermined' : 'not-started'
    case 'open':
      if (occurrence.doubts.length > 0) return 'undetermined'
      if (isOverdue(occurrence)) return 'overdue'
      if (!isCap(target) && isDueSoon(occurrence, thresholds)) return 'due-soon'
      if (isBehind(occurrence, thresholds)) return 'behind'
      return !isCap(target) && !occurrence.isBegun ? 'not-started' : 'on-track'
  }
}

function isOverdue({ period, asOf }: Lit): boolean {
  return period.to !== null && asOf > period.to
}

/** At most so many days to the latest safe day, which is never after the due day. */
function isDueSoon({ latestSafeDay, period, asOf }: Lit, { dueSoonDays, dueSoonDaysOfYear }: Thresholds): boolean {
  if (latestSafeDay === null) return false
  return daysFromTo(asOf, latestSafeDay) - 1 <= (period.unit === 'year' ? dueSoonDaysOfYear : dueSoonDays)
}

/** done + max(slack units, slack % of what is required) < pace. */
function isBehind({ pace, running, required, numerator, actual }: Lit, { slackUnits, slackPercent }: Thresholds): boolean {
  if (pace === null || required === null) return false
  const done = numberOf(running === null ? actual : numerator)
  const share = multiply(numberOf(running ?? required), multiply(rationalOf(slackPercent), { n: 1n, d: 100n }))
  return compare(add(done, max(rationalOf(slackUnits), share)), rationalOf(pace)) < 0
}

function numberOf(decimal: Decimal | null): Rational {
  return decimal === null ? zero : rationalOf(decimal)
}
