import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { gravestOf } from '#core/light/gravest.ts'
import { Light, type Lit, lightFrom, type Thresholds } from '#core/light/light.ts'
import { currentOf } from '#core/ledger/current.ts'
import type { Occurrence } from '#core/occurrence/occurrence.ts'
import { addsUp } from '#core/occurrence/required.ts'
import { isCap } from '#core/occurrence/weigh.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { add, divide, min, one, type Rational, rationalOf, toDecimal, zero } from '#core/quantity/rational.ts'
import type { Terms } from '#core/terms/terms.ts'

/** By whom it is counted: the whole, or each person (also as holder of a post), org, pair of two, or record by itself. */
export const Per = z.enum(['whole', 'person', 'org', 'pair', 'record'])
export type Per = z.infer<typeof Per>

/**
 * 当前进度: what a row of the ledger says of a commitment as of a day, from its occurrences alone.
 * - Only the current occurrences are summed up (`currentOf`); those let off are left out while others are there.
 * - `subjects`, `met`: how many they are, and how many of them are met (5/9 人 已完成).
 * - `required`, `actual`: of one occurrence its own; of several their sums where they add up (次, 天, 件); of shares, indicators and coverage null.
 * - `owed`, `pace`: sums, null while a doubt leaves one open. `progress`: share that is done, 0 – 1: met ÷ subjects, of the whole actual ÷ required.
 * - `latestSafeDay`: the earliest of those not met. `light`: that of the gravest.
 * - `arrears` 往期未完成: earlier occurrences that were not met; they do not change the light of the current ones.
 */
export const Standing = z
  .object({
    per: Per,
    subjects: z.number().int(),
    met: z.number().int(),
    required: Decimal.nullable(),
    actual: Decimal.nullable(),
    unit: z.string(),
    owed: Decimal.nullable(),
    pace: Decimal.nullable(),
    progress: Decimal.nullable(),
    latestSafeDay: Day.nullable(),
    from: Day,
    to: Day.nullable(),
    arrears: z.number().int(),
    light: Light,
  })
  .readonly()
export type Standing = z.infer<typeof Standing>

/** An occurrence without the records that explain it. */
export type Brief = Lit & Pick<Occurrence, 'subject' | 'owed'>

/** The standing of a commitment from all its occurrences as of one day; null where there is none. */
export function standingOf(
  terms: Pick<Terms, 'target' | 'rhythm' | 'scope'>,
  occurrences: readonly Brief[],
  asOf: Day,
  thresholds: Thresholds,
): Standing | null {
  const all = currentOf(terms.rhythm, occurrences, asOf)
  const owing = all.filter(({ state }) => state !== 'waived')
  const current = owing.length > 0 ? owing : all
  const light = gravestOf(current.map((each) => lightFrom(each, terms.target, thresholds)))
  if (light === null) return null
  const met = current.filter(({ state }) => state === 'met').length
  const isSummed = current.length === 1 || addsUp(terms.target)
  const required = isSummed ? sumOf(current.map((each) => each.required)) : null
  const actual = isSummed ? sumOf(current.map((each) => each.actual)) : null
  const per = perOf(terms, current)
  const safeDays = current.flatMap(({ state, latestSafeDay }) => (isUnmet(state) && latestSafeDay !== null ? [latestSafeDay] : []))
  return {
    per,
    subjects: current.length,
    met,
    required: write(required),
    actual: write(actual),
    unit: terms.target.unit,
    owed: write(sumOf(current.map(({ owed }) => owed))),
    pace: write(sumOf(current.map(({ pace }) => pace))),
    progress: write(per !== 'whole' ? divide(count(met), count(current.length)) : isCap(terms.target) ? null : shareOf(actual, required)),
    latestSafeDay: safeDays.toSorted()[0] ?? null,
    from: current.map(({ period }) => period.from).toSorted()[0] ?? asOf,
    to: current.some(({ period }) => period.to === null)
      ? null
      : (current
          .flatMap(({ period }) => period.to ?? [])
          .toSorted()
          .at(-1) ?? null),
    arrears: arrearsOf(occurrences, new Set(all)),
    light,
  }
}

function isUnmet(state: Occurrence['state']): boolean {
  return state === 'open' || state === 'short' || state === 'missed'
}

function arrearsOf(occurrences: readonly Brief[], current: ReadonlySet<Brief>): number {
  return occurrences.filter((each) => !current.has(each) && (each.state === 'short' || each.state === 'missed')).length
}

function perOf({ scope }: Pick<Terms, 'scope'>, current: readonly Brief[]): Per {
  switch (scope.kind) {
    case 'org':
    case 'post':
      return current.length > 1 ? 'record' : 'whole'
    case 'pairs':
      return 'pair'
    case 'record':
      return 'record'
    case 'each':
      return current[0]?.subject.startsWith('org:') ? 'org' : 'person'
  }
}

/** Null where one of them is. */
function sumOf(values: readonly (Decimal | null)[]): Rational | null {
  let sum = zero
  for (const value of values) {
    if (value === null) return null
    sum = add(sum, rationalOf(value))
  }
  return sum
}

function shareOf(actual: Rational | null, required: Rational | null): Rational | null {
  if (actual === null || required === null) return null
  return required.n <= 0n ? one : min(one, divide(actual, required) ?? one)
}

function count(number: number): Rational {
  return { n: BigInt(number), d: 1n }
}

function write(value: Rational | null): Decimal | null {
  return value === null ? null : toDecimal(value, 6, 'half-up')
}
