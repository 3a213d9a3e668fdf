import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signInNew } from '#server/account/account.fixture.ts'
import { openDirectory } from '#server/authn/elsewhere/directory.ts'
import type { DirectorySettings } from '#server/platform/sign-in-settings.ts'
import { LOGIN, PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'
import { ALICE, BASE, hasSlapd, type RunningDirectory, startDirectory } from '#test/identity/slapd.ts'

describe.skipIf(!hasSlapd)('a directory', () => {
  let running: RunningDirectory
  beforeAll(async () => {
    running = await startDirectory()
  })
  afterAll(() => running.close())

  const settings = (more: Partial<DirectorySettings> = {}): DirectorySettings => ({
    url: running.plain,
    isStartTls: false,
    base: `ou=people,${BASE}`,
    attribute: 'uid',
    ca: null,
    ...running.searcher,
    ...more,
  })

  test.for([
    ['alice', ALICE, true],
    ['alice', 'wrong', false],
    ['bob', ALICE, false],
    ['nobody', ALICE, false],
    ['*', ALICE, false],
    ['a*', ALICE, false],
    ['*)(uid=*', ALICE, false],
    ['alice)(objectClass=*', ALICE, false],
    ['alice\u0000', ALICE, false],
    ['alice', '', false],
    ['', '', false],
  ] as const)('assurance 17: knows %s with “%s”: %s', async ([subject, password, fits]) => {
    expect(await openDirectory(settings()).fits(subject, password)).toBe(fits)
  })

  test('assurance 17: an empty password never reaches it', async () => {
    const before = running.binds('alice')
    await openDirectory(settings()).fits('alice', '')
    expect(running.binds('alice')).toBe(before)
  })

  test('an ambiguous name is nobody’s', async () => {
    expect(await openDirectory(settings({ attribute: 'mail' })).fits('zhangsan@court.example', ALICE)).toBe(false)
  })

  test.for(['ldaps', 'StartTLS'] as const)('by %s with its authority it answers, without it is away', async (how) => {
    const secure = how === 'ldaps' ? { url: running.tls } : { isStartTls: true }
    expect(await openDirectory(settings({ ...secure, ca: running.ca })).fits('alice', ALICE)).toBe(true)
    await expect(openDirectory(settings(secure)).fits('alice', ALICE)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })

  describe('at sign-in', () => {
    let server: TestServer
    let cookie: string
    let unit: { readonly id: string; readonly cookie: string }
    beforeEach(async () => {
      server = await startTestServer({ rules: { directory: openDirectory(settings()) } })
      cookie = await server.setUp()
      unit = await signInNew(server, cookie, { person: null, name: 'lisi', post: 'unit' })
      const linked = await server.ask('POST', `/api/accounts/${unit.id}/identities`, { kind: 'directory', subject: 'alice' }, cookie)
      if (linked.status !== 200) throw new Error(JSON.stringify(linked.body))
    })
    afterEach(() => server.close())
    const signIn = (password: string, login = 'lisi') => server.ask('POST', '/api/session', { login, password })

    test('asks the directory for whoever is linked with it, and nobody else', async () => {
      expect((await server.ask('GET', '/api/session', null, unit.cookie)).status).toBe(401)
      const answer = await signIn(ALICE)
      expect(answer).toMatchObject({ status: 200, body: { login: 'lisi', via: 'directory', mustChangePassword: false } })
      expect((await signIn('Unit#Horse-2026')).status).toBe(401)
      expect((await signIn(PASSWORD, LOGIN)).body).toMatchObject({ via: 'password' })
      expect((await signIn(ALICE, LOGIN)).status).toBe(401)
    })

    test('its password is neither expired nor changed here, and proves anew who one is', async () => {
      await server.database.pool.query("UPDATE account SET password_changed_at = '2020-01-01'")
      const { cookie: session } = await signIn(ALICE)
      expect((await server.ask('GET', '/api/plans', null, session)).status).toBe(200)
      const change = await server.ask('POST', '/api/session/password', { current: ALICE, next: 'Another#Horse9' }, session)
      expect(change).toMatchObject({ status: 422, body: { data: { refusal: 'password-elsewhere' } } })
      expect((await server.ask('POST', '/api/session/confirmation', { password: ALICE }, session)).status).toBe(200)
    })

    test('assurance 10: five wrong passwords lock the account before the directory is asked again', async () => {
      const before = running.binds('alice')
      await Promise.all(Array.from({ length: 20 }, (_, guess) => signIn(`wrong-${guess}`)))
      expect(running.binds('alice') - before).toBe(5)
      expect((await signIn(ALICE)).status).toBe(401)
      expect(running.binds('alice') - before).toBe(5)
      server.clock.forward(11)
      expect((await signIn(ALICE)).status).toBe(200)
    })

    test('once unlinked the account’s own password counts', async () => {
      const removed = await server.ask('POST', `/api/accounts/${unit.id}/identities/remove`, { kind: 'directory' }, cookie)
      expect(removed.status).toBe(200)
      expect([(await signIn(ALICE)).status, (await signIn('Unit#Horse-2026')).status]).toEqual([401, 200])
    })
  })
})

describe('a directory that does not answer', () => {
  let server: TestServer
  afterEach(() => server.close())

  test('is said to be away and locks nobody; others sign in as ever', async () => {
    const away = { url: 'ldap://127.0.0.1:9', isStartTls: false, base: BASE, attribute: 'uid', user: null, passwordFile: null, ca: null }
    server = await startTestServer({ rules: { directory: openDirectory(away) } })
    const cookie = await server.setUp()
    const unit = await signInNew(server, cookie, { person: null, name: 'lisi', post: 'unit' })
    await server.ask('POST', `/api/accounts/${unit.id}/identities`, { kind: 'directory', subject: 'alice' }, cookie)
    for (let n = 0; n < 7; n += 1)
      expect(await server.ask('POST', '/api/session', { login: 'lisi', password: ALICE })).toMatchObject({ status: 503 })
    const { rows } = await server.database.pool.query("SELECT failed_attempts, locked_until FROM account WHERE login = 'lisi'")
    expect(rows).toEqual([{ failed_attempts: 0, locked_until: null }])
    expect((await server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).status).toBe(200)
  })
})
