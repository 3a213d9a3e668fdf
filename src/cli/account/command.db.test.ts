import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { enrolApp } from '#server/authn/factor.fixture.ts'
import { LOGIN, PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'

const program = fileURLToPath(new URL('../../../bin/xiaohao.mjs', import.meta.url))

let server: TestServer
let url: string
beforeAll(async () => {
  server = await startTestServer()
  const { rows } = await server.database.pool.query<{ name: string }>('SELECT current_database() AS name')
  const { host, port } = inject('server')
  url = `postgres://xiaohao@localhost:${port}/${rows[0]?.name}?host=${encodeURIComponent(host)}`
})
afterAll(() => server.close())

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [program, 'account', ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: url } })
}

test('who lost password and second factor is let in again by a printed password, and the journal tells of it', async () => {
  const cookie = await server.setUp()
  await enrolApp(server, cookie)
  const found = run('recover', LOGIN.toUpperCase())
  expect(found).toMatchObject({ status: 0, stderr: '' })
  const password = /^zhangsan {2}(\S+)$/m.exec(found.stdout)?.[1] ?? ''
  const signIn = (typed: string) => server.ask('POST', '/api/session', { login: LOGIN, password: typed })
  expect((await server.ask('GET', '/api/session', null, cookie)).status).toBe(401)
  expect((await signIn(PASSWORD)).status).toBe(401)
  expect((await signIn(password)).body).toMatchObject({ step: 'change-password', hasFactor: false })
  const { rows } = await server.database.pool.query("SELECT actor_name, after FROM journal_entry WHERE verb = 'account.recover'")
  expect(rows).toEqual([{ actor_name: '运维人员（服务器命令行）', after: null }])
})

test('a login that nobody has is said to be none', () => {
  expect(run('recover', 'nobody')).toMatchObject({ status: 1, stderr: expect.stringContaining('nobody has the login nobody') })
})

test.for([[], ['recover'], ['remove', 'x'], ['recover', 'x', 'y']])('account %j is answered with its use', (args) => {
  expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('xiaohao account recover LOGIN') })
})
