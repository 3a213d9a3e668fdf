import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyProcedure } from '#test/database/procedures.ts'
import { uploadRoutes } from '#server/http/upload-routes.ts'
import { LIVE_PATH } from '#server/live/route.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

/** What can be asked without being signed in; everything else must answer 401. */
const OPEN = new Set([
  'setup.state',
  'setup.mode',
  'setup.complete',
  'session.signIn',
  'federated.ways',
  'federated.start',
  'federated.finish',
])
const ID = '0198f4a0-0000-7000-8000-000000000001'
const procedures = everyProcedure()

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.setUp()
})
afterAll(() => server.close())

test('the contract is not empty', () => {
  expect(procedures.length).toBeGreaterThan(10)
})

// a procedure that nobody implemented would answer 404
test.for(procedures)('$name needs a session, or is declared open', async ({ name, method, path }) => {
  const { status } = await server.ask(method, `/api${path.replaceAll(/\{\+?\w+\}/g, ID)}`, method === 'GET' ? null : {})
  expect(status === 401).toBe(!OPEN.has(name))
})

test.for(procedures.filter(({ input }) => input !== null))('$name takes no unknown keys', ({ input }) => {
  expect(input).toMatchObject({ type: 'object', additionalProperties: false })
})

test('the stream of what changes needs a session', async () => {
  expect(await server.ask('GET', `/api${LIVE_PATH}`)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
})

test.for(uploadRoutes)('an upload to $path needs a session before a byte is read', async ({ path }) => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const answer = await server.inject({ method: 'POST', url: `/api${path}`, headers, payload: '--x--' })
  expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
})
