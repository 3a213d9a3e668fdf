import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PlanView } from '#contract/plan.ts'
import { OWN_PASSWORD, signInNew } from '#server/account/account.fixture.ts'
import { act, actor } from '#server/moment/history.fixture.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'
import { casesOf } from '#test/long.ts'

let court: Court
/** Those who look, by their logins: the office, a leader, a unit. */
let people: readonly (readonly [name: string, cookie: string])[]

beforeAll(async () => {
  court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const signIn = async (name: string, post: 'unit' | 'leader') => {
    const { cookie } = await signInNew(court.server, office, { person: court.person(name), name, post })
    return [name, cookie] as const
  }
  for (const ref of ['1-1-1', '1-1-2', '1-1-3'])
    CALLS.push([`/commitments/${court.commitment(ref)}`], [`/commitments/${court.commitment(ref)}/occurrences`])
  // who may see what is asked of now: the unit that looks on is named everywhere from the beginning to the end
  const path = `/plans/${court.planId}`
  for (const { id, version } of PlanView.parse((await court.ask('GET', path)).body).commitments)
    await court.ask('PATCH', `${path}/commitments/${id}`, { version, changes: { leadOrgs: ['政治部'] }, note: '' })
  for (const ref of ['1-1-1', '1-1-2', '1-1-3'])
    await court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, {
      version: 0,
      definition: definitionOf(court, 'study-session'),
    })
  people = [[LOGIN, office], await signIn('许明远', 'leader'), await signIn('程砚秋', 'unit')]
})

/** The next morning everybody signs in again, and the ledger is brought forward. */
async function sleep(): Promise<void> {
  court.server.clock.forward(MINUTES_A_DAY)
  await court.signIn()
  people = await Promise.all(
    people.map(async ([login]) => {
      const { cookie } = await court.server.ask('POST', '/api/session', { login, password: login === LOGIN ? PASSWORD : OWN_PASSWORD })
      return [login, cookie ?? ''] as const
    }),
  )
}
const MINUTES_A_DAY = 1440
afterAll(() => court.server.close())

interface Moment {
  readonly asOf: string
  readonly knownAt: string
}

/** What is asked: of now, or of a moment. Each list, light and count of the ledger's domain. */
const CALLS: (readonly [path: string, body?: object])[] = [
  ['/ledger/window', { offset: 0, limit: 100 }],
  ['/ledger/counts', { by: 'leadOrgs' }],
  ['/home'],
  ['/calendar?month=2026-03'],
  ['/calendar/day?day=2026-03-31'],
  ['/registers/study-session/records/window', { offset: 0, limit: 100 }],
  ['/registers/study-session/records/window', { offset: 0, limit: 100, text: '办公室', sort: { by: 'topic', isDown: true } }],
  ['/register-activity'],
  ['/registers/study-session/filing'],
  ['/plans'],
]

async function answerTo([path, body]: (typeof CALLS)[number], cookie: string, moment: Moment | null): Promise<unknown> {
  const seen = { plan: null, filters: [], sort: [], groupBy: null, ...moment }
  const payload = path.startsWith('/ledger') ? { ...body, view: seen } : { ...body, ...moment }
  const query = moment === null ? '' : `${path.includes('?') ? '&' : '?'}asOf=${moment.asOf}&knownAt=${encodeURIComponent(moment.knownAt)}`
  const asked =
    body === undefined
      ? court.server.ask('GET', `/api${path}${query}`, null, cookie)
      : court.server.ask('POST', `/api${path}`, payload, cookie)
  const { status, body: answer } = await asked
  return { status, ...without(answer) }
}

/** What says which moment is looked at, and what is for acting now. */
function without({ stood: _stood, queue: _queue, knownAt: _knownAt, today: _today, ...answer }: Readonly<Record<string, unknown>>): object {
  return answer
}

test('what was known is told later as it was told then', { timeout: 900_000 }, async () => {
  const take = actor(court)
  const done = new Map<string, number>()
  const told: { readonly moment: Moment; readonly name: string; readonly call: (typeof CALLS)[number]; readonly answer: unknown }[] = []
  const note = async (): Promise<void> => {
    const knownAt = court.server.clock.now()
    const moment = { asOf: dayInShanghai(knownAt), knownAt }
    for (const [name, cookie] of people)
      for (const call of CALLS) told.push({ moment, name, call, answer: await answerTo(call, cookie, null) })
    court.server.clock.forward(1)
  }
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 20 }), async (acts) => {
      for (const taken of acts) {
        const status = await take(taken)
        expect(status).toBeLessThan(500)
        if (status === 200) done.set(taken.kind, (done.get(taken.kind) ?? 0) + 1)
      }
      if (acts.length % 2 === 0) await sleep()
      await note()
    }),
    { numRuns: casesOf(60, 8), seed: 20_260_331, endOnFailure: true },
  )
  for (const { moment, name, call, answer } of told) {
    const [, cookie = ''] = people.find(([each]) => each === name) ?? []
    const later = await answerTo(call, cookie, moment)
    expect({ name, call, moment, later }).toEqual({ name, call, moment, later: answer })
  }
  console.log([...done].map(([kind, count]) => `${kind} ${count}`).join(', '))
  expect([...done.keys()].toSorted()).toEqual(
    ['ask', 'correct', 'define', 'edit', 'enter', 'join', 'merge', 'rename', 'accept', 'rule', 'split', 'void'].toSorted(),
  )
})
