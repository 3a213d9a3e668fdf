import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { otherCourt } from '#server/import/plan.fixture.ts'
import { nounsOf } from '#server/live/announce.ts'
import { openLive } from '#server/live/hub.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
let origin: string
beforeAll(async () => {
  server = await startTestServer()
  cookie = await server.setUp()
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const address = server.app.server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => server.close())

/** All that a signed-in browser has been told so far. */
async function listen(as: string) {
  const cut = new AbortController()
  const answer = await fetch(`${origin}/api/live`, { headers: { cookie: as }, signal: cut.signal })
  let heard = ''
  const isOver = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) heard += decoder.decode(chunk)
  })().catch(() => undefined)
  return { answer, heard: () => heard, isOver, cut: () => cut.abort() }
}

const addSample = (as: string) => server.ask('POST', '/api/organisation/sample', {}, as)

test('tells which nouns changed, after the commit, without contents, and nobody elsewhere', async () => {
  const foreign = await otherCourt(server)
  const [own, others] = [await listen(cookie), await listen(foreign)]
  expect([own.answer.status, own.answer.headers.get('content-type'), own.answer.headers.get('cache-control')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
    'no-store',
  ])
  expect(own.answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  expect((await addSample(cookie)).status).toBe(200)
  await vi.waitUntil(() => own.heard().includes('event: changed'), { timeout: 5000 })
  expect(own.heard()).toMatch(/^retry: 3000\n\nevent: changed\ndata: \{"nouns":\["organisation"\]\}\n\n$/)
  expect(others.heard()).toBe('retry: 3000\n\n')
  own.cut()
  others.cut()
})

test('what another process writes is heard, what was undone is not', async () => {
  const other = await openLive(server.database.pool, () => undefined)
  const heard: string[] = []
  const { rows } = await server.database.pool.query<{ jurisdiction_id: string; id: string }>(
    'SELECT jurisdiction_id, id FROM account LIMIT 1',
  )
  const who = { jurisdictionId: rows[0]?.jurisdiction_id ?? '', accountId: rows[0]?.id ?? '' }
  const leave = other.watch(who, (nouns) => heard.push(...nouns))
  const say = (noun: string) => JSON.stringify({ jurisdictionId: who.jurisdictionId, nouns: [noun] })
  await server.database.pool.query(`BEGIN; NOTIFY xiaohao_live, '${say('undone')}'; ROLLBACK; NOTIFY xiaohao_live, 'nonsense'`)
  await server.database.pool.query(`NOTIFY xiaohao_live, '${say('record')}'`)
  await vi.waitUntil(() => heard.length > 0, { timeout: 5000 })
  expect(heard).toEqual(['record'])
  leave?.()
  await other.stop()
})

test('after a lost connection all are told that anything may have changed', async () => {
  const errors: Error[] = []
  const other = await openLive(server.database.pool, (error) => errors.push(error))
  const heard: string[] = []
  other.watch({ jurisdictionId: 'a', accountId: 'b' }, (nouns) => heard.push(...nouns))
  await server.database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN xiaohao_live'",
  )
  await vi.waitUntil(() => heard.includes('*'), { timeout: 10_000 })
  expect(errors.length).toBeGreaterThan(0)
  await other.stop()
})

test('one account holds a few streams only', async () => {
  const other = await openLive(server.database.pool, () => undefined)
  const who = { jurisdictionId: 'a', accountId: 'b' }
  const leaves = Array.from({ length: 8 }, () => other.watch(who, () => undefined))
  expect(leaves.every((leave) => leave !== null)).toBe(true)
  expect(other.watch(who, () => undefined)).toBeNull()
  leaves[0]?.()
  expect(other.watch(who, () => undefined)).not.toBeNull()
  await other.stop()
})

test('stopping ends the streams', async () => {
  const own = await listen(cookie)
  await server.app.close()
  await own.isOver
  expect(own.heard()).toContain('retry')
})

test.for([
  [['record.enter', 'record.correct'], ['record']],
  [['ledger.export', 'session.sign-in'], []],
  [
    ['counting.define', 'commitment.edit'],
    ['counting', 'commitment'],
  ],
] as const)('verbs %j change %j', ([verbs, nouns]) => {
  expect(nounsOf(verbs)).toEqual(nouns)
})
