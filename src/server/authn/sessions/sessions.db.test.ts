import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createAccounts, OWN_PASSWORD, signInNew } from '#server/account/account.fixture.ts'
import { readAddressList } from '#server/authn/guessing/address-list.ts'
import { enrolApp, signInHalf } from '#server/authn/factor.fixture.ts'
import { LOGIN, PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'

const Items = z.object({
  items: z.array(z.looseObject({ id: z.string(), isCurrent: z.boolean(), agent: z.string(), login: z.string().optional() })),
})

let server: TestServer
let cookie: string
beforeEach(async () => {
  server = await startTestServer()
  cookie = await server.setUp()
})
afterEach(() => server.close())

const statusOf = async (session: string | null) => (await server.ask('GET', '/api/session', null, session)).status
const own = async (session: string) => Items.parse((await server.ask('GET', '/api/session/all', null, session)).body).items
const all = async (session: string) => Items.parse((await server.ask('GET', '/api/sessions', null, session)).body).items
const signInNewUnit = (name: string) => signInNew(server, cookie, { person: null, name, post: 'unit' })

describe('assurance 23: sessions', () => {
  test('everybody sees and ends their own alone', async () => {
    const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0'
    const elsewhere = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: LOGIN, password: PASSWORD },
      headers: { 'user-agent': firefox },
    })
    const unit = await signInNewUnit('lisi')
    expect((await own(cookie)).map(({ isCurrent, agent }) => `${isCurrent} ${agent}`).toSorted()).toEqual([
      'false Firefox · Windows',
      'true ',
    ])
    const [foreign] = await own(unit.cookie)
    expect((await server.ask('POST', `/api/session/${foreign?.id}/end`, {}, cookie)).status).toBe(404)
    const other = (await own(cookie)).find(({ isCurrent }) => !isCurrent)
    expect((await server.ask('POST', `/api/session/${other?.id}/end`, {}, cookie)).status).toBe(200)
    expect([await statusOf(elsewhere.cookie), await statusOf(cookie), await statusOf(unit.cookie)]).toEqual([401, 200, 200])
  })

  test('all but one’s own end at once', async () => {
    const others = [await signInHalf(server), await signInHalf(server)]
    expect((await server.ask('POST', '/api/session/end-others', {}, cookie)).body).toEqual({ ended: 2 })
    expect(await Promise.all([cookie, ...others].map(statusOf))).toEqual([200, 401, 401])
  })

  test('administrators see everybody’s and end one, those of an account, or all', async () => {
    const [one, two] = [await signInNewUnit('lisi'), await signInNewUnit('wangwu')]
    expect((await server.ask('GET', '/api/sessions', null, one.cookie)).status).toBe(403)
    expect((await all(cookie)).map(({ login }) => login ?? '').toSorted()).toEqual(['lisi', 'wangwu', LOGIN])
    const ofOne = (await all(cookie)).find(({ login }) => login === 'lisi')
    expect((await server.ask('POST', `/api/sessions/${ofOne?.id}/end`, {}, one.cookie)).status).toBe(403)
    expect((await server.ask('POST', `/api/sessions/${ofOne?.id}/end`, {}, cookie)).status).toBe(200)
    expect(await Promise.all([one.cookie, two.cookie].map(statusOf))).toEqual([401, 200])
    expect((await server.ask('POST', '/api/sessions/end-all', { account: two.id }, cookie)).body).toEqual({ ended: 1 })
    expect(await statusOf(two.cookie)).toBe(401)
    const again = await signInHalf(server)
    expect((await server.ask('POST', '/api/sessions/end-all', { account: null }, cookie)).body).toEqual({ ended: 1 })
    expect(await Promise.all([again, cookie].map(statusOf))).toEqual([401, 200])
  })

  test('of another jurisdiction are out of reach', async () => {
    const unit = await signInNewUnit('lisi')
    const [theirs] = await own(unit.cookie)
    const { pool } = server.database
    await pool.query(`INSERT INTO jurisdiction (id, name, created_at) VALUES ('0198f4a0-0000-7000-8000-000000000099', '某区', now())`)
    await pool.query(`UPDATE account SET jurisdiction_id = '0198f4a0-0000-7000-8000-000000000099' WHERE id = $1`, [unit.id])
    expect((await all(cookie)).map(({ login }) => login)).toEqual([LOGIN])
    expect((await server.ask('POST', `/api/sessions/${theirs?.id}/end`, {}, cookie)).status).toBe(404)
    expect((await server.ask('POST', '/api/sessions/end-all', { account: unit.id }, cookie)).status).toBe(404)
    expect((await server.ask('POST', `/api/accounts/${unit.id}/clear-factors`, {}, cookie)).status).toBe(404)
    expect(await statusOf(unit.cookie)).toBe(200)
  })
})

test('assurance 22: who is given another post, or moved, is so at the next request; who is disabled is out', async () => {
  const unit = await signInNewUnit('lisi')
  expect((await server.ask('GET', '/api/accounts', null, unit.cookie)).status).toBe(403)
  await server.ask('POST', `/api/accounts/${unit.id}/post`, { post: 'office' }, cookie)
  expect((await server.ask('GET', '/api/accounts', null, unit.cookie)).status).toBe(200)
  await server.ask('POST', `/api/accounts/${unit.id}/post`, { post: 'unit' }, cookie)
  expect((await server.ask('GET', '/api/accounts', null, unit.cookie)).status).toBe(403)
  await server.ask('POST', `/api/accounts/${unit.id}/disable`, {}, cookie)
  expect(await statusOf(unit.cookie)).toBe(401)
})

const confirm = (body: object, session = cookie) => server.ask('POST', '/api/session/confirmation', body, session)

describe('assurance 27: dangerous acts', () => {
  const REQUIRED = { status: 403, code: 'RECENT_SIGN_IN_REQUIRED' }

  test('ask anew who it is once fifteen minutes have passed', async () => {
    const unit = await signInNewUnit('lisi')
    server.clock.forward(16)
    for (const [method, url, body] of [
      ['POST', `/api/accounts/${unit.id}/post`, { post: 'office' }],
      ['POST', '/api/accounts', { accounts: [{ person: null, name: 'x', login: 'xx', post: 'unit' }] }],
      ['POST', `/api/accounts/${unit.id}/reset`, {}],
      ['POST', '/api/second-factor/totp', {}],
      ['POST', '/api/second-factor/codes', {}],
      ['DELETE', '/api/second-factor/totp', null],
      ['POST', `/api/accounts/${unit.id}/clear-factors`, {}],
      ['POST', `/api/accounts/${unit.id}/identities`, { kind: 'directory', subject: 'x' }],
      ['GET', '/api/journal/export', null],
      ['POST', '/api/registers/study-session/records/export', {}],
    ] as const) {
      const answer = await server.ask(method, url, body, cookie)
      expect([url, answer]).toMatchObject([url, REQUIRED])
    }
    expect((await server.ask('GET', '/api/plans', null, cookie)).status).toBe(200)
    expect((await confirm({ password: 'wrong' })).status).toBe(401)
    const confirmed = await confirm({ password: PASSWORD })
    expect(confirmed.status).toBe(200)
    expect((await server.ask('POST', `/api/accounts/${unit.id}/post`, { post: 'office' }, confirmed.cookie)).status).toBe(200)
  })

  test('assurance 19: and the session goes on with a new token; the old one is worth nothing', async () => {
    const confirmed = await confirm({ password: PASSWORD })
    expect(confirmed.cookie).not.toBe(cookie)
    expect([await statusOf(cookie), await statusOf(confirmed.cookie)]).toEqual([401, 200])
    const app = await enrolApp(server, confirmed.cookie ?? '')
    const half = await signInHalf(server)
    const whole = await server.ask('POST', '/api/session/factor', { code: app.code() }, half)
    expect([await statusOf(half), await statusOf(whole.cookie)]).toEqual([401, 200])
  })

  test('with a second factor ask for both, and neither alone will do', async () => {
    const app = await enrolApp(server, cookie)
    expect(await confirm({ password: PASSWORD }, app.cookie)).toMatchObject({
      status: 400,
      body: { data: { fields: [{ path: ['code'] }] } },
    })
    expect((await confirm({ password: 'wrong', code: app.code() }, app.cookie)).status).toBe(401)
    expect((await confirm({ password: PASSWORD, code: '000000' }, app.cookie)).status).toBe(401)
    server.clock.forward(1)
    expect((await confirm({ password: PASSWORD, code: app.code() }, app.cookie)).status).toBe(200)
  })

  test('assurance 20: twelve hours stay twelve hours, however often it is asked', async () => {
    let session: string | null = cookie
    for (let minutes = 0; minutes < 700; minutes += 20) {
      server.clock.forward(20)
      session = (await confirm({ password: PASSWORD }, session ?? '')).cookie
    }
    server.clock.forward(20)
    expect(await statusOf(session)).toBe(401)
  })
})

describe('assurance 10: every way to guess counts toward one lock', () => {
  const guesses = {
    'sign-in': (guess: string) => server.ask('POST', '/api/session', { login: LOGIN, password: guess }),
    'the current password': (guess: string) =>
      server.ask('POST', '/api/session/password', { current: guess, next: 'Another#Horse9' }, cookie),
    'proving anew who one is': (guess: string) => server.ask('POST', '/api/session/confirmation', { password: guess }, cookie),
    'a code to enrol': (guess: string) => server.ask('POST', '/api/second-factor/totp/confirmation', { code: guess }, cookie),
    'a code': (guess: string) => server.ask('POST', '/api/session/factor', { code: guess }, cookie),
    'a signature': () => server.ask('POST', '/api/session/signature', { challenge: 'x', signature: '0'.repeat(32) }, cookie),
  }

  test.for(Object.entries(guesses))('by %s', async ([, guess]) => {
    for (let n = 0; n < 5; n += 1) expect((await guess(`wrong-${n}`)).status).toBe(401)
    expect((await guesses['sign-in'](PASSWORD)).status).toBe(401)
    expect((await guesses['proving anew who one is'](PASSWORD)).status).toBe(401)
    server.clock.forward(11)
    expect((await guesses['sign-in'](PASSWORD)).status).toBe(200)
  })

  test('together', async () => {
    for (const guess of Object.values(guesses).slice(0, 5)) expect((await guess('wrong-1')).status).toBe(401)
    expect((await guesses['sign-in'](PASSWORD)).status).toBe(401)
  })

  test('assurance 9: fifty at once, of all kinds, compare at most five', async () => {
    const kinds = [guesses['the current password'], guesses['proving anew who one is']] as const
    const before = server.limits.hasher.verifications()
    await Promise.all(Array.from({ length: 50 }, (_, n) => kinds[n % 2 === 0 ? 0 : 1](`wrong-${n}`)))
    const { rows } = await server.database.pool.query('SELECT failed_attempts FROM account')
    expect(rows).toEqual([{ failed_attempts: 5 }])
    expect(server.limits.hasher.verifications() - before).toBeGreaterThan(0)
  })
})

const throughProxy = (address: string) => ({ 'x-forwarded-for': address, 'x-forwarded-proto': 'https', host: 'ledger.court.example' })

test('assurance 46: administrators’ routes answer at the addresses that are named, with a reason elsewhere', async () => {
  await server.close()
  server = await startTestServer({
    proxies: ['127.0.0.1'],
    rules: { administratorAddresses: readAddressList('10.1.0.0/16, 2001:db8::/32') },
  })
  await server.setUp()
  const { cookie: over } = await server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login: LOGIN, password: PASSWORD },
    headers: throughProxy('203.0.113.9'),
  })
  const from = (address: string, url: string) =>
    server.inject({ method: 'GET', url, headers: { ...throughProxy(address), cookie: over ?? '' } })
  for (const url of ['/api/accounts', '/api/sessions', '/api/journal/export']) {
    expect([url, await from('10.1.2.3', url)]).toMatchObject([url, { status: 200 }])
    expect([url, (await from('2001:db8::7', url)).status]).toEqual([url, 200])
    expect([url, await from('203.0.113.9', url)]).toMatchObject([url, { status: 403, code: 'ADDRESS_NOT_ALLOWED' }])
  }
  expect((await from('203.0.113.9', '/api/plans')).status).toBe(200)
  const { rows } = await server.database.pool.query("SELECT verb, address FROM journal_entry WHERE result = 'refused' ORDER BY id")
  expect(rows).toContainEqual({ verb: 'journal:export', address: '203.0.113.9' })
})

test('assurance 8: an administrator unlocks before the ten minutes are over', async () => {
  const unit = await signInNewUnit('lisi')
  const signIn = async (password: string) => (await server.ask('POST', '/api/session', { login: 'lisi', password })).status
  for (let guess = 0; guess < 5; guess += 1) await signIn(`wrong-${guess}`)
  expect(await signIn(OWN_PASSWORD)).toBe(401)
  expect((await server.ask('POST', `/api/accounts/${unit.id}/unlock`, {}, cookie)).status).toBe(200)
  expect(await signIn(OWN_PASSWORD)).toBe(200)
})

test('assurance 6: a printed password is worth nothing after seventy-two hours, nor after it was changed', async () => {
  const [made, late] = await createAccounts(
    server,
    cookie,
    ['lisi', 'wangwu'].map((login) => ({ person: null, name: login, login, post: 'unit' as const })),
  )
  const signIn = ({ login, password }: { login: string; password: string } = { login: '', password: '' }) =>
    server.ask('POST', '/api/session', { login, password })
  const first = await signIn(made)
  expect(await server.ask('GET', '/api/plans', null, first.cookie)).toMatchObject({ status: 403, code: 'PASSWORD_CHANGE_REQUIRED' })
  await server.ask('POST', '/api/session/password', { current: made?.password ?? '', next: 'Unit#Horse-2026' }, first.cookie)
  expect((await signIn(made)).status).toBe(401)
  server.clock.forward(72 * 60)
  expect((await signIn(late)).status).toBe(401)
  expect(made?.password).not.toBe(late?.password)
})
