import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { PlanView } from '#contract/plan.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let unit: string
/** Before anything was taken away. */
let knownAt: string

beforeAll(async () => {
  court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  unit = (await signInNew(court.server, office, { person: court.person('程砚秋'), name: '程砚秋', post: 'unit' })).cookie
  await enter(court, 'study-session', studyOf(court, '2026-02-02'))
  knownAt = court.server.clock.now()
  court.server.clock.forward(1)
})
afterAll(() => court.server.close())

const Rows = z.object({ rows: z.array(z.looseObject({ ref: z.string() })) })

async function refs(cookie: string, moment: object): Promise<readonly string[]> {
  const view = { plan: null, filters: [], sort: [], groupBy: null, ...moment }
  const { body } = await court.server.ask('POST', '/api/ledger/window', { view, offset: 0, limit: 50 }, cookie)
  return Rows.parse(body).rows.map(({ ref }) => ref)
}

async function commitment(ref: string) {
  const { commitments } = PlanView.parse((await court.ask('GET', `/plans/${court.planId}`)).body)
  const found = commitments.find((each) => each.ref === ref)
  if (found === undefined) throw new Error(ref)
  return found
}

test('what is not seen today is not seen by looking back; what replaced it opens the way', async () => {
  const before = await refs(unit, {})
  expect(before).toEqual(expect.arrayContaining(['1-1-1', '1-1-2']))
  const taken = await commitment('1-1-1')
  const path = `/plans/${court.planId}/commitments`
  await court.ask('PATCH', `${path}/${taken.id}`, {
    version: taken.version,
    changes: { leadOrgs: ['办公室'], supportingOrgs: [] },
    note: '',
  })
  const whole = await commitment('1-1-2')
  const parts = ['甲', '乙'].map((text) => ({ span: null, text, changes: {} }))
  expect(await court.ask('POST', `${path}/${whole.id}/split`, { version: whole.version, parts })).toMatchObject({ status: 200 })
  const back = await refs(unit, { knownAt })
  expect(back).not.toContain('1-1-1')
  expect(back).toContain('1-1-2')
  expect(await refs(unit, {})).not.toContain('1-1-2')
  const page = (query: string) => court.server.ask('GET', `/api/commitments/${whole.id}${query}`, null, unit)
  expect([(await page('')).status, (await page(`?knownAt=${encodeURIComponent(knownAt)}`)).status]).toEqual([404, 200])
  const gone = await court.server.ask('GET', `/api/commitments/${taken.id}?knownAt=${encodeURIComponent(knownAt)}`, null, unit)
  expect(gone.status).toBe(404)
})

test('a record of another unit that was returned since is with those who mend it, in the past too', async () => {
  const window = async (cookie: string, moment: object) => {
    const payload = { offset: 0, limit: 10, ...moment }
    return z
      .object({ total: z.number() })
      .parse((await court.server.ask('POST', '/api/registers/study-session/records/window', payload, cookie)).body)
  }
  const { record } = await enter(court, 'study-session', studyOf(court, '2026-02-03'))
  const then = court.server.clock.now()
  const seen = (await window(unit, { knownAt: then })).total
  court.server.clock.forward(1)
  await court.ask('POST', `/records/${record.id}/review`, { revision: 1, state: 'returned', note: '请补充' })
  expect((await window(unit, { knownAt: then })).total).toBe(Math.max(0, seen - 1))
})

test.for(['/home', '/calendar?month=2026-03', '/register-activity', '/plans'])('days out of range are refused: %s', async (path) => {
  const answer = await court.ask('GET', `${path}${path.includes('?') ? '&' : '?'}asOf=1989-12-31`)
  expect(answer).toMatchObject({ status: 422, body: { data: { refusal: 'day-out-of-range' } } })
})
