import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await startTestServer()
  cookie = await server.setUp()
})
afterAll(() => server.close())

const SIGN_IN = { method: 'POST', url: '/api/session' } as const
const JSON_TYPE = { 'content-type': 'application/json' }

describe('assurance 26: a request from elsewhere is refused', () => {
  test.for([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:81' }],
    ['no origin a page has', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['a foreign host name', { host: 'evil.example' }],
  ] as const)('%s', async ([, headers]) => {
    const answer = await server.inject({ method: 'DELETE', url: '/api/session', headers: { ...headers, cookie } })
    expect(answer).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    expect((await server.ask('GET', '/api/session', null, cookie)).status).toBe(200)
  })

  test('plain text and forms', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/plain;application/json']) {
      const answer = await server.inject({ ...SIGN_IN, headers: { 'content-type': type }, payload: '{"login":"a","password":"b"}' })
      expect(answer).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' })
    }
  })

  test('but our own page and programs are served', async () => {
    for (const headers of [{ origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' }, {}]) {
      const answer = await server.inject({ ...SIGN_IN, headers, payload: { login: 'nobody', password: 'wrong' } })
      expect(answer.status).toBe(401)
    }
  })
})

describe('input that will not do is named, never executed', () => {
  test.for([
    ['an unknown key', { login: 'a', password: 'b', post: 'office' }],
    ['a missing key', { login: 'a' }],
    ['another type', { login: ['a'], password: 'b' }],
    ['an empty text', { login: '', password: 'b' }],
    ['too long a text', { login: 'a'.repeat(65), password: 'b' }],
    ['a NUL', { login: 'a\u0000', password: 'b' }],
    ['half a character', { login: 'a', password: '\ud800' }],
    ['an array', ['a']],
  ] as const)('%s', async ([, payload]) => {
    const answer = await server.inject({ ...SIGN_IN, payload })
    expect(answer).toMatchObject({ status: 400, code: 'INVALID', body: { data: { fields: expect.any(Array) } } })
  })

  test.for([
    ['no JSON', '{"login":', 400],
    ['a prototype', '{"__proto__":{"x":1},"login":"a","password":"b"}', 400],
    ['a constructor', '{"constructor":{"prototype":{}},"login":"a","password":"b"}', 400],
    ['nothing', '', 400],
    ['depth', `{"login":"a","password":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400],
    ['over a megabyte', JSON.stringify({ login: 'a', password: 'b'.repeat(1024 ** 2) }), 413],
  ] as const)('%s', async ([, payload, status]) => {
    const answer = await server.inject({ ...SIGN_IN, headers: JSON_TYPE, payload })
    expect(answer.status).toBe(status)
    expect(Object.keys(answer.body).toSorted((a, b) => a.localeCompare(b))).toEqual(
      expect.arrayContaining(['code', 'defined', 'message', 'status']),
    )
  })

  test('names each field', async () => {
    const { body } = await server.inject({ ...SIGN_IN, payload: { login: 'a', extra: 1 } })
    expect(body).toMatchObject({
      data: {
        fields: expect.arrayContaining([
          { path: ['password'], code: 'invalid_type' },
          expect.objectContaining({ code: 'unrecognized_keys' }),
        ]),
      },
    })
  })
})

describe('every answer', () => {
  test.for(['/', '/api/health', '/api/session', '/api/nothing', '/assets/nothing.js', '/setup'])(
    '%s has the strict headers',
    async (url) => {
      const { headers } = await server.ask('GET', url)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-request-id': expect.any(String),
      })
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';script-src 'self' 'nonce-.*frame-ancestors 'none'$/)
      expect(headers['content-security-policy']).not.toMatch(/unsafe|upgrade/)
    },
  )

  test('of the API is kept by nobody', async () => {
    for (const url of ['/api/health', '/api/session', '/api/nothing'])
      expect((await server.ask('GET', url)).headers['cache-control']).toBe('no-store')
  })

  test('carries a nonce of its own', async () => {
    const nonces = await Promise.all([1, 2].map(async () => String((await server.ask('GET', '/')).headers['content-security-policy'])))
    expect(nonces[0]).not.toBe(nonces[1])
  })
})

test.for([
  ['GET', '/api/nothing'],
  ['GET', '/.git/config'],
  ['GET', '/assets/../package.json'],
  ['GET', '/main.js.map'],
  ['GET', '/metrics.json'],
  ['POST', '/'],
  ['DELETE', '/plans'],
] as const)('%s %s is not found', async ([method, url]) => {
  expect(await server.inject({ method, url })).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})

test('a page address gives the page', async () => {
  const answer = await server.ask('GET', '/plans/0198f4a0')
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
})

test('the description is OpenAPI and names the session', async () => {
  expect((await server.ask('GET', '/api/openapi.json')).body).toMatchObject({ openapi: '3.1.1', paths: { '/session': expect.any(Object) } })
})

test('a bug answers 500 and tells nothing', async () => {
  await server.database.pool.query('ALTER TABLE setup_token RENAME TO setup_token_gone')
  const answer = await server.ask('GET', '/api/setup')
  await server.database.pool.query('ALTER TABLE setup_token_gone RENAME TO setup_token')
  expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' })
  expect(JSON.stringify(answer.body)).not.toMatch(/setup_token|relation|\.ts|at /)
})

test('who is not signed in learns nothing of the input', async () => {
  const answer = await server.ask('POST', '/api/session/password', { nonsense: true })
  expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
})
