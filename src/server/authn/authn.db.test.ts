import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LOGIN, PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
beforeEach(async () => {
  server = await startTestServer()
  cookie = await server.setUp()
})
afterEach(() => server.close())

const signIn = (password = PASSWORD, login = LOGIN) => server.ask('POST', '/api/session', { login, password })
const change = (current: string, next: string, session = cookie) => server.ask('POST', '/api/session/password', { current, next }, session)
const statusOf = async (session: string | null) => (await server.ask('GET', '/api/session', null, session)).status
const journal = () =>
  server.database.pool
    .query<{ verb: string; result: string }>('SELECT verb, result FROM journal_entry ORDER BY id')
    .then(({ rows }) => rows.map(({ verb, result }) => `${verb} ${result}`))

describe('sign-in', () => {
  test('gives a session, and says who it is', async () => {
    const answer = await signIn()
    expect(answer).toMatchObject({
      status: 200,
      body: { name: '张三', login: LOGIN, jurisdiction: '某市中级人民法院', post: 'office', mustChangePassword: false },
    })
    expect(await statusOf(answer.cookie)).toBe(200)
  })

  test.for(['ZhangSan', ' zhangsan ', 'ｚｈａｎｇｓａｎ'])('takes the login %s for the same', async (login) => {
    expect((await signIn(PASSWORD, login)).status).toBe(200)
  })

  test('assurance 25: the cookie is out of reach of scripts and other sites', async () => {
    expect(String((await signIn()).headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict$/)
  })

  test('assurance 19: gives a new token each time and ends the session it replaces', async () => {
    const again = await server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD }, cookie)
    expect(again.cookie).not.toBe(cookie)
    expect([await statusOf(cookie), await statusOf(again.cookie)]).toEqual([401, 200])
  })

  test('assurance 18: nothing but the digest of a token is stored', async () => {
    const token = cookie.split('=')[1] ?? ''
    const { rows } = await server.database.pool.query<{ token_digest: Buffer }>('SELECT token_digest FROM session')
    expect(rows[0]?.token_digest).toEqual(createHash('sm3').update(token).digest())
  })
})

describe('guessing', () => {
  test('assurance 8: five failures lock the account, for the right password too, for ten minutes', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 7; guess += 1) statuses.push((await signIn(`wrong-${guess}`)).status)
    expect(statuses).toEqual(Array.from({ length: 7 }, () => 401))
    expect((await signIn()).status).toBe(401)
    server.clock.forward(9.9)
    expect((await signIn()).status).toBe(401)
    server.clock.forward(0.2)
    expect((await signIn()).status).toBe(200)
  })

  test('a success forgets earlier failures', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let guess = 0; guess < 4; guess += 1) await signIn('wrong')
      expect((await signIn()).status).toBe(200)
    }
  })

  test('assurance 9: of fifty guesses at once at most five count, and the account is locked', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, guess) => signIn(`wrong-${guess}`)))
    expect(answers.every(({ status }) => status === 401)).toBe(true)
    const { rows } = await server.database.pool.query('SELECT failed_attempts, locked_until > $1 AS locked FROM account', [
      server.clock.now(),
    ])
    expect(rows).toEqual([{ failed_attempts: 5, locked: true }])
    const { rows: entries } = await server.database.pool.query(
      "SELECT after->>'account' AS state, count(*)::int AS n FROM journal_entry WHERE result = 'refused' GROUP BY 1",
    )
    expect(entries.reduce((sum: number, { n }) => sum + n, 0)).toBe(50)
  })

  test('assurance 11: unknown, wrong, locked and disabled answer alike, after one hashing each', async () => {
    const ask = async (login: string) => {
      const before = server.limits.hasher.verifications()
      const { status, body } = await signIn('wrong', login)
      return { status, body, hashings: server.limits.hasher.verifications() - before }
    }
    const unknown = await ask('nobody')
    const wrong = await ask(LOGIN)
    for (let guess = 0; guess < 5; guess += 1) await signIn('wrong')
    const locked = await ask(LOGIN)
    await server.database.pool.query('UPDATE account SET disabled_at = $1, locked_until = NULL', [server.clock.now()])
    const disabled = await ask(LOGIN)
    expect(unknown).toMatchObject({ status: 401, hashings: 1 })
    expect([wrong, locked, disabled]).toEqual([unknown, unknown, unknown])
  })

  test('assurance 10: guesses at the current password count toward the same lock', async () => {
    for (let guess = 0; guess < 5; guess += 1) {
      const answer = await server.ask('POST', '/api/session/password', { current: 'wrong', next: 'Another#Horse9' }, cookie)
      expect(answer.status).toBe(401)
    }
    expect((await signIn()).status).toBe(401)
  })

  test('assurance 12: an address that fails a hundred times is refused whatever account it names', async () => {
    const statuses = []
    for (let guess = 0; guess < 101; guess += 1) statuses.push((await signIn('wrong', `nobody-${guess}`)).status)
    expect([statuses[99], statuses[100]]).toEqual([401, 429])
    const forwarded = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: LOGIN, password: PASSWORD },
      headers: { 'x-forwarded-for': '203.0.113.9' },
    })
    expect(forwarded.status).toBe(429)
    server.clock.forward(11)
    expect((await signIn()).status).toBe(200)
  })
})

describe('a session ends', () => {
  test('assurance 21: when signed out; its token is worth nothing afterwards', async () => {
    expect((await server.ask('DELETE', '/api/session', null, cookie)).status).toBe(200)
    expect(await statusOf(cookie)).toBe(401)
  })

  test('assurance 22: with the account', async () => {
    await server.database.pool.query('UPDATE account SET disabled_at = $1', [server.clock.now()])
    expect(await statusOf(cookie)).toBe(401)
  })

  test('assurance 20: after thirty idle minutes', async () => {
    server.clock.forward(29)
    expect(await statusOf(cookie)).toBe(200)
    server.clock.forward(29)
    expect(await statusOf(cookie)).toBe(200)
    server.clock.forward(31)
    expect(await statusOf(cookie)).toBe(401)
  })

  test('assurance 20: after twelve hours, however busy', async () => {
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      server.clock.forward(20)
      expect(await statusOf(cookie)).toBe(200)
    }
    server.clock.forward(20)
    expect(await statusOf(cookie)).toBe(401)
  })

  test('assurance 24: when a fourth is opened: the oldest', async () => {
    const cookies = [cookie]
    for (let more = 0; more < 3; more += 1) {
      server.clock.forward(1)
      cookies.push((await signIn()).cookie ?? '')
    }
    expect(await Promise.all(cookies.map(statusOf))).toEqual([401, 200, 200, 200])
  })
})

describe('the password', () => {
  test('assurance 4: after ninety days everything but changing it is refused', async () => {
    await server.database.pool.query('UPDATE account SET password_changed_at = $1::timestamptz - interval $$91 days$$', [
      server.clock.now(),
    ])
    expect((await server.ask('GET', '/api/session', null, cookie)).body).toMatchObject({ mustChangePassword: true })
    expect(await server.ask('GET', '/api/plans', null, cookie)).toMatchObject({ status: 403, code: 'PASSWORD_CHANGE_REQUIRED' })
    const changed = await change(PASSWORD, 'Another#Horse9')
    expect(changed).toMatchObject({ status: 200, body: { mustChangePassword: false } })
  })

  test('assurance 7: a change ends every session, and the request goes on with a new one', async () => {
    const other = (await signIn()).cookie
    const changed = await change(PASSWORD, 'Another#Horse9')
    expect([await statusOf(cookie), await statusOf(other), await statusOf(changed.cookie)]).toEqual([401, 401, 200])
    expect([(await signIn()).status, (await signIn('Another#Horse9')).status]).toEqual([401, 200])
  })

  test('assurance 5: the last five may not come back', async () => {
    let session = cookie
    const words = ['One#Horse91', 'Two#Horse91', 'Three#Horse91', 'Four#Horse91', 'Five#Horse91']
    let current = PASSWORD
    for (const next of words) {
      server.clock.forward(1)
      const answer = await change(current, next, session)
      expect(answer.status).toBe(200)
      session = answer.cookie ?? ''
      current = next
    }
    expect(await change(current, PASSWORD, session)).toMatchObject({
      status: 400,
      body: { data: { fields: [{ path: ['next'], code: 'reused' }] } },
    })
    expect((await change(current, current, session)).status).toBe(400)
  })

  test.for([
    ['Ab1#xyz', 'too-short'],
    ['abcdefgh', 'too-simple'],
    ['Zhangsan#99', 'contains-login'],
    ['Password#1', 'too-common'],
    ['Xiaohao@2026', 'too-common'],
    ['法院Fayuan1', 'too-common'],
    ['Dragon2026!', 'too-common'],
  ] as const)('assurance 2: %s is refused: %s', async ([next, code]) => {
    expect(await change(PASSWORD, next)).toMatchObject({
      status: 400,
      code: 'INVALID',
      body: { data: { fields: [{ path: ['next'], code }] } },
    })
  })

  test.for(['春风又绿江南岸 2026 明月何时', `Aa1#${'x'.repeat(60)}`])(
    'assurance 3: long ones count to the last character: %s',
    async (next) => {
      expect((await change(PASSWORD, next)).status).toBe(200)
      expect((await signIn(`${next.slice(0, -1)}?`)).status).toBe(401)
      expect((await signIn(next)).status).toBe(200)
    },
  )
})

test('assurance 49: the journal tells of each sign-in, failed ones too, without a secret', async () => {
  await signIn('wrong-canary')
  await signIn('wrong', 'nobody')
  await signIn()
  await server.ask('POST', '/api/session/password', { current: PASSWORD, next: 'Another#Horse9' }, cookie)
  const last = (await signIn('Another#Horse9')).cookie
  await server.ask('DELETE', '/api/session', null, last)
  expect(await journal()).toEqual([
    'setup.complete done',
    'session.sign-in refused',
    'session.sign-in done',
    'session.change-password done',
    'session.sign-in done',
    'session.sign-out done',
  ])
  const { rows } = await server.database.pool.query('SELECT * FROM journal_entry')
  expect(JSON.stringify(rows)).not.toMatch(/canary|Horse/)
  expect((await server.database.pool.query('SELECT * FROM unknown_sign_in')).rowCount).toBe(1)
})

test('the program itself may not change the journal', async () => {
  for (const command of ["UPDATE journal_entry SET verb = 'x'", 'DELETE FROM journal_entry', 'TRUNCATE journal_entry'])
    await expect(server.database.pool.query(command)).rejects.toMatchObject({ code: '42501' })
})
