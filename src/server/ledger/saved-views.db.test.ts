import { afterAll, beforeAll, expect, test } from 'vitest'
import { otherCourt } from '#server/import/plan.fixture.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await startTestServer()
  cookie = await server.setUp()
})
afterAll(() => server.close())

const saved = (name: string, changes: object = {}) => ({
  name,
  view: { plan: null, filters: [{ kind: 'oneOf', column: 'light', values: ['overdue'] }], sort: [], groupBy: 'leadOrgs' },
  columns: [{ column: 'light', width: 96, hidden: false }],
  compact: true,
  ...changes,
})
const names = async (as: string) => (await server.ask('GET', '/api/ledger/views', null, as)).body

test('a view is kept under its name, given way to one of the same name, and dropped; nobody else sees it', async () => {
  const first = await server.ask('POST', '/api/ledger/views', saved('逾期'), cookie)
  expect(first).toMatchObject({ status: 200, body: { saved: saved('逾期') } })
  await server.ask('POST', '/api/ledger/views', saved('逾期', { compact: false }), cookie)
  expect(await names(cookie)).toMatchObject({ items: [{ id: first.body['id'], saved: { compact: false } }] })
  const foreign = await otherCourt(server)
  expect(await names(foreign)).toEqual({ items: [] })
  const url = `/api/ledger/views/${String(first.body['id'])}`
  expect((await server.ask('DELETE', url, null, foreign)).status).toBe(404)
  expect((await server.ask('DELETE', url, null, cookie)).status).toBe(200)
  expect(await names(cookie)).toEqual({ items: [] })
  const { rows } = await server.database.pool.query("SELECT verb FROM journal_entry WHERE subject_kind = 'saved-view' ORDER BY id")
  expect(rows.map(({ verb }) => verb)).toEqual(['saved-view.save', 'saved-view.save', 'saved-view.remove'])
})

test('fifty at most', async () => {
  for (let number = 1; number <= 50; number += 1) await server.ask('POST', '/api/ledger/views', saved(`视图${number}`), cookie)
  expect(await server.ask('POST', '/api/ledger/views', saved('再一个'), cookie)).toMatchObject({
    status: 422,
    body: { data: { refusal: 'too-many-views', params: { most: '50' } } },
  })
})
