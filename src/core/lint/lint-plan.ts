import { compare, type Rational, rationalOf, add, multiply, whole, toDecimal, zero } from '#core/quantity/rational.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import type { Day } from '#core/day/day.ts'
import type { LintFinding } from '#core/lint/finding.ts'
import type { Reading } from '#core/draft/reading.ts'
import { type Span, textOf } from '#core/text/span.ts'

/** One commitment as the linter looks at it, of a draft or of a stored plan. */
export interface LintItem {
  readonly id: string
  readonly ref: string
  readonly span: Span
  /** The whole sentence it stands in. */
  readonly sentence: Span
  readonly within: string | null
  readonly reading: Reading
}

/** A plan before it is issued. `from`: the day it is dated or in force from; null where that is not known. */
export interface LintPlan {
  readonly text: string
  readonly from: Day | null
  readonly items: readonly LintItem[]
}

type Found = Pick<LintFinding, 'code' | 'params'>
/** What is wrong with one commitment, by itself or beside the others. */
type Rule = (item: LintItem, plan: LintPlan, others: Others) => readonly Found[]

/** What rules look up of the other commitments. */
interface Others {
  readonly byId: ReadonlyMap<string, LintItem>
  readonly byPromise: ReadonlyMap<string, readonly LintItem[]>
  readonly byAct: ReadonlyMap<string, readonly LintItem[]>
  readonly daysOf: ReadonlyMap<string, Rational>
}

/** A year has about so many work days; nobody owes more of them. */
const WORK_DAYS = 250

const rules: readonly Rule[] = [noOwner, noDeadline, noUnit, noDenominator, vague, pastDeadline, order, duplicate, clash, tooManyDays]

/** 方案体检: everything a drafter would better mend before the plan is issued, in the order of the text. */
export function lintPlan(plan: LintPlan): readonly LintFinding[] {
  const others = lookUp(plan)
  return plan.items
    .flatMap((item) =>
      rules.flatMap((rule) => rule(item, plan, others).map((each) => ({ ...each, commitment: item.id, ref: item.ref, span: item.span }))),
    )
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

function noOwner({ reading: { leaders, leadOrgs, owners }, within }: LintItem): readonly Found[] {
  return within === null && leaders.length + leadOrgs.length + owners.length === 0 ? [found('no-owner')] : []
}

/** What recurs or goes on for ever needs no day; 立行立改 has its limit. */
function noDeadline({ reading: { period, deadline, deadlineText, nature, kind }, within }: LintItem): readonly Found[] {
  const isOnce = period.value.unit === 'once' && kind !== 'undefined' && within === null
  return isOnce && deadline === null && deadlineText === null && (nature === null || nature.value === 'staged')
    ? [found('no-deadline')]
    : []
}

function noUnit({ reading: { kind, value, unit } }: LintItem): readonly Found[] {
  return (kind === 'count' || kind === 'duration') && value !== null && unit === null ? [found('no-unit', { value: value.value })] : []
}

function noDenominator({ reading: { kind, base, object } }: LintItem): readonly Found[] {
  return kind === 'ratio' && base === null && object === null ? [found('no-denominator')] : []
}

function vague({ reading: { kind }, span }: LintItem, { text }: LintPlan): readonly Found[] {
  return kind === 'undefined' ? [found('vague', { words: textOf(text, span) })] : []
}

function pastDeadline({ reading: { deadline } }: LintItem, { from }: LintPlan): readonly Found[] {
  return deadline !== null && from !== null && deadline.value < from ? [found('past-deadline', { day: deadline.value, from })] : []
}

function order({ reading: { deadline }, within }: LintItem, _: LintPlan, { byId }: Others): readonly Found[] {
  const parent = within === null ? null : (byId.get(within)?.reading.deadline ?? null)
  return deadline !== null && parent !== null && deadline.value > parent.value
    ? [found('order', { day: deadline.value, whole: parent.value })]
    : []
}

/** Said of the later one. */
function duplicate(item: LintItem, { text }: LintPlan, { byPromise }: Others): readonly Found[] {
  const first = byPromise.get(promiseOf(item, text))?.[0]
  return first !== undefined && first.sentence.start !== item.sentence.start ? [found('duplicate', { ref: first.ref })] : []
}

/** Said of the later one. */
function clash(item: LintItem, _: LintPlan, { byAct }: Others): readonly Found[] {
  const { value, unit } = item.reading
  const first = byAct.get(actOf(item))?.find((each) => each.reading.value !== null)
  if (first === undefined || first.id === item.id || value === null || first.reading.value === null) return []
  return compare(exact(value.value), exact(first.reading.value.value)) === 0
    ? []
    : [
        found('clash', {
          ref: first.ref,
          value: `${value.value}${unit?.value ?? ''}`,
          other: `${first.reading.value.value}${unit?.value ?? ''}`,
        }),
      ]
}

/** Said of the largest one. */
function tooManyDays(item: LintItem, plan: LintPlan, { daysOf }: Others): readonly Found[] {
  const who = whoOf(item)
  const days = who === null ? null : (daysOf.get(who) ?? null)
  if (who === null || days === null || compare(days, whole(WORK_DAYS)) <= 0) return []
  const same = plan.items.filter((each) => whoOf(each) === who)
  const largest = same.reduce((a, b) => (compare(yearly(b), yearly(a)) > 0 ? b : a))
  return largest.id === item.id ? [found('too-many-days', { days: toDecimal(days, 1, 'half-up'), most: String(WORK_DAYS), who })] : []
}

function lookUp({ items, text }: LintPlan): Others {
  const daysOf = new Map<string, Rational>()
  for (const item of items) {
    const who = whoOf(item)
    if (who !== null) daysOf.set(who, add(daysOf.get(who) ?? zero, yearly(item)))
  }
  return {
    byId: new Map(items.map((item) => [item.id, item])),
    byPromise: Map.groupBy(items, (item) => promiseOf(item, text)),
    byAct: Map.groupBy(
      items.filter((item) => actOf(item) !== ''),
      actOf,
    ),
    daysOf,
  }
}

/** The words of its sentence without marks and blanks, with those it is owed by. */
function promiseOf({ sentence, reading }: LintItem, text: string): string {
  const words = textOf(text, sentence).replaceAll(/[\s\p{P}]/gu, '')
  return [words, ...reading.leadOrgs.map(({ value }) => value)].join('|')
}

/** What is counted how often, by whom; '' where nothing is. */
function actOf({ reading: { kind, object, unit, period, scope, leadOrgs } }: LintItem): string {
  if ((kind !== 'count' && kind !== 'duration') || object === null) return ''
  const owner = leadOrgs.map(({ value }) => value).join('、')
  return [kind, object.value, unit?.value ?? '', period.value.unit, period.value.every, scope.value, owner].join('|')
}

/** By whom days are owed, one by one: the members of whom a sentence speaks, or a leader. Null where no single person owes them. */
function whoOf({ reading: { kind, unit, scope, leaders }, within }: LintItem): string | null {
  if (kind !== 'duration' || unit?.value !== '天' || within !== null) return null
  if (scope.value === 'per-member') return 'per-member'
  return scope.value === 'leader' ? (leaders[0]?.value ?? 'leader') : null
}

const A_YEAR = { month: 12, quarter: 4, 'half-year': 2, year: 1, week: 52, day: 365, once: 1, none: 1 } as const

/** How many days a year a promise of days comes to. */
function yearly({ reading: { value, period } }: LintItem): Rational {
  if (value === null) return zero
  const { unit, every } = period.value
  return multiply(exact(value.value), { n: BigInt(A_YEAR[unit]), d: BigInt(every) })
}

/** The compiler writes numbers as core does; what is longer than core holds is no number of days or times. */
function exact(text: string): Rational {
  const parsed = Decimal.safeParse(text)
  return parsed.success ? rationalOf(parsed.data) : zero
}

function found(code: LintFinding['code'], params: Readonly<Record<string, string>> = {}): Found {
  return { code, params }
}
