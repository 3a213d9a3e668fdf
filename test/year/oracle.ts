import { isOn } from '#test/year/court-people.ts'
import { daysFrom, later } from '#test/year/draw.ts'
import type { Standing } from '#test/year/fact.ts'

/**
 * What each commitment must show, worked out by plain loops over the facts of the year. Written from the domain model alone and sharing no line with the
 * product's own evaluation: where both agree, two independent readings of the model agree.
 */

/** What was measured, and of which facts: `whole`, or the sides of a share. */
export interface Found {
  /** Null: nothing to measure yet. */
  readonly value: number | null
  readonly counted: readonly string[]
  readonly share?: { readonly above: number; readonly below: number; readonly belowCounted: readonly string[]; readonly grows: boolean }
  /** A change: where there is nothing to compare, nothing is known of what is owed. */
  readonly isChange?: true
}

/** Whose it is in which days, and what may be looked at: everything known, up to a day. */
export interface Asked {
  readonly who: string
  readonly from: string
  /** The last day that counts: of the period or the day asked for. */
  readonly to: string
  readonly known: readonly Standing[]
  readonly isMember: (day: string) => boolean
}

type Unit = 'year' | 'half-year' | 'quarter' | 'month' | 'week' | 'two-weeks' | 'once'

/** One commitment in the oracle's words. */
export interface Promised {
  readonly c: string
  readonly ref: string
  readonly unit: Unit
  readonly value: number
  /** Half days for days, hundredths for sums: what a requirement by days is rounded up to. */
  readonly step?: 0.5
  /**
   * `adds` up to its number, `days` likewise; `level` and `cap` (at most) are judged as they stand on the day; `limit`: what adds up must not grow past it.
   */
  readonly kind: 'adds' | 'level' | 'days' | 'cap' | 'limit'
  /** The end of a range: more is too much. */
  readonly upper?: number
  /** Its own last day, where it has one. */
  readonly by?: string
  /** What the upper side of a share can grow by. */
  readonly shareStep?: 1 | 0.01
  /** Who owes it, from – to; nobody named: the court, always. */
  readonly who?: readonly { readonly name: string; readonly from: string; readonly to: string | null }[]
  readonly measure: (asked: Asked) => Found
}

/** When the plan is in force, where its years begin, and what a period that is cut short owes. */
export interface InForce {
  readonly from: string
  readonly to: string
  readonly year: 'calendar' | 'plan'
  readonly partial: 'full' | 'pro-rata'
}

/** What an occurrence must show. */
export interface Expected {
  readonly who: string
  readonly from: string
  readonly to: string
  readonly state: string
  readonly light: string
  readonly required: number
  readonly actual: number | null
  readonly owed: number | null
  readonly pace: number | null
  readonly latestSafeDay: string
  readonly counted: readonly string[]
  readonly below: readonly string[]
}

interface Period {
  readonly from: string
  readonly to: string
  /** Days of the whole period it is a part of. */
  readonly whole: number
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const
const WEEKS = { week: 1, 'two-weeks': 2 } as const

/** The periods that have begun by a day, and the next. */
function periodsOf({ unit, by }: Promised, { from, to, year, partial }: InForce, day: string): readonly Period[] {
  if (unit === 'once') return [{ from, to: by ?? to, whole: daysFrom(from, by ?? to) }]
  const periods: Period[] = []
  for (const { first, last } of wholePeriods(unit, from, unit === 'year' && year === 'plan')) {
    if (first > to) return periods
    if (last < from) continue
    const cut = { from: first < from ? from : first, to: last > to ? to : last }
    periods.push({ ...cut, whole: partial === 'pro-rata' ? daysFrom(first, last) : daysFrom(cut.from, cut.to) })
    if (cut.from > day) return periods
  }
  return periods
}

function* wholePeriods(
  unit: Exclude<Unit, 'once'>,
  from: string,
  isPlanYear: boolean,
): Generator<{ readonly first: string; readonly last: string }> {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  for (let index = 0; ; index += 1) {
    if (unit === 'week' || unit === 'two-weeks') {
      const monday = later(from, -((new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7))
      const first = later(monday, index * WEEKS[unit] * 7)
      yield { first, last: later(first, WEEKS[unit] * 7 - 1) }
    } else {
      const start = isPlanYear ? { month, date } : { month: 1, date: 1 }
      const months = MONTHS[unit] * index + start.month - 1
      const dayOf = (count: number, less: number) => new Date(Date.UTC(year, count, start.date - less)).toISOString().slice(0, 10)
      yield { first: dayOf(months, 0), last: dayOf(months + MONTHS[unit], 1) }
    }
  }
}

/** As of which day, by what was known on which. */
interface On {
  readonly day: string
  readonly known: readonly Standing[]
  readonly knownOn: string
}

/** Everything a commitment must show as of a day. */
export function expectOn(promised: Promised, inForce: InForce, { known, knownOn, day }: On): readonly Expected[] {
  // that somebody would leave was not known before
  const members = promised.who?.map((who) => (who.to !== null && who.to > knownOn ? { ...who, to: null } : who))
  const always = { name: 'the court', from: '0000-01-01', to: null }
  return periodsOf(promised, inForce, day).flatMap((period) =>
    (members ?? [always]).flatMap((who) => {
      const seen = period.from > day ? period.from : period.to < day ? period.to : day
      const belongs = who.from <= seen && (who.to === null || who.to >= period.from)
      return belongs ? [expectOne(promised, who, period, known, day)] : []
    }),
  )
}

function expectOne(
  promised: Promised,
  who: NonNullable<Promised['who']>[number],
  { from, to, whole }: Period,
  known: readonly Standing[],
  day: string,
): Expected {
  const { kind, value, step = 1, unit } = promised
  const isAdding = kind === 'adds' || kind === 'days' || kind === 'limit'
  const first = isAdding && who.from > from ? who.from : from
  const last = isAdding && who.to !== null && who.to < to ? who.to : to
  const days = daysFrom(first, last)
  const gone = Math.max(0, Math.min(days, daysFrom(first, day)))
  const required = isAdding ? upTo(step, (value * days) / whole) : value
  // what is not bound to a period still counts when it comes late
  const end = unit === 'once' || day < to ? day : to
  const found = promised.measure({
    who: who.name,
    from,
    to: end,
    known: known.filter((fact) => fact.from <= day),
    isMember: (on) => isOn(who, on),
  })
  const { value: actual, counted, share } = found
  // a share of nothing, when the period is over, is for a person to judge
  const isAsked = day > to && share?.below === 0
  const state = isAsked ? 'open' : stateOf(promised, { required, actual, isBefore: day < from, isOver: day > to })
  const running = share === undefined ? null : upTo(promised.shareStep ?? 1, (required / 100) * share.below)
  const owed = state === 'met' ? 0 : owedOf(promised, required, found, running)
  const pace = paceOf(promised, { required, running, grows: share?.grows ?? false, gone, days })
  const safe = kind === 'days' && owed !== null ? later(last, -Math.ceil(owed)) : last
  const done = share === undefined ? (actual ?? 0) : share.above
  const light = isAsked
    ? 'undetermined'
    : lightOf({
        state,
        kind,
        unit,
        day,
        safe,
        done,
        pace,
        total: running ?? required,
        isStarted: counted.length + (share?.belowCounted.length ?? 0) > 0,
      })
  return {
    who: who.name,
    from,
    to,
    state,
    light,
    required: rounded(required),
    actual: actual === null ? null : rounded(actual),
    owed: owed === null ? null : rounded(owed),
    pace: pace === null ? null : rounded(pace),
    latestSafeDay: safe,
    counted: counted.toSorted(),
    below: (share?.belowCounted ?? []).toSorted(),
  }
}

interface Judged {
  readonly required: number
  readonly actual: number | null
  readonly isBefore: boolean
  readonly isOver: boolean
}

function stateOf({ kind, upper }: Promised, { required, actual, isBefore, isOver }: Judged): string {
  if (isBefore) return 'upcoming'
  const done = actual ?? 0
  if ((kind === 'limit' && done > required) || (upper !== undefined && done > upper)) return 'missed'
  if (kind === 'limit') return isOver ? 'met' : 'open'
  const isMet = actual !== null && (kind === 'cap' ? actual <= required : actual >= required - 1e-9)
  if (isMet) return 'met'
  if (!isOver) return 'open'
  return actual === null || (actual === 0 && kind !== 'cap') ? 'missed' : 'short'
}

function owedOf({ kind }: Promised, required: number, { value, share, isChange }: Found, running: number | null): number | null {
  if (running !== null) return Math.max(0, running - (share?.above ?? 0))
  if (kind === 'limit') return 0
  if (kind === 'cap') return value === null ? null : Math.max(0, value - required)
  return value === null ? (kind === 'level' && isChange === undefined ? required : null) : Math.max(0, required - value)
}

interface Pacing {
  readonly required: number
  readonly running: number | null
  readonly grows: boolean
  readonly gone: number
  readonly days: number
}

function paceOf({ kind }: Promised, { required, running, grows, gone, days }: Pacing): number | null {
  if (running !== null) return grows ? running : (running * gone) / days
  return kind === 'adds' || kind === 'days' ? (required * gone) / days : null
}

interface Shown {
  readonly state: string
  readonly kind: Promised['kind']
  readonly unit: Promised['unit']
  readonly day: string
  readonly safe: string
  readonly done: number
  readonly pace: number | null
  readonly total: number
  readonly isStarted: boolean
}

/** 已完成 · 逾期 · 临期 (7 days; 15 for a year) · 滞后 (done + the larger of 1 and a tenth < pace) · 未启动 · 正常. */
function lightOf({ state, kind, unit, day, safe, done, pace, total, isStarted }: Shown): string {
  if (state === 'met') return 'done'
  if (state === 'short' || state === 'missed') return 'overdue'
  if (state === 'upcoming') return 'not-started'
  const isCap = kind === 'cap' || kind === 'limit'
  if (!isCap && daysFrom(day, safe) - 1 <= (unit === 'year' ? 15 : 7)) return 'due-soon'
  if (pace !== null && done + Math.max(1, total / 10) < pace - 1e-9) return 'behind'
  return isStarted || isCap ? 'on-track' : 'not-started'
}

function upTo(step: number, value: number): number {
  // + 0: never −0
  return Math.ceil(value / step - 1e-9) * step + 0
}

/** As it is written: at most six places. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
