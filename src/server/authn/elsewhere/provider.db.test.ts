import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { signInNew } from '#server/account/account.fixture.ts'
import { openProvider } from '#server/authn/elsewhere/provider.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'
import { type FalseProvider, startFalseProvider } from '#test/identity/false-provider.ts'
import { ADDRESS, CLIENT, CLIENT_SECRET, type RunningProvider, startProvider, walkThrough } from '#test/identity/provider.ts'

const folder = mkdtempSync('/tmp/xiaohao-oidc-')
const secretFile = path.join(folder, 'secret')
writeFileSync(secretFile, CLIENT_SECRET)

let server: TestServer
let cookie: string
let running: RunningProvider

async function serve(issuer: string, hosts: readonly string[] = []): Promise<void> {
  const provider = openProvider({ issuer, client: CLIENT, secretFile, address: ADDRESS, hosts })
  server = await startTestServer({ rules: { provider } })
  cookie = await server.setUp()
}

/** Begins at the program; `session` where somebody is signed in. */
async function begin(purpose: 'sign-in' | 'link' | 'confirm', session?: string) {
  const url = purpose === 'sign-in' ? '/api/federated/start' : '/api/federated/start-own'
  const answer = await server.inject({
    method: 'POST',
    url,
    payload: purpose === 'sign-in' ? {} : { purpose },
    headers: session === undefined ? {} : { cookie: session },
  })
  const secret = /xiaohao-elsewhere=[^;]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? ''
  return { ...answer, url: z.object({ url: z.string() }).safeParse(answer.body).data?.url ?? '', secret }
}

const finish = (query: string, secret: string, session?: string) =>
  server.ask('POST', '/api/federated/finish', { query }, [secret, session ?? ''].filter((part) => part !== '').join('; '))

async function link(login: string, session = cookie): Promise<number> {
  const { url, secret } = await begin('link', session)
  return (await finish(await walkThrough(url, login), secret, session)).status
}

async function signIn(login: string) {
  const { url, secret } = await begin('sign-in')
  return finish(await walkThrough(url, login), secret)
}

/** What a provider sends back, and the nonce it was given. */
const queryFor = (url: string, state = new URL(url).searchParams.get('state') ?? '') => `code=x&state=${state}`
const nonceOf = (url: string) => ({ nonce: new URL(url).searchParams.get('nonce') })

afterEach(async () => {
  await server.close()
  await running.close()
})

describe('with a real provider', () => {
  beforeEach(async () => {
    running = await startProvider()
    await serve(running.issuer)
  })

  test('assurance 17: whoever is linked once signs in there, under issuer and subject', async () => {
    expect((await signIn('alice')).status).toBe(401)
    expect(await link('alice')).toBe(200)
    const { rows } = await server.database.pool.query('SELECT issuer, subject FROM federated_identity')
    expect(rows).toEqual([{ issuer: running.issuer, subject: 'alice' }])
    const answer = await signIn('alice')
    expect(answer).toMatchObject({ status: 200, body: { login: 'zhangsan', via: 'provider', purpose: 'sign-in' } })
    expect((await server.ask('GET', '/api/plans', null, answer.cookie)).status).toBe(200)
    expect((await signIn('mallory')).status).toBe(401)
  })

  test('an administrator links others; an identity is one account’s', async () => {
    const unit = await signInNew(server, cookie, { person: null, name: 'lisi', post: 'unit' })
    const by = (subject: string, id: string) => server.ask('POST', `/api/accounts/${id}/identities`, { kind: 'provider', subject }, cookie)
    expect((await server.ask('POST', `/api/accounts/${unit.id}/identities`, { kind: 'provider', subject: 'x' }, unit.cookie)).status).toBe(
      403,
    )
    expect((await by('bob', unit.id)).status).toBe(200)
    expect((await signIn('bob')).body).toMatchObject({ login: 'lisi' })
    expect(await link('bob')).toBe(422)
    expect((await server.ask('POST', `/api/accounts/${unit.id}/identities/remove`, { kind: 'provider' }, cookie)).status).toBe(200)
    expect((await signIn('bob')).status).toBe(401)
  })

  test('assurance 10: a locked or disabled account is not let in by this door', async () => {
    expect(await link('alice')).toBe(200)
    for (let guess = 0; guess < 5; guess += 1) await server.ask('POST', '/api/session', { login: 'zhangsan', password: 'wrong' })
    expect((await signIn('alice')).status).toBe(401)
    server.clock.forward(11)
    expect((await signIn('alice')).status).toBe(200)
    await server.database.pool.query('UPDATE account SET disabled_at = now()')
    expect((await signIn('alice')).status).toBe(401)
  })

  test('who one is may be proved anew there; an answer counts once, and for the browser that began', async () => {
    expect(await link('alice')).toBe(200)
    const session = (await signIn('alice')).cookie ?? ''
    server.clock.forward(16)
    expect((await server.ask('POST', '/api/second-factor/codes', {}, session)).code).toBe('RECENT_SIGN_IN_REQUIRED')
    const { url, secret } = await begin('confirm', session)
    expect(url).toContain('prompt=login')
    const query = await walkThrough(url, 'alice')
    expect((await finish(query, 'xiaohao-elsewhere=guessed', session)).status).toBe(401)
    const confirmed = await finish(query, secret, session)
    expect(confirmed).toMatchObject({ status: 200, body: { purpose: 'confirm' } })
    expect((await finish(query, secret, confirmed.cookie ?? '')).status).toBe(401)
    expect((await server.ask('POST', '/api/second-factor/codes', {}, confirmed.cookie)).status).toBe(200)
  })

  test('another’s identity proves nothing, nor does a link begun by somebody else', async () => {
    expect(await link('alice')).toBe(200)
    const confirming = await begin('confirm', cookie)
    expect((await finish(await walkThrough(confirming.url, 'mallory'), confirming.secret, cookie)).status).toBe(401)
    const linking = await begin('link', cookie)
    const unit = await signInNew(server, cookie, { person: null, name: 'lisi', post: 'unit' })
    expect((await finish(await walkThrough(linking.url, 'carol'), linking.secret, unit.cookie)).status).toBe(401)
  })
})

describe('with one that lies', () => {
  let liar: FalseProvider
  beforeEach(async () => {
    liar = await startFalseProvider()
    running = liar
    await serve(liar.issuer)
    const account = (await server.ask('GET', '/api/session', null, cookie)).body['accountId']
    await server.ask('POST', `/api/accounts/${String(account)}/identities`, { kind: 'provider', subject: 'alice' }, cookie)
  })

  test('a right token is taken', async () => {
    const { url, secret } = await begin('sign-in')
    liar.claim(nonceOf(url))
    expect((await finish(queryFor(url), secret)).status).toBe(200)
  })

  test.for([
    ['another audience', { aud: 'somebody-else' }, 'itself'],
    ['another nonce', { nonce: 'x' }, 'itself'],
    ['no nonce', { nonce: undefined }, 'itself'],
    ['another issuer', { iss: 'https://evil.example' }, 'itself'],
    ['a past end', { exp: 1 }, 'itself'],
    ['no signature', {}, 'nobody'],
    ['a stranger’s signature', {}, 'stranger'],
  ] as const)('assurance 17: a token with %s is refused', async ([, claims, signedBy]) => {
    const { url, secret } = await begin('sign-in')
    liar.claim({ ...nonceOf(url), ...claims }, signedBy)
    expect((await finish(queryFor(url), secret)).status).toBe(401)
  })

  test('assurance 17: another state is refused, and the provider is not asked', async () => {
    const { url, secret } = await begin('sign-in')
    liar.claim(nonceOf(url))
    expect((await finish(queryFor(url, 'x'), secret)).status).toBe(401)
    expect(liar.asked).not.toContain('/token')
  })

  test('assurance 62: no redirection is followed', async () => {
    const { url, secret } = await begin('sign-in')
    liar.claim(nonceOf(url))
    liar.sendAway(`${liar.issuer}/elsewhere`)
    expect((await finish(queryFor(url), secret)).status).toBe(401)
    expect(liar.asked).not.toContain('/elsewhere')
  })
})

test('assurance 62: a host that the settings do not name is not asked', async () => {
  const other = await startFalseProvider()
  const liar = await startFalseProvider()
  running = liar
  liar.giveTokensAt(`${other.issuer}/token`)
  await serve(liar.issuer)
  const { url, secret } = await begin('sign-in')
  expect((await finish(`code=x&state=${new URL(url).searchParams.get('state') ?? ''}`, secret)).status).toBe(401)
  expect(other.asked).toEqual([])
  await other.close()
})

test('a provider that does not answer is said to be away', async () => {
  running = await startFalseProvider()
  const { issuer } = running
  await running.close()
  await serve(issuer)
  expect(await begin('sign-in')).toMatchObject({ status: 503 })
  rmSync(folder, { recursive: true })
})
