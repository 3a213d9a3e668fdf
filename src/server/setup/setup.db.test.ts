import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareSetup } from '#server/setup/prepare.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const entry = { jurisdiction: '某市中级人民法院', name: '张三', login: 'zhangsan', password: 'Correct#Horse9' }
const linkOf = async () => (await prepareSetup(server.database.db, server.clock.now())) ?? ''
const state = async () => (await server.ask('GET', '/api/setup')).status

test('makes the jurisdiction and the first account, and signs in', async () => {
  const token = await linkOf()
  expect(await state()).toBe(200)
  const answer = await server.ask('POST', '/api/setup', { token, ...entry })
  expect(answer).toMatchObject({ status: 200, body: { name: '张三', jurisdiction: '某市中级人民法院', post: 'office' } })
  expect((await server.ask('GET', '/api/session', null, answer.cookie)).status).toBe(200)
})

test('a jurisdiction begins with the registers and the sample of the field that was chosen', async () => {
  const token = await linkOf()
  const { body } = await server.ask('GET', '/api/setup')
  expect(body['packs']).toMatchObject([{ id: 'court' }, { id: 'enterprise' }])
  expect(await server.ask('POST', '/api/setup', { token, ...entry, pack: 'no-such' })).toMatchObject({ status: 400 })
  const { cookie } = await server.ask('POST', '/api/setup', { token, ...entry, pack: 'enterprise' })
  const ask = (method: 'GET' | 'POST', path: string, payload: object | null = null) => server.ask(method, `/api${path}`, payload, cookie)
  expect((await ask('GET', '/registers')).body).toMatchObject({ pack: { id: 'enterprise' } })
  expect(await ask('POST', '/organisation/sample', {})).toMatchObject({ status: 200 })
  const { body: organisation } = await ask('GET', '/organisation')
  expect(JSON.stringify(organisation)).toContain('安全环保部')
})

test('assurance 15: is gone once used', async () => {
  const token = await linkOf()
  await server.ask('POST', '/api/setup', { token, ...entry })
  expect(await state()).toBe(404)
  expect((await server.ask('POST', '/api/setup', { token, ...entry, login: 'lisi' })).status).toBe(404)
  expect(await prepareSetup(server.database.db, server.clock.now())).toBeNull()
})

test('works once even when used many times at once', async () => {
  const token = await linkOf()
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => server.ask('POST', '/api/setup', { token, ...entry, login: `zhangsan${n}` })),
  )
  const counts = [200, 404].map((status) => answers.filter((answer) => answer.status === status).length)
  expect(counts).toEqual([1, 7])
  expect((await server.database.pool.query('SELECT FROM account')).rowCount).toBe(1)
})

test('a later start replaces the link', async () => {
  const first = await linkOf()
  const second = await linkOf()
  expect((await server.ask('POST', '/api/setup', { token: first, ...entry })).status).toBe(404)
  expect((await server.ask('POST', '/api/setup', { token: second, ...entry })).status).toBe(200)
})

test('a password that will not do leaves the link open', async () => {
  const token = await linkOf()
  const answer = await server.ask('POST', '/api/setup', { token, ...entry, password: 'password' })
  expect(answer).toMatchObject({ status: 400, code: 'INVALID', body: { data: { fields: [{ path: ['password'] }] } } })
  expect(await state()).toBe(200)
})

test('assurance 15: before it nobody can sign in', async () => {
  expect((await server.ask('POST', '/api/session', { login: 'admin', password: 'admin' })).status).toBe(401)
})

test('the token is stored as a digest only', async () => {
  const token = await linkOf()
  const { rows } = await server.database.pool.query('SELECT * FROM setup_token')
  expect(JSON.stringify(rows)).not.toContain(token)
})
