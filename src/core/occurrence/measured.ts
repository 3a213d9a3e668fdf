import type { Day } from '#core/day/day.ts'
import type { Credit } from '#core/occurrence/credit.ts'
import type { Verdict } from '#core/occurrence/judge.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { type Rational, toDecimal } from '#core/quantity/rational.ts'
import type { WorkRecord } from '#core/record/record.ts'

/** By how much a measure grew on a day. */
export interface Growth {
  readonly day: Day
  readonly by: Rational
}

/** What a measure comes to. `value` null: there is nothing to measure. `growth`: in the order of days, where the measure adds up; else null. */
export interface Measured {
  readonly value: Rational | null
  readonly credits: readonly Credit[]
  readonly growth: readonly Growth[] | null
}

/** A record with what it adds, n ÷ d, written with at most six places. `on`: its last day unless said otherwise. */
export function creditOf(
  { id, revision, occurredOn }: WorkRecord,
  { counts, reason }: Verdict,
  n: bigint,
  d: bigint,
  on: Day = occurredOn.to,
): Credit {
  return { record: id, revision, counts, quantity: quantityOf(n, d), reason, on, part: 'whole' }
}

// made when first needed: a page that loads this file for its types calls no schema
let [none, once]: [Decimal?, Decimal?] = []

/** Almost every record adds one or nothing. */
function quantityOf(n: bigint, d: bigint): Decimal {
  if (n === 0n) return (none ??= Decimal.parse('0'))
  return n === d ? (once ??= Decimal.parse('1')) : toDecimal({ n, d }, 6, 'half-up')
}
