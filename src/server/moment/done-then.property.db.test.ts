import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { correctAll, doer, doing, peopled } from '#server/moment/doings.fixture.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { casesOf } from '#test/long.ts'

let world: ClosureCourt
beforeAll(async () => {
  world = await startClosureCourt()
  await peopled(world)
})
afterAll(() => world.court.server.close())

const MINUTES_A_DAY = 1440
const LOOKING = ['office', 'leader'] as const

/** Lists, lights and counts that a day is told by. */
const CALLS: readonly (readonly [path: string, body?: object])[] = [
  ['/ledger/window', { offset: 0, limit: 100 }],
  ['/ledger/counts', { by: 'leadOrgs' }],
  ['/home'],
  ['/calendar?month=2026-03'],
  ['/calendar/day?day=2026-03-31'],
  ['/registers/study-session/records/window', { offset: 0, limit: 100 }],
  ['/register-activity'],
  ['/registers/study-session/filing'],
]

type Moment = { readonly asOf: string; readonly knownAt?: string }

async function answerTo([path, body]: (typeof CALLS)[number], who: string, moment: Moment | null): Promise<object> {
  const seen = { plan: null, filters: [], sort: [], groupBy: null, ...moment }
  const payload = path.startsWith('/ledger') ? { ...body, view: seen } : { ...body, ...moment }
  const query = moment === null ? '' : `${path.includes('?') ? '&' : '?'}${new URLSearchParams({ ...moment }).toString()}`
  const { status, body: answer } =
    body === undefined ? await world.ask(who, 'GET', `${path}${query}`) : await world.ask(who, 'POST', path, payload)
  return { status, ...without(answer) }
}

/** What says which day is looked at, and what is for acting now. */
function without({ stood: _stood, queue: _queue, today: _today, ...answer }: Readonly<Record<string, unknown>>): object {
  return answer
}

test(
  'where nothing corrects the past, a day is told later as it was told on its evening; corrected since, as it was known then',
  { timeout: 900_000 },
  async () => {
    const { court } = world
    const take = doer(world)
    const done = new Map<string, number>()
    const told: {
      readonly day: string
      readonly knownAt: string
      readonly who: string
      readonly call: (typeof CALLS)[number]
      readonly answer: object
    }[] = []
    const evening = fc.record({ doings: fc.array(doing, { minLength: 3, maxLength: 10 }), days: fc.integer({ min: 1, max: 5 }) })
    await fc.assert(
      fc.asyncProperty(evening, async ({ doings, days }) => {
        const day = dayInShanghai(court.server.clock.now())
        for (const one of doings) {
          const name = await take(one, day)
          if (name !== null) done.set(name, (done.get(name) ?? 0) + 1)
          court.server.clock.forward(1)
        }
        const knownAt = court.server.clock.now()
        for (const who of LOOKING) for (const call of CALLS) told.push({ day, knownAt, who, call, answer: await answerTo(call, who, null) })
        court.server.clock.forward(MINUTES_A_DAY * days)
        await world.signIn()
      }),
      { numRuns: casesOf(22, 12), seed: 20_260_331, endOnFailure: true },
    )
    const compare = async (momentOf: (each: (typeof told)[number]) => Moment): Promise<void> => {
      for (const each of told) {
        const [{ who, call, answer }, moment] = [each, momentOf(each)]
        const later = await answerTo(call, who, moment)
        expect({ moment, who, call, later }).toEqual({ moment, who, call, later: answer })
      }
    }
    await compare(({ day }) => ({ asOf: day }))
    expect(await correctAll(world)).toBeGreaterThan(5)
    await compare(({ day, knownAt }) => ({ asOf: day, knownAt }))
    console.log([...done].map(([name, count]) => `${name} ${count}`).join(', '))
    expect([...done.keys()]).toEqual(
      expect.arrayContaining(['entered', 'proved', 'request', 'agree', 'handed out', 'reminded', 'said', 'lights', 'register']),
    )
  },
)
