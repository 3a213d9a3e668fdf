import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
})
afterAll(() => court.server.close())

const lightShown = async () => {
  const view = { plan: null, filters: [], sort: [], groupBy: null }
  const { body } = await court.ask('POST', '/ledger/window', { view, offset: 0, limit: 1 })
  return body
}
const thresholds = { dueSoonDays: 7, dueSoonDaysOfYear: 15, slackUnits: '1', slackPercent: '10' }

test('the lights follow the thresholds at once, and the change is journalled', async () => {
  expect((await court.ask('GET', '/lights')).body).toEqual({ version: 0, thresholds })
  expect(await lightShown()).toMatchObject({ rows: [{ standing: { light: 'behind' } }] })
  const later = { ...thresholds, slackUnits: '6' }
  expect((await court.ask('PUT', '/lights', { version: 0, thresholds: later })).body).toEqual({ version: 1, thresholds: later })
  expect(await lightShown()).toMatchObject({ rows: [{ standing: { light: 'not-started' } }] })
  expect(await court.differences()).toEqual([])
  const { rows } = await court.server.database.pool.query("SELECT before, after FROM journal_entry WHERE verb = 'light.set'")
  expect(rows).toEqual([{ before: thresholds, after: later }])
})

test('a change made on what no longer stands is a conflict', async () => {
  expect(await court.ask('PUT', '/lights', { version: 0, thresholds })).toMatchObject({ status: 409, body: { data: { version: 1 } } })
})
