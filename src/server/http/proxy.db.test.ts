import { afterEach, expect, test } from 'vitest'
import { LOGIN, PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
afterEach(() => server.close())

const signInThrough = (headers: Record<string, string>) =>
  server.inject({ method: 'POST', url: '/api/session', payload: { login: LOGIN, password: PASSWORD }, headers })

test('assurance 25: behind a declared proxy that speaks TLS the cookie is for TLS only, under any host name', async () => {
  server = await startTestServer({ proxies: ['127.0.0.1'] })
  await server.setUp()
  const forwarded = {
    host: 'ledger.court.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '203.0.113.9',
    origin: 'https://ledger.court.example',
  }
  const answer = await signInThrough(forwarded)
  expect([answer.status, String(answer.headers['set-cookie'])]).toEqual([200, expect.stringMatching(/^__Host-.*; Secure/)])
  const { rows } = await server.database.pool.query("SELECT address FROM journal_entry WHERE verb = 'session.sign-in'")
  expect(rows).toEqual([{ address: '203.0.113.9' }])
})

test('assurance 12: nobody else is believed', async () => {
  server = await startTestServer({ proxies: ['10.0.0.1'] })
  await server.setUp()
  const answer = await signInThrough({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' })
  expect([answer.status, String(answer.headers['set-cookie'])]).toEqual([200, expect.not.stringContaining('__Host-')])
  const { rows } = await server.database.pool.query("SELECT address FROM journal_entry WHERE verb = 'session.sign-in'")
  expect(rows).toEqual([{ address: '127.0.0.1' }])
})
