import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PlanView } from '#contract/plan.ts'
import { vaguePromises } from '#test/year/example-oracle.ts'
import { standingOn } from '#test/year/fact.ts'
import { define, type Entered, namesNow } from '#test/year/fill.ts'
import { generateYear } from '#test/year/generate.ts'
import { type Expected, expectOn, type Promised } from '#test/year/oracle.ts'
import { namesIn } from '#test/year/milestones.ts'
import { examplePlan, samplePlan, vagueAnswers, type YearPlan } from '#test/year/plans.ts'
import { expectRepaid, HOLIDAYS, MADE_UP } from '#test/year/sample-oracle.ts'
import { shownOf } from '#test/year/shown.ts'
import { startYearCourt, type YearCourt } from '#test/year/year-court.ts'

const SEED = 20_260_131
const DAYS = ['2026-03-31', '2026-06-30', '2026-09-15', '2026-12-31', '2027-01-08', '2027-02-08'] as const
/** On the evening of this day the vague commitments are defined and the work days of the year are entered. */
const DECIDED = '2026-06-30'
const LAST = DAYS[5]
const plans = [samplePlan, ...(examplePlan === null ? [] : [examplePlan])]
const here = new Set(plans.flatMap(({ promises }) => promises.map(({ c }) => c)))
// what was done for a plan that is not here alone is left out
const facts = generateYear(SEED).filter(({ entry }) => namesIn(entry).length === 0 || namesIn(entry).some((c) => here.has(c)))
if (examplePlan === null) console.warn('skipped: the example plan in ../shared is not here')

let court: YearCourt
let entered: Entered = new Map()
const ids = new Map<string, string>()
const named = new Map<string, readonly string[]>()
/** What was still asked of each commitment when it was first counted. */
const asked = new Map<string, readonly string[]>()
/** What each commitment showed on each day, by `C1 2026-03-31`. */
const shown = new Map<string, readonly Expected[]>()
/** The instant of each day at which it was looked at. */
const instants = new Map<string, string>()

beforeAll(async () => {
  court = await startYearCourt('2026-01-31', named)
  const planIds = new Map<string, string>()
  for (const plan of plans) planIds.set(plan.name, await takeUp(plan))
  await court.live(facts, DAYS, async (day, records) => {
    entered = records
    for (const [c, id] of ids) shown.set(`${c} ${day}`, inOrder(await shownOf(court.ask, entered, id)))
    instants.set(day, court.server.clock.now())
    // what is decided on the evening of a day was not known on that day
    court.server.clock.forward(5)
    if (day === DECIDED) await decide(planIds.get(examplePlan?.name ?? '') ?? null)
  })
}, 600_000)
afterAll(() => court.server.close())

/** Imports a plan, answers what its office answers at once, confirms it and says how its commitments are counted. */
async function takeUp(plan: YearPlan): Promise<string> {
  const planId = await court.importPlan(plan.name, plan.bytes)
  await court.answer(planId, plan.answerOf)
  const { commitments } = PlanView.parse(await court.ask('GET', `/plans/${planId}`))
  await plan.prepare(court.ask, planId)
  await court.ask('POST', `/plans/${planId}/confirm`, { clause: null })
  const names = await namesNow(court.ask)
  const definitions = plan.definitions(names)
  for (const [c, open] of await define(court.ask, planId, definitions, names)) asked.set(c, open)
  for (const { c, ref } of definitions) {
    const id = commitments.find((commitment) => commitment.ref === ref)?.id ?? ''
    ids.set(c, id)
    named.set(c, [id])
  }
  return planId
}

async function decide(planId: string | null): Promise<void> {
  await court.ask('PUT', '/work-calendar', { year: 2026, version: 0, holidays: HOLIDAYS, makeUpWorkDays: MADE_UP })
  if (planId !== null)
    await court.answer(planId, ({ refs }) => refs.map((ref) => vagueAnswers[ref]?.answer).find((answer) => answer !== undefined) ?? null)
}

const nameOf = ({ from, who }: Expected) => `${from} ${who}`
const isVague = ({ c }: Promised) => vaguePromises.some((promised) => promised.c === c)

function inOrder(several: readonly Expected[]): readonly Expected[] {
  return several.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : Number(nameOf(a) > nameOf(b))))
}

describe.for(plans)('$name', ({ promises, inForce, name }) => {
  const all = name === samplePlan.name ? promises : [...promises, ...vaguePromises]

  test.for(DAYS.flatMap((day) => all.map((promised) => [promised.c, day, promised] as const)))('%s on %s', ([c, day, promised]) => {
    const expected = expectOn(promised, inForce, { day, known: standingOn(facts, day), knownOn: day })
    expect(shown.get(`${c} ${day}`)).toEqual(isVague(promised) && day <= DECIDED ? [] : inOrder(expected))
  })

  test.for(all.map((promised) => [promised.c, promised] as const))('%s in September as all is known in the end', async ([c, promised]) => {
    const day = '2026-09-15'
    const expected = expectOn(promised, inForce, { day, known: standingOn(facts, LAST), knownOn: LAST })
    expect(inOrder(await shownOf(court.ask, entered, ids.get(c) ?? '', `?asOf=${day}`))).toEqual(inOrder(expected))
  })

  test.for(all.map((promised) => [promised.c, promised] as const))('%s in September as it was known then', async ([c, promised]) => {
    const day = '2026-09-15'
    const query = `?asOf=${day}&knownAt=${instants.get(day) ?? ''}`
    // the roster is always taken as it is known now
    const expected = expectOn(promised, inForce, { day, known: standingOn(facts, day), knownOn: LAST })
    expect(inOrder(await shownOf(court.ask, entered, ids.get(c) ?? '', query))).toEqual(inOrder(expected))
  })

  test('the year holds something of everything', () => {
    const states = new Set(all.flatMap(({ c }) => DAYS.flatMap((day) => shown.get(`${c} ${day}`)?.map(({ state }) => state) ?? [])))
    expect([...states].toSorted()).toEqual(['met', 'missed', 'open', 'short', 'upcoming'])
  })
})

test.for(DAYS)('a limit in work days on %s', (day) => {
  expect(shown.get(`S14 ${day}`)).toEqual(inOrder(expectRepaid(standingOn(facts, day), day, day > DECIDED)))
})

test.skipIf(examplePlan === null)('the three vague ones ask until a person says what they mean', () => {
  const open = Object.values(vagueAnswers).map(({ code }) => [code])
  expect(vaguePromises.map(({ c }) => asked.get(c))).toEqual(open)
  expect([...asked].filter(([, codes]) => codes.length > 0).map(([c]) => c)).toEqual(vaguePromises.map(({ c }) => c))
})

test('everything kept is what a full evaluation comes to', async () => {
  const { commitments, occurrences, differing } = await court.compare()
  expect(differing).toEqual([])
  expect([commitments, occurrences > 200]).toEqual([ids.size, true])
})
