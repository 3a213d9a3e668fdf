import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
})
afterAll(() => court.server.close())

const Row = z.object({
  standing: z.object({ light: z.string() }).nullable(),
  corrected: z.array(z.string()).nullish(),
  course: z.object({ reminders: z.number() }).nullable(),
})

const MINUTES_A_DAY = 1440
async function first(moment: object) {
  const view = { plan: null, filters: [], sort: [], groupBy: null, ...moment }
  const { body } = await court.ask('POST', '/ledger/window', { view, offset: 0, limit: 1 })
  const [row] = z.object({ rows: z.array(Row) }).parse(body).rows
  return { light: row?.standing?.light, corrected: row?.corrected ?? [], reminders: row?.course?.reminders ?? 0 }
}
async function daysLater(days: number): Promise<string> {
  const then = court.server.clock.now()
  court.server.clock.forward(MINUTES_A_DAY * days)
  await court.signIn()
  return then
}

test('a past day is judged by the thresholds that held on it', async () => {
  const thresholds = { dueSoonDays: 7, dueSoonDaysOfYear: 15, slackUnits: '6', slackPercent: '10' }
  const then = await daysLater(1)
  await court.ask('PUT', '/lights', { version: 0, thresholds })
  expect([(await first({})).light, (await first({ asOf: '2026-03-02' })).light]).toEqual(['not-started', 'behind'])
  await daysLater(1)
  await court.ask('PUT', '/lights', { version: 1, thresholds: { ...thresholds, slackUnits: '0' } })
  const lights = await Promise.all(
    [{}, { asOf: '2026-03-02' }, { asOf: '2026-03-03' }, { asOf: '2026-03-04' }, { knownAt: then }].map(
      async (moment) => (await first(moment)).light,
    ),
  )
  expect(lights).toEqual(['behind', 'behind', 'not-started', 'behind', 'behind'])
})

test('who was reminded on a later day was not on this one', async () => {
  await court.ask('POST', '/reminders', { commitments: [court.commitment('1-1-1')], note: '' })
  expect([(await first({})).reminders, (await first({ asOf: '2026-03-03' })).reminders]).toEqual([1, 0])
})

test('what corrects a reported quarter shows in its past, from when it was entered', async () => {
  await daysLater(40)
  await court.ask('POST', '/period-locks', { year: 2026, quarter: 1 })
  const reported = await daysLater(1)
  const late = await enter(court, 'study-session', studyOf(court, '2026-02-05'))
  const known = court.server.clock.now()
  expect((await first({})).corrected).toEqual(['2026-1'])
  expect((await first({ asOf: '2026-03-31' })).corrected).toEqual(['2026-1'])
  expect((await first({ asOf: '2026-02-01' })).corrected).toEqual([])
  expect((await first({ asOf: '2026-03-31', knownAt: reported })).corrected).toEqual([])
  await daysLater(1)
  await court.ask('POST', `/records/${late.record.id}/void`, { revision: 1, reason: '重复登记，以另一条为准' })
  expect((await first({ asOf: '2026-03-31' })).corrected).toEqual([])
  expect((await first({ asOf: '2026-03-31', knownAt: known })).corrected).toEqual(['2026-1'])
})

test('what is read, printed or done with a row keeps the figures of a past day; what is entered does not', async () => {
  const editions = async () => {
    const { rows } = await court.server.database.pool.query<{ count: number }>(
      "SELECT count(*)::int FROM ledger_edition WHERE as_of = '2026-03-10'",
    )
    return rows[0]?.count
  }
  const { record } = await enter(court, 'study-session', studyOf(court, '2026-03-09'))
  await court.ask('PUT', `/marks/records/${record.id}`, { mark: 'sensitive', reason: '涉及审判秘密' })
  const knownAt = await daysLater(1)
  await first({ asOf: '2026-03-10' })
  await first({ asOf: '2026-03-10', knownAt })
  expect((await court.ask('GET', `/records/${record.id}`)).status).toBe(200)
  await court.ask('POST', '/reminders', { commitments: [court.commitment('1-1-1')], note: '' })
  await first({ asOf: '2026-03-10' })
  expect(await editions()).toBe(2)
  await enter(court, 'study-session', studyOf(court, '2026-03-08'))
  await first({ asOf: '2026-03-10' })
  // what was known stays known
  await first({ asOf: '2026-03-10', knownAt })
  expect(await editions()).toBe(3)
})
