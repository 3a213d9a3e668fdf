import * as z from 'zod'
import { earlierOf } from '#core/calendar/months.ts'
import { addDays, Day, dayOf } from '#core/day/day.ts'
import { ancestryOn } from '#core/org/as-of.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { PackPost } from '#core/pack/pack.ts'
import { periodsOf } from '#core/period/periods-of.ts'
import { filersOf } from '#core/register/filers.ts'
import type { FilingDuty, Register } from '#core/register/register.ts'

/** A record as a filing: for whom, of which day, submitted when; `isZero`: 零报告. */
export interface Filing {
  readonly org: string
  readonly of: Day
  readonly submittedOn: Day
  readonly isZero: boolean
}

/**
 * Where a filing stands: `filed` in time, `late` 迟报, `missing` 未报 after its last day, `open` 待报 before it; `none`: nothing was due (the org did not stand
 * then, or the duty did not). `isZero`: all that was filed says that nothing happened.
 */
export const FilingState = z.object({ state: z.enum(['filed', 'late', 'missing', 'open', 'none']), isZero: z.boolean() }).readonly()
export type FilingState = z.infer<typeof FilingState>

/**
 * 填报情况 of a register as of a day, unit by period, this year's periods. `dueOn`: the last day on which a filing is not late. A row has one org, or all of
 * them where they file jointly; `states` in the order of `periods`. `unknown`: names of the register for which the organisation has nobody.
 */
export const FilingMatrix = z
  .object({
    periods: z.array(z.object({ from: Day, to: Day, dueOn: Day }).readonly()).readonly(),
    rows: z.array(z.object({ orgs: z.array(z.string()).readonly(), states: z.array(FilingState).readonly() }).readonly()).readonly(),
    unknown: z.array(z.string()).readonly(),
  })
  .readonly()
export type FilingMatrix = z.infer<typeof FilingMatrix>

/** What a matrix is worked out from. `filings`: of this year, in any order; `since`: the day the books began: of what ended before, only what was filed shows. */
export interface FilingFacts {
  readonly posts: readonly PackPost[]
  readonly organisation: Organisation
  readonly filings: readonly Filing[]
  readonly since: Day
  readonly asOf: Day
}

/** Who has filed, period by period, as of a day; null where the register has no duty. Of a unit counts what it or an org below it filed. */
export function filingMatrix(register: Pick<Register, 'filing' | 'filledBy'>, facts: FilingFacts): FilingMatrix | null {
  const { filing } = register
  if (filing === null) return null
  const { posts, organisation, asOf } = facts
  const periods = duePeriods(filing, facts)
  const began = filing.since ?? facts.since
  const columns = periods.map(({ to }) => filersOf(register, posts, organisation, to < asOf ? to : asOf))
  const known = facts.filings.filter(({ submittedOn }) => submittedOn <= asOf)
  const made = periods.map((period) => filingsByOrg(period, known, organisation))
  const single = columns.map(({ orgs }) => new Set(orgs))
  const names = filing.isJoint ? ['joint'] : organisation.orgs.map(({ id }) => id)
  const rows = names.flatMap((name) => {
    const filers = filing.isJoint ? columns.map(({ orgs }) => orgs) : single.map((orgs) => (orgs.has(name) ? [name] : []))
    const orgs = [...new Set(filers.flat())]
    if (orgs.length === 0) return []
    return [
      {
        orgs,
        states: periods.map(({ to, dueOn }, index) => stateOf(filers[index] ?? [], made[index], { dueOn, isDue: to >= began }, asOf)),
      },
    ]
  })
  return { periods, rows, unknown: columns.at(-1)?.unknown ?? [] }
}

/** The year's periods that have begun, from the first that was due or was filed for. */
function duePeriods({ every, unit, graceDays, since }: FilingDuty, facts: FilingFacts): FilingMatrix['periods'] {
  const { asOf } = facts
  const from = dayOf(Number(asOf.slice(0, 4)), 1, 1) ?? asOf
  const start = facts.filings.reduce((first, { of }) => earlierOf(first, of), since ?? facts.since)
  return periodsOf({ kind: 'every', count: every, unit, from, to: null, starts: 'calendar', partial: 'full' }, asOf).flatMap((period) =>
    period.to === null || period.from > asOf || period.to < start
      ? []
      : [{ from: period.from, to: period.to, dueOn: addDays(period.to, graceDays) }],
  )
}

/** The filings of a period by whom they count for: the org they were made for, and all above it. */
function filingsByOrg(
  { from, to }: FilingMatrix['periods'][number],
  filings: readonly Filing[],
  organisation: Organisation,
): ReadonlyMap<string, readonly Filing[]> {
  const made = new Map<string, Filing[]>()
  const ancestorsOf = ancestryOn(organisation, to)
  const own = Map.groupBy(
    filings.filter(({ of }) => of >= from && of <= to),
    ({ org }) => org,
  )
  for (const [org, those] of own) {
    for (const id of [org, ...ancestorsOf(org)]) {
      const known = made.get(id)
      if (known === undefined) made.set(id, [...those])
      else for (const filing of those) known.push(filing)
    }
  }
  return made
}

function stateOf(
  filers: readonly string[],
  made: ReadonlyMap<string, readonly Filing[]> | undefined,
  { dueOn, isDue }: { readonly dueOn: Day; readonly isDue: boolean },
  asOf: Day,
): FilingState {
  if (filers.length === 0) return { state: 'none', isZero: false }
  const own = filers.flatMap((id) => made?.get(id) ?? [])
  if (own.length === 0) return { state: !isDue ? 'none' : asOf > dueOn ? 'missing' : 'open', isZero: false }
  const isZero = own.every((filing) => filing.isZero)
  const isInTime = !isDue || own.some(({ submittedOn }) => submittedOn <= dueOn)
  return { state: isInTime ? 'filed' : 'late', isZero }
}
