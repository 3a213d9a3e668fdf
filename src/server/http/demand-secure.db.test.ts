import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

const PROXY = '10.0.0.5'
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ proxies: [PROXY, '10.1.0.0/16', 'fd00::/8', '127.0.0.2'] })
})
afterAll(() => server.close())

test.for([
  ['this machine', '127.0.0.1', undefined, 200],
  ['a proxy over TLS', PROXY, 'https', 200],
  ['a proxy of a declared range over TLS', '10.1.2.3', 'https', 200],
  ['a proxy over IPv6 and TLS', 'fd00::7', 'https', 200],
  ['a proxy under its mapped address', '::ffff:10.0.0.5', 'https', 200],
  ['a proxy over plain http', PROXY, 'http', 403],
  ['a proxy that does not say', PROXY, undefined, 403],
  ['a proxy on this machine over plain http', '127.0.0.2', 'http', 403],
  ['a proxy on this machine over TLS', '127.0.0.2', 'https', 200],
  ['this machine beside its proxy', '127.0.0.2', undefined, 200],
  ['another machine', '10.0.0.6', undefined, 403],
  ['another machine that says it is TLS', '10.0.0.6', 'https', 403],
] as const)('assurance 25: %s', async ([, remoteAddress, proto, status]) => {
  const headers = { host: 'localhost', ...(proto === undefined ? {} : { 'x-forwarded-proto': proto }) }
  expect((await server.inject({ url: '/api/health', remoteAddress, headers })).status).toBe(status)
})

test('what is no address of a proxy is named', async () => {
  await expect(startTestServer({ proxies: ['proxy.example'] })).rejects.toThrow('XIAOHAO_PROXIES: proxy.example')
})
