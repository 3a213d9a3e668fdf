import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await startTestServer()
  cookie = await server.setUp()
  await server.ask('POST', '/api/organisation/sample', {}, cookie)
})
afterAll(() => server.close())

const send = (key: string, name: string, as = cookie) =>
  server.inject({
    method: 'POST',
    url: '/api/organisation/groups',
    payload: { version: versionOf(name), name, everyoneIn: null },
    headers: { cookie: as, 'idempotency-key': key },
  })
let version = 1
const versions = new Map<string, number>()
const versionOf = (name: string): number => versions.get(name) ?? version
const countOf = async (what: string): Promise<number> => Number((await server.database.pool.query<{ n: string }>(what)).rows[0]?.n)
const groups = (name: string) => countOf(`SELECT count(*) AS n FROM org_group WHERE name = '${name}'`)
const entries = () => countOf("SELECT count(*) AS n FROM journal_entry WHERE verb = 'group.add'")

test('sent again it answers the same and does nothing', async () => {
  versions.set('甲组', version)
  const first = await send('key-0001', '甲组')
  const before = await entries()
  const again = await send('key-0001', '甲组')
  expect([first.status, again.status, again.body]).toEqual([200, 200, first.body])
  expect([await groups('甲组'), await entries()]).toEqual([1, before])
  version += 1
})

test('of many at once one is done, and all are told what it gave', async () => {
  versions.set('乙组', version)
  const answers = await Promise.all(Array.from({ length: 8 }, () => send('key-0002', '乙组')))
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
  expect([answers[0]?.status, await groups('乙组')]).toEqual([200, 1])
  version += 1
})

test('another body under the same key is refused', async () => {
  expect(await send('key-0001', '丙组')).toMatchObject({ status: 422, body: { data: { refusal: 'key-used-otherwise' } } })
  expect(await groups('丙组')).toBe(0)
})

test('what was refused is not remembered', async () => {
  versions.set('丁组', version - 1)
  expect((await send('key-0003', '丁组')).status).toBe(409)
  versions.set('丁组', version)
  expect((await send('key-0004', '丁组')).status).toBe(200)
  version += 1
})

test.for(['x', 'a b c d e f g h', 'k'.repeat(101)])('%j is no key', async (key) => {
  expect((await send(key, '戊组')).status).toBe(400)
})

const make = () =>
  server.inject({
    method: 'POST',
    url: '/api/accounts',
    payload: { accounts: [{ person: null, name: '李四', login: 'lisi', post: 'unit' }] },
    headers: { cookie, 'idempotency-key': 'key-0005' },
  })

test('a password that is shown once is not kept, and the account is there once', async () => {
  expect((await make()).status).toBe(200)
  expect(await make()).toMatchObject({ status: 422, body: { data: { refusal: 'done-already' } } })
  expect(await countOf("SELECT count(*) AS n FROM account WHERE login = 'lisi'")).toBe(1)
  expect(await countOf("SELECT count(*) AS n FROM sent_once WHERE key = 'key-0005' AND answer IS NOT NULL")).toBe(0)
})

test('after a day the key is forgotten', async () => {
  server.clock.forward(25 * 60)
  cookie = (await server.ask('POST', '/api/session', { login: 'zhangsan', password: 'Correct#Horse9' })).cookie ?? ''
  versions.set('己组', version)
  expect((await send('key-0001', '己组')).status).toBe(200)
  expect(await countOf("SELECT count(*) AS n FROM sent_once WHERE key = 'key-0002'")).toBe(0)
})
