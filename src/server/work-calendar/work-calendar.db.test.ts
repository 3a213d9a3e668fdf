import { afterAll, beforeAll, expect, test } from 'vitest'
import { WorkCalendarView } from '#contract/work-calendar.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
}, 60_000)
afterAll(() => court.server.close())

const get = async () => WorkCalendarView.parse((await court.ask('GET', '/work-calendar')).body)
const set = (version: number, holidays: readonly string[], makeUpWorkDays: readonly string[] = [], year = 2026) =>
  court.ask('PUT', '/work-calendar', { year, version, holidays, makeUpWorkDays })
const dueDays = async (query = '') => (await court.occurrences('1-1-1', query)).map(({ occurrence }) => occurrence.period.to)

test('a limit in work days asks for the year', async () => {
  const { commitments } = (await court.ask('GET', `/plans/${court.planId}`)).body
  const found = Array.isArray(commitments) ? commitments.find(({ ref }) => ref === '1-1-1') : null
  const changes = { kind: 'deadline', period: { unit: 'once', every: 1 }, comparator: '<=', value: '5', unit: '工作日' }
  const edited = await court.ask('PATCH', `/plans/${court.planId}/commitments/${found.id}`, { version: found.version, changes })
  expect(edited.status).toBe(200)
  const defined = await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session', { event: { register: 'study-session', where: null } }),
  })
  expect([defined.status, defined.body['open']]).toEqual([200, []])
  await enter(court, 'study-session', studyOf(court, '2026-02-13'))
  expect((await court.occurrences('1-1-1')).map(({ occurrence }) => [occurrence.period.to, occurrence.doubts])).toEqual([
    [null, [{ code: 'unknown-year', params: { year: '2026' } }]],
  ])
  expect((await get()).asked).toEqual([{ year: 2026, occurrences: 1 }])
})

test('once the year is entered what is due follows, and follows again when it is changed', async () => {
  court.server.clock.forward(1)
  expect((await set(0, ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'], ['2026-02-14'])).status).toBe(
    200,
  )
  expect(await dueDays()).toEqual(['2026-02-27'])
  expect((await get()).asked).toEqual([])
  const before = court.server.clock.now()
  court.server.clock.forward(1)
  expect((await set(1, ['2026-02-16', '2026-02-17'])).body).toMatchObject({ version: 2 })
  expect(await dueDays()).toEqual(['2026-02-24'])
  expect(await dueDays(`?knownAt=${before}`)).toEqual(['2026-02-27'])
  expect(await court.differences()).toEqual([])
})

test.for([
  [[2, ['2026-02-16', '2026-02-17']], 422, 'nothing-changed'],
  [[2, []], 422, 'no-holidays'],
  [[1, ['2026-02-16']], 409, undefined],
  [[0, ['2026-02-16'], ['2026-02-17']], 409, undefined],
] as const)('%j is answered %i %s', async ([[version, holidays, makeUp = []], status, refusal]) => {
  const answer = await set(version, holidays, makeUp)
  expect([answer.status, Object(answer.body['data'])['refusal']]).toEqual([status, refusal])
})

test('a definition is known from when it was given', async () => {
  const before = court.server.clock.now()
  court.server.clock.forward(1)
  const defined = await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 1,
    definition: definitionOf(court, 'study-session', { event: { register: 'branch-meeting', where: null } }),
  })
  expect(defined.status).toBe(200)
  expect(await dueDays()).toEqual([])
  expect(await dueDays(`?knownAt=${before}`)).toEqual(['2026-02-24'])
})
