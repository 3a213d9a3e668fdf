import { traverseContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { contract } from '#contract/contract.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

/** What can be asked without being signed in; everything else must answer 401. */
const OPEN = new Set(['setup.state', 'setup.complete', 'session.signIn'])
const ID = '0198f4a0-0000-7000-8000-000000000001'

interface Procedure {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly input: unknown
}

const procedures: Procedure[] = []
traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
  const { route, inputSchema } = procedure['~orpc']
  const method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).parse(route.method)
  procedures.push({ name: path.join('.'), method, path: route.path ?? '', input: inputSchema })
})

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.setUp()
})
afterAll(() => server.close())

const urlOf = ({ path }: Procedure) => `/api${path.replaceAll(/\{\+?\w+\}/g, ID)}`

test('the contract is not empty', () => {
  expect(procedures.length).toBeGreaterThan(10)
})

test.for(procedures)('$name needs a session, or is declared open', async (procedure) => {
  const { status } = await server.ask(procedure.method, urlOf(procedure), procedure.method === 'GET' ? null : {})
  expect(status === 401).toBe(!OPEN.has(procedure.name))
})

test.for(procedures.filter(({ input }) => input !== undefined))('$name takes no unknown keys', ({ input }) => {
  const schema = input instanceof z.ZodType ? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) : {}
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
})

test('an upload needs a session before a byte is read', async () => {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/imports',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: '--x--',
  })
  expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
})
