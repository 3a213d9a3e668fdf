import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { LOGIN, PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'

const Line = z.looseObject({ level: z.number(), msg: z.string(), reqId: z.string().optional(), route: z.string().optional() })

const CANARY = 'canary-7f3a'
let log = ''
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ logTo: { write: (line) => void (log += line) } })
})
afterAll(() => server.close())

test('assurance 16, 54: the log has a line for every answer, and nothing that anybody entered', async () => {
  const cookie = await server.setUp()
  const asked = await server.ask('GET', `/api/plans/${CANARY}`, null, cookie)
  await server.ask('POST', '/api/session', { login: `${CANARY}\n{"level":50}`, password: CANARY })
  await server.inject({ url: `/${CANARY}?token=${CANARY}`, headers: { 'user-agent': CANARY, 'x-forwarded-for': CANARY } })
  await server.database.pool.query('ALTER TABLE plan RENAME TO lost_plan')
  const bug = await server.ask('GET', '/api/plans', null, cookie)
  await server.database.pool.query('ALTER TABLE lost_plan RENAME TO plan')

  const lines = log
    .trim()
    .split('\n')
    .map((line) => Line.parse(JSON.parse(line)))
  expect(bug.status).toBe(500)
  expect(lines.find(({ reqId }) => reqId === asked.headers['x-request-id'])).toMatchObject({
    method: 'GET',
    route: 'plan.get',
    status: 400,
    msg: 'answered',
  })
  expect(lines.filter(({ level, reqId }) => level === 50 && reqId === bug.headers['x-request-id'])).toMatchObject([
    { msg: 'bug', err: { type: 'DatabaseError', code: '42P01', stack: expect.stringContaining('at ') } },
  ])
  for (const secret of [CANARY, LOGIN, PASSWORD, '张三', '127.0.0.1', cookie.split('=')[1] ?? '']) expect(log).not.toContain(secret)
})

test('assurance 60: metrics, traces and what no page has are not there', async () => {
  for (const url of ['/metrics', '/api/metrics', '/.git/config', '/assets/index.js.map', '/docs/index.html'])
    expect([url, (await server.inject({ url })).status]).toEqual([url, 404])
  expect([404, 405]).toContain((await server.inject({ method: 'TRACE', url: '/' })).status)
})
