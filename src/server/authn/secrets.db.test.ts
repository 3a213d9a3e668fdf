import { createHash } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { createAccounts } from '#server/account/account.fixture.ts'
import { enrolApp, signInHalf } from '#server/authn/factor.fixture.ts'
import { makeLimits } from '#server/authn/guessing/limits.ts'
import { everyProcedure } from '#test/database/procedures.ts'
import { sampleRequest } from '#test/database/sample-input.ts'
import { LOGIN, PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
afterEach(() => server.close())

const CANARY = 'Kanarienvogel#77-im-Bergwerk'

/** Every row of every table as text, the queue of jobs included. */
async function dump(): Promise<string> {
  const { rows } = await server.database.pool.query<{ name: string }>(
    "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
  )
  const tables = await Promise.all(
    rows.map(async ({ name }) => {
      const { rows: found } = await server.database.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
      return `${name}\n${found.map(({ row }) => row).join('\n')}`
    }),
  )
  return tables.join('\n')
}

test('assurance 16: no password, code or token is in the database or an answer (of the log: measure.db.test.ts)', async () => {
  server = await startTestServer()
  const said: string[] = []
  server.app.addHook('onSend', async (_request, _reply, payload) => {
    if (typeof payload === 'string') said.push(payload)
    return payload
  })
  let cookie = await server.setUp()
  const changed = await server.ask('POST', '/api/session/password', { current: PASSWORD, next: CANARY }, cookie)
  cookie = changed.cookie ?? ''
  const app = await enrolApp(server, cookie)
  for (const [login, password] of [
    [LOGIN, `${CANARY}?`],
    [LOGIN, CANARY],
    [CANARY, 'x'],
    ['nobody', CANARY],
  ])
    await server.ask('POST', '/api/session', { login, password })
  const half = await signInHalf(server, { password: CANARY })
  await server.ask('POST', '/api/session/factor', { code: app.code() }, half)
  await server.ask('POST', '/api/session/confirmation', { password: CANARY, code: '123456' }, cookie)
  await server.ask('POST', '/api/session/confirmation', { password: CANARY, code: CANARY, more: 1 }, cookie)
  await server.ask('POST', `/api/session?password=${encodeURIComponent(CANARY)}`, { login: CANARY }, cookie)
  await server.ask('POST', '/api/session/password', { current: 1, next: CANARY }, cookie)
  const everything = [await dump(), ...said].join('\n')
  expect(everything).toContain(LOGIN)
  for (const secret of [CANARY, 'Kanarienvogel', app.seed.toString('hex'), half.split('=')[1] ?? '', cookie.split('=')[1] ?? ''])
    expect(everything.split('\n').filter((line) => line.includes(secret))).toEqual([])
})

test('assurance 18: what stands in the database does not open a session', async () => {
  server = await startTestServer()
  await server.setUp()
  const { rows } = await server.database.pool.query<{ id: string; hex: string; base: string }>(
    "SELECT id, encode(token_digest, 'hex') AS hex, encode(token_digest, 'base64') AS base FROM session",
  )
  for (const value of Object.values(rows[0] ?? {}))
    expect((await server.ask('GET', '/api/session', null, `xiaohao-session=${encodeURIComponent(value)}`)).status).toBe(401)
})

test('assurance 1: one login is one account’s, in whatever case, width or form', async () => {
  server = await startTestServer()
  const cookie = await server.setUp()
  const make = (login: string) =>
    server.ask('POST', '/api/accounts', { accounts: [{ person: null, name: '李四', login, post: 'unit' }] }, cookie)
  expect((await make('café')).status).toBe(200)
  for (const login of ['café', 'CAFÉ', 'cafe\u0301', 'ｃａｆé', ' café ', LOGIN.toUpperCase()])
    expect([login, await make(login)]).toMatchObject([login, { status: 422, body: { data: { refusal: 'login-taken' } } }])
})

test('assurance 3: forms of one text are one password, and every character counts', async () => {
  server = await startTestServer()
  const cookie = await server.setUp()
  const [composed, decomposed] = ['Zoë-résumé-2026', 'Zoe\u0308-re\u0301sume\u0301-2026']
  expect((await server.ask('POST', '/api/session/password', { current: PASSWORD, next: composed }, cookie)).status).toBe(200)
  const signIn = async (password: string) => (await server.ask('POST', '/api/session', { login: LOGIN, password })).status
  expect([await signIn(decomposed), await signIn(composed), await signIn('Zoe-resume-2026')]).toEqual([200, 200, 401])
  expect([await signIn(`${composed} `), await signIn(composed.toUpperCase())]).toEqual([401, 401])
})

test('assurance 2: by length and lists alone, where the settings say so, and without an end', async () => {
  server = await startTestServer({ rules: { passwords: 'asvs' } })
  let cookie = await server.setUp()
  const change = async (current: string, next: string) => {
    const answer = await server.ask('POST', '/api/session/password', { current, next }, cookie)
    cookie = answer.cookie ?? cookie
    return answer
  }
  const faultOf = async (next: string) => JSON.stringify((await change(PASSWORD, next)).body['data'])
  expect(await faultOf('Ab1#xyzqwv')).toContain('too-short')
  expect(await faultOf('zhangsan is my name')).toContain('contains-login')
  expect(await faultOf('qwertyuiop12')).toContain('too-common')
  expect((await change(PASSWORD, 'correct horse battery')).status).toBe(200)
  // no history, yet the one in use is none
  expect((await change('correct horse battery', 'correct horse battery')).status).toBe(400)
  expect((await change('correct horse battery', 'staple of correct horses')).status).toBe(200)
  expect((await change('staple of correct horses', 'correct horse battery')).status).toBe(200)
  await server.database.pool.query("UPDATE account SET password_changed_at = '2020-01-01'")
  expect((await server.ask('GET', '/api/plans', null, cookie)).status).toBe(200)
})

test('passwords are kept by SM3 where the settings say so; older hashes are understood and made anew at sign-in', async () => {
  server = await startTestServer({ rules: { passwordHash: 'sm3' } })
  await server.setUp()
  const hashOf = async () => (await server.database.pool.query<{ hash: string }>('SELECT password_hash AS hash FROM account')).rows[0]?.hash
  const signIn = async (password: string) => (await server.ask('POST', '/api/session', { login: LOGIN, password })).status
  expect(await hashOf()).toMatch(/^pbkdf2-sm3\$120000\$/)
  expect([await signIn(PASSWORD), await signIn('wrong')]).toEqual([200, 401])
  const { hasher } = await makeLimits()
  await server.database.pool.query('UPDATE account SET password_hash = $1', [await hasher.hash(PASSWORD)])
  expect(await signIn('wrong')).toBe(401)
  expect(await hashOf()).toMatch(/^\$argon2id\$/)
  expect(await signIn(PASSWORD)).toBe(200)
  expect(await hashOf()).toMatch(/^pbkdf2-sm3\$/)
  expect(await signIn(PASSWORD)).toBe(200)
})

test('assurance 4: with a password past its end nothing but changing it and leaving is answered', async () => {
  server = await startTestServer()
  const cookie = await server.setUp()
  await server.database.pool.query("UPDATE account SET password_changed_at = password_changed_at - interval '91 days'")
  const OWN = /^(?:setup|session|secondFactor|federated)\./
  const statuses = new Map<string, unknown>()
  for (const procedure of everyProcedure().filter(({ name }) => !OWN.test(name))) {
    const { url, payload } = sampleRequest(procedure, '0198f4a0-0000-7000-8000-00000000dead')
    const { status, code } = await server.ask(procedure.method, url, payload, cookie)
    statuses.set(procedure.name, `${status} ${code}`)
  }
  expect(statuses.size).toBeGreaterThan(80)
  expect(Array.from(statuses).filter(([, answer]) => answer !== '403 PASSWORD_CHANGE_REQUIRED')).toEqual([])
  for (const url of ['/api/sessions', '/api/evidence/0198f4a0-0000-7000-8000-00000000dead/file', '/api/journal/export', '/api/live'])
    expect([url, (await server.ask('GET', url, null, cookie)).code]).toEqual([url, 'PASSWORD_CHANGE_REQUIRED'])
  expect((await server.ask('DELETE', '/api/session', null, cookie)).status).toBe(200)
})

/** What reading leaves behind by intent: when a session was last used, what the journal tells of exports, refusals and what was read, and how the ledger stood on a past day, worked out once. */
const LEFT_BY_READING = /^public\.(?:session|journal_\w+|ledger_edition)\n/

const state = async () =>
  (await dump()).split(/\n(?=\w+\.\w+\n)/).filter((table) => !LEFT_BY_READING.test(table) && !table.startsWith('pgboss'))

test('assurance 26: reading changes nothing', async () => {
  server = await startTestServer()
  const cookie = await server.setUp()
  await createAccounts(server, cookie, [{ person: null, name: '李四', login: 'lisi', post: 'unit' }])
  const before = await state()
  expect(before.length).toBeGreaterThan(30)
  for (const procedure of everyProcedure().filter(({ method }) => method === 'GET')) {
    const { url } = sampleRequest(procedure, '0198f4a0-0000-7000-8000-00000000dead')
    await server.ask('GET', url, null, cookie)
  }
  for (const url of ['/', '/api/health', '/api/openapi.json', '/api/journal/export', '/api/journal/verifier'])
    await server.ask('GET', url, null, cookie)
  expect(await state()).toEqual(before)
})

test('assurance 21: leaving clears what the browser keeps, and the token is worth nothing', async () => {
  server = await startTestServer()
  const cookie = await server.setUp()
  const left = await server.ask('DELETE', '/api/session', null, cookie)
  expect(left.headers['clear-site-data']).toBe('"cache", "storage"')
  for (const [method, url] of [
    ['GET', '/api/session'],
    ['GET', '/api/plans'],
    ['GET', '/api/live'],
    ['DELETE', '/api/session'],
  ] as const)
    expect((await server.ask(method, url, null, cookie)).status).toBe(401)
})

test('what is sent under a key of its own leaves no digest of a password that words could be tried against', async () => {
  server = await startTestServer()
  const cookie = await server.setUp()
  const payload = { password: PASSWORD }
  const headers = { cookie, 'idempotency-key': 'a-key-of-its-own' }
  expect((await server.inject({ method: 'POST', url: '/api/session/confirmation', payload, headers })).status).toBe(200)
  const { rows } = await server.database.pool.query<{ digest: string }>('SELECT digest FROM sent_once')
  const asked = `POST /api/session/confirmation ${JSON.stringify(payload)}`
  expect(rows).toHaveLength(1)
  for (const algorithm of ['sha256', 'sm3']) expect(rows[0]?.digest).not.toBe(createHash(algorithm).update(asked).digest('hex'))
})
