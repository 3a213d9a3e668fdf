import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { TimetableRow } from '#core/timetable/timetable.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const Timetable = z.object({ total: z.number(), rows: z.array(TimetableRow) })

let court: Court
let unit = ''
beforeAll(async () => {
  court = await startCourt()
  for (const [ref, register] of [
    ['1-1-1', 'study-session'],
    ['1-1-3', 'regulation-made'],
  ] as const)
    await court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, { version: 0, definition: definitionOf(court, register) })
  const cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  unit = (await signInNew(court.server, cookie, { person: court.person('陆怀瑾'), name: '陆怀瑾', post: 'unit' })).cookie
}, 60_000)
afterAll(() => court.server.close())

const days = ({ rows }: z.infer<typeof Timetable>) => rows.map(({ ref, marks }) => [ref, marks.flatMap((mark) => mark.days)])

test('a year shows what is due on which day, whoever has said how it is counted or not', async () => {
  const whole = Timetable.parse((await court.ask('GET', '/timetable?year=2026')).body)
  expect(days(whole).filter(([ref]) => ref === '1-1-1' || ref === '1-1-3')).toEqual([
    ['1-1-1', ['2026-12-31']],
    ['1-1-3', ['2026-04-01']],
  ])
  expect(whole.total).toBe(whole.rows.length)
  expect(days(Timetable.parse((await court.ask('GET', '/timetable?year=2030')).body)).flatMap(([, found]) => found)).toEqual([])
})

test('it narrows to a unit, and a unit sees of it what is its own', async () => {
  const narrowed = Timetable.parse((await court.ask('GET', `/timetable?year=2026&unit=${encodeURIComponent('办公室')}`)).body)
  expect(narrowed.rows.length).toBeGreaterThan(0)
  const own = Timetable.parse((await court.server.ask('GET', '/api/timetable?year=2026', null, unit)).body)
  expect(own.rows.map(({ ref }) => ref)).toEqual(narrowed.rows.map(({ ref }) => ref))
  expect((await court.server.ask('POST', '/api/timetable/export', { year: 2026 }, unit)).status).toBe(200)
})
