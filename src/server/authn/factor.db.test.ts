import { sm2 } from 'sm-crypto-v2'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { goIntoService } from '#server/access/administrators.fixture.ts'
import { enrolApp, signInHalf } from '#server/authn/factor.fixture.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
beforeEach(async () => {
  server = await startTestServer()
  cookie = await server.setUp()
})
afterEach(() => server.close())

const give = (code: string, session: string | null) => server.ask('POST', '/api/session/factor', { code }, session)
const plans = (session: string | null) => server.ask('GET', '/api/plans', null, session)
const REQUIRED = { status: 403, code: 'SECOND_FACTOR_REQUIRED' }

const print = async (session = cookie) => {
  const { body } = await server.ask('POST', '/api/second-factor/codes', {}, session)
  return z.object({ codes: z.array(z.string()) }).parse(body).codes
}
const challenge = async (session: string) =>
  z.object({ challenge: z.string() }).parse((await server.ask('POST', '/api/session/challenge', {}, session)).body).challenge

describe('a code of an app', () => {
  test('assurance 13: once enrolled the password alone opens nothing', async () => {
    const app = await enrolApp(server, cookie)
    expect((await plans(app.cookie)).status).toBe(200)
    const half = await signInHalf(server)
    expect((await server.ask('GET', '/api/session', null, half)).body).toMatchObject({ step: 'give-factor', hasFactor: true })
    expect(await plans(half)).toMatchObject(REQUIRED)
    for (const [method, url, body] of [
      ['POST', '/api/session/password', { current: 'x', next: 'Another#Horse9' }],
      ['POST', '/api/session/confirmation', { password: 'x' }],
      ['POST', '/api/second-factor/totp', {}],
      ['DELETE', '/api/second-factor/totp', null],
      ['POST', '/api/second-factor/codes', {}],
      ['GET', '/api/session/all', null],
      ['GET', '/api/live', null],
    ] as const)
      expect([url, await server.ask(method, url, body, half)]).toMatchObject([url, REQUIRED])
    const whole = await give(app.code(), half)
    expect(whole).toMatchObject({ status: 200, body: { step: null } })
    expect((await plans(whole.cookie)).status).toBe(200)
  })

  test('assurance 14: counts once in its step; a replay is refused', async () => {
    const app = await enrolApp(server, cookie)
    const code = app.code()
    const [first, second] = [await signInHalf(server), await signInHalf(server)]
    expect((await give(code, first)).status).toBe(200)
    expect((await give(code, second)).status).toBe(401)
    expect((await give(app.code(-1), second)).status).toBe(401)
    server.clock.forward(1)
    expect((await give(app.code(), second)).status).toBe(200)
  })

  test('assurance 14: of many replays at once one counts', async () => {
    const app = await enrolApp(server, cookie)
    const halves = [await signInHalf(server), await signInHalf(server), await signInHalf(server)]
    const answers = await Promise.all(halves.map((half) => give(app.code(), half)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401])
  })

  test('assurance 14: five wrong ones lock the account; knowing the password gives no more tries', async () => {
    const app = await enrolApp(server, cookie)
    for (let guess = 0; guess < 5; guess += 1) {
      const half = await signInHalf(server)
      expect((await give('000000', half)).status).toBe(401)
    }
    expect((await server.ask('POST', '/api/session', { login: 'zhangsan', password: 'Correct#Horse9' })).status).toBe(401)
    server.clock.forward(11)
    expect((await give(app.code(), await signInHalf(server))).status).toBe(200)
  })

  test('assurance 14: the seed lies sealed, and a wrong code enrols nothing', async () => {
    const app = await enrolApp(server, cookie)
    const { rows } = await server.database.pool.query<{ sealed_seed: Buffer; pending_seed: Buffer | null }>('SELECT * FROM totp')
    expect(rows[0]?.sealed_seed.includes(app.seed)).toBe(false)
    expect(rows[0]?.pending_seed).toBeNull()
    await server.ask('POST', '/api/second-factor/totp', {}, app.cookie)
    expect((await server.ask('POST', '/api/second-factor/totp/confirmation', { code: '000000' }, app.cookie)).status).toBe(401)
    server.clock.forward(1)
    expect((await give(app.code(), await signInHalf(server))).status).toBe(200)
  })

  test('assurance 24: of whole sessions the oldest beyond three ends; the password alone ends none', async () => {
    const app = await enrolApp(server, cookie)
    const whole = [app.cookie]
    for (let n = 0; n < 3; n += 1) {
      server.clock.forward(1)
      whole.push((await give(app.code(), await signInHalf(server))).cookie ?? '')
    }
    for (let n = 0; n < 5; n += 1) await signInHalf(server)
    const statuses = await Promise.all(whole.map(async (each) => (await plans(each)).status))
    expect(statuses).toEqual([401, 200, 200, 200])
  })

  test('a session that waits for its second factor ends after ten minutes', async () => {
    const app = await enrolApp(server, cookie)
    const half = await signInHalf(server)
    server.clock.forward(11)
    expect((await give(app.code(), half)).status).toBe(401)
  })
})

describe('a printed list', () => {
  test('has ten codes, each of which counts once, however it is typed', async () => {
    const codes = await print()
    expect(codes).toHaveLength(10)
    const [first = '', second = ''] = codes
    expect((await give(first.toUpperCase().replace('-', ' '), await signInHalf(server))).status).toBe(200)
    expect((await give(first, await signInHalf(server))).status).toBe(401)
    const whole = await give(second, await signInHalf(server))
    expect((await server.ask('GET', '/api/second-factor', null, whole.cookie)).body).toMatchObject({ codesLeft: 8, totpSince: null })
  })

  test('is kept as digests that the database alone cannot try words against', async () => {
    const [code = ''] = await print()
    const { rows } = await server.database.pool.query<{ digest: Buffer }>('SELECT digest FROM printed_code')
    expect(rows).toHaveLength(10)
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  test('ends with a new one, and stays a second factor when it is used up', async () => {
    const [old = ''] = await print()
    const codes = await print()
    expect((await give(old, await signInHalf(server))).status).toBe(401)
    for (const code of codes) expect((await give(code, await signInHalf(server))).status).toBe(200)
    expect(await plans(await signInHalf(server))).toMatchObject(REQUIRED)
  })
})

describe('a certificate key', () => {
  const pair = sm2.generateKeyPairHex()
  const other = sm2.generateKeyPairHex()
  const sign = (text: string, { privateKey, publicKey } = pair) => sm2.doSignature(text, privateKey, { hash: true, der: true, publicKey })
  const add = async (keys = pair) => {
    const text = await challenge(cookie)
    const body = { name: 'UKey 1', publicKey: keys.publicKey, challenge: text, signature: sign(text) }
    return server.ask('POST', '/api/second-factor/keys', body, cookie)
  }

  test('is enrolled by signing, and signs in by signing', async () => {
    expect(await add()).toMatchObject({ status: 200, body: { keys: [{ name: 'UKey 1' }] } })
    const half = await signInHalf(server)
    const text = await challenge(half)
    const whole = await server.ask('POST', '/api/session/signature', { challenge: text, signature: sign(text) }, half)
    expect(whole).toMatchObject({ status: 200, body: { step: null } })
    expect((await plans(whole.cookie)).status).toBe(200)
  })

  test('is not enrolled by another’s signature', async () => {
    expect((await add(other)).status).toBe(401)
    expect((await server.ask('GET', '/api/second-factor', null, cookie)).body).toMatchObject({ keys: [] })
  })

  test('signs one challenge of its own session, once and within five minutes', async () => {
    await add()
    const [half, elsewhere] = [await signInHalf(server), await signInHalf(server)]
    const ask = (text: string, session: string, keys = pair) =>
      server.ask('POST', '/api/session/signature', { challenge: text, signature: sign(text, keys) }, session)
    const text = await challenge(half)
    expect((await ask(text, elsewhere)).status).toBe(401)
    expect((await ask(text, half, other)).status).toBe(401)
    expect((await ask(text, half)).status).toBe(401)
    const late = await challenge(half)
    server.clock.forward(6)
    expect((await ask(late, half)).status).toBe(401)
    const good = await challenge(half)
    expect((await ask(good, half)).status).toBe(200)
  })
})

describe('in service', () => {
  test('assurance 13: administrators and the office get nowhere with the password alone, and keep one factor', async () => {
    const by = await goIntoService(server, cookie)
    for (const session of Object.values(by))
      expect((await server.ask('GET', '/api/session', null, session)).body).toMatchObject({ step: null })
    await server.database.pool.query('DELETE FROM printed_code')
    for (const [session, url] of [
      [by.office, '/api/plans'],
      [by.system_admin, '/api/accounts'],
      [by.security_admin, '/api/grants'],
      [by.audit_admin, '/api/journal/export'],
    ] as const)
      expect([url, await server.ask('GET', url, null, session)]).toMatchObject([
        url,
        { ...REQUIRED, body: { data: { step: 'enrol-factor' } } },
      ])
    const app = await enrolApp(server, by.office)
    expect(await server.ask('DELETE', '/api/second-factor/totp', null, app.cookie)).toMatchObject({
      status: 422,
      body: { data: { refusal: 'last-factor' } },
    })
  })

  test('who lost theirs has it cleared by somebody else, and signs in to enrol anew', async () => {
    const by = await goIntoService(server, cookie)
    const id = String((await server.ask('GET', '/api/session', null, by.office)).body['accountId'])
    expect((await server.ask('POST', `/api/accounts/${id}/clear-factors`, {}, by.system_admin)).status).toBe(403)
    expect((await server.ask('POST', `/api/accounts/${id}/clear-factors`, {}, by.security_admin)).status).toBe(200)
    expect((await server.ask('GET', '/api/session', null, by.office)).status).toBe(401)
    expect((await server.ask('GET', '/api/session', null, await signInHalf(server))).body).toMatchObject({ step: 'enrol-factor' })
  })
})
