import * as z from 'zod'
import { Decimal } from '#core/quantity/decimal.ts'
import { multiply, rationalOf, toDecimal } from '#core/quantity/rational.ts'

/** A share of each stratum, as the plan says it: `percent` above 0 and up to 100, rounded up; at least `atLeast` of each stratum that holds as many. */
const ShareRule = z
  .strictObject({
    kind: z.literal('share'),
    percent: Decimal.refine((text) => Number(text) > 0 && Number(text) <= 100, 'above 0, up to 100'),
    atLeast: z.number().int().min(0).max(1_000_000),
  })
  .readonly()

/** So many of each stratum. */
const CountRule = z.strictObject({ kind: z.literal('count'), count: z.number().int().min(1).max(1_000_000) }).readonly()

/** 抽取数量: how many are drawn of each stratum; a population without strata is one stratum. */
export const DrawRule = z.union([ShareRule, CountRule])
export type DrawRule = z.infer<typeof DrawRule>

/** How many of `size` the rule asks for; never more than there are. */
export function sampleSize(rule: DrawRule, size: number): number {
  if (rule.kind === 'count') return Math.min(rule.count, size)
  const share = toDecimal(multiply(rationalOf(rule.percent), { n: BigInt(size), d: 100n }), 0, 'up')
  return Math.min(size, Math.max(Number(share), rule.atLeast))
}

/** The rule as a line of the frozen text. */
export function ruleLine(rule: DrawRule): string {
  return rule.kind === 'share'
    ? `rule\tshare\t${toDecimal(rationalOf(rule.percent), 6, 'half-up')}\t${rule.atLeast}`
    : `rule\tcount\t${rule.count}`
}
