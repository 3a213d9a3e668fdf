import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { QueueGroup } from '#core/queue/queue.ts'
import { LedgerCounts } from '#core/ledger/counts.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const Queue = z.object({ asOf: z.string(), groups: z.array(QueueGroup) })

let court: Court
beforeAll(async () => {
  court = await startCourt()
  await court.ask('PUT', `/commitments/${court.commitment('1-1-3')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'regulation-made'),
  })
}, 60_000)
afterAll(() => court.server.close())

const view = { plan: null, filters: [], sort: [], groupBy: null }
const group = async (kind: string) => Queue.parse((await court.ask('GET', '/queue')).body).groups.find((each) => each.kind === kind)

test('what waits agrees with the ledger', async () => {
  const { all } = LedgerCounts.parse((await court.ask('POST', '/ledger/counts', { view, by: 'leadOrgs' })).body)
  expect((await group('define'))?.total).toBe(all.none)
  expect((await group('define'))?.items.map(({ ref }) => ref)).not.toContain('1-1-3')
  expect(await group('remind')).toBeUndefined()
})

test('what is late waits to be reminded of, until somebody does', async () => {
  court.server.clock.forward(60 * 24 * 60)
  await court.signIn()
  const { all } = LedgerCounts.parse((await court.ask('POST', '/ledger/counts', { view, by: 'leadOrgs' })).body)
  const late = await group('remind')
  expect(late?.total).toBe(all.lights.overdue)
  expect(late?.items.map(({ ref }) => ref)).toEqual(['1-1-3'])
  await court.ask('POST', '/reminders', { commitments: [court.commitment('1-1-3')], note: '' })
  expect(await group('remind')).toBeUndefined()
})

test('the report of the quarter that is over waits until it is issued', async () => {
  expect((await group('report'))?.items.map(({ words }) => words)).toEqual(['2026年第一季度'])
  expect((await court.ask('POST', '/quarter-reports', { year: 2026, quarter: 1, address: null })).status).toBe(200)
  expect(await group('report')).toBeUndefined()
})

test('nobody but the office has it', async () => {
  const cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const { cookie: unit } = await signInNew(court.server, cookie, { person: null, name: '某人', post: 'unit' })
  expect((await court.server.ask('GET', '/api/queue', null, unit)).status).toBe(403)
})
