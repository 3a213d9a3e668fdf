import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { everyProcedure, type Procedure } from '#test/database/procedures.ts'
import { makeHandlers } from '#server/jobs/handlers.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'
import { casesOf } from '#test/long.ts'

const SEED = 20_260_402
const RUNS = casesOf(1000)
const Schema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  format: z.string().optional(),
})

let server: TestServer
let cookie: string
beforeAll(async () => {
  server = await startTestServer({ jobNames: ['plan-import'] })
  cookie = await server.setUp()
  await loadSample()
}, 60_000)
afterAll(() => server.close())

/** What only somebody inside should read: where the program lies, its statements and tables. */
const TELLING = /node_modules|\.ts:\d|\bselect .+ from\b|\binsert into\b|relation \\?"|violates|\bduplicate key\b/i

/** How often each status was answered. */
const answers = new Map<number, number>()
/** Ids that exist, filled by the sample plan. */
const ids = ['0198f4a0-0000-7000-8000-000000000001']

async function loadSample(): Promise<void> {
  const { database, clock, files, jobs } = server
  await jobs.work(makeHandlers({ db: database.db, clock: clock.now, newId: uuidv7, files, jobs }))
  await server.ask('POST', '/api/plans/sample', {}, cookie)
  const rowsOf = async (query: string) => (await database.pool.query<{ id: string }>(query)).rows.map(({ id }) => id)
  await vi.waitUntil(async () => (await rowsOf('SELECT id FROM plan')).length === 1, { timeout: 50_000, interval: 100 })
  for (const table of ['plan', 'plan', 'plan', 'clause', 'commitment', 'question'])
    ids.push(...(await rowsOf(`SELECT id FROM ${table} ORDER BY id LIMIT 3`)))
}

const hostile = fc.constantFrom(
  "' OR 1=1 --",
  '__proto__',
  '\u0000',
  '\ud800',
  '%00',
  '../..',
  '${7*7}',
  '=1+1',
  '\u202E',
  '9'.repeat(400),
  '',
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  hostile,
  fc.constantFrom('整改', '2026-02-30', '2026-03-31', '0198f4a0-0000-7000-8000-000000000001'),
)
const number = fc.oneof(fc.integer({ min: -10, max: 5000 }), fc.double(), fc.constantFrom(2 ** 31, 2 ** 53, -1))

/** Values that mostly fit a JSON schema, so that they come past the door, and sometimes do not. */
function fitting(schema: unknown, depth = 0): fc.Arbitrary<unknown> {
  const found = Schema.safeParse(schema).data ?? {}
  const anything = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 3 }))
  return fc.oneof({ weight: 9, arbitrary: exactly(found, depth) }, { weight: 1, arbitrary: anything })
}

function exactly(schema: z.infer<typeof Schema>, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, depth + 1)))
  if (schema.type === 'object') return objects(schema.properties ?? {}, depth)
  if (schema.type === 'array') return fc.array(fitting(schema.items, depth + 1), { maxLength: depth > 4 ? 0 : 3 })
  if (schema.type === 'integer' || schema.type === 'number') return number
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'null') return fc.constant(null)
  if (schema.format === 'uuid') return fc.nat().map((n) => ids[n % ids.length])
  if (schema.format === 'date') return fc.constantFrom('2026-03-31', '2028-02-29', '9999-12-31')
  return text
}

function objects(properties: Readonly<Record<string, unknown>>, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fitting(schema, depth + 1)]))
  return fc.oneof({ weight: 5, arbitrary: fc.record(fields) }, { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) })
}

/** The path with its parameters filled in, and what is left of the input: the body, or the query. */
function requestOf({ method, path }: Procedure, input: unknown): { url: string; payload: object | null } {
  const values: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {}
  const url = path.replaceAll(/\{\+?(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    delete values[name]
    return encodeURIComponent(String(value).toWellFormed()) || 'x'
  })
  return method === 'GET' ? { url: `/api${url}`, payload: null } : { url: `/api${url}`, payload: values }
}

test.for(everyProcedure().filter(({ name }) => name !== 'session.signOut'))(
  `assurance 56, 59: $name answers ${RUNS} odd requests without a bug`,
  { timeout: 600_000 },
  async (procedure) => {
    const inputs = procedure.input === null ? fc.constant({}) : fitting(procedure.input)
    const runs = procedure.input === null ? 2 : procedure.name.startsWith('session.') ? Math.ceil(RUNS / 10) : RUNS
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const { url, payload } = requestOf(procedure, input)
        const { status, body } = await server.ask(procedure.method, url, payload, cookie)
        answers.set(status, (answers.get(status) ?? 0) + 1)
        const isTelling = status >= 400 && TELLING.test(JSON.stringify(body))
        // comparing costs more than asking: done where there is something to tell
        if (status >= 500 || isTelling) throw new Error(JSON.stringify({ url, payload, status, body }))
      }),
      { seed: SEED, numRuns: runs },
    )
    expect(answers.size).toBeGreaterThan(0)
  },
)

test('the requests came past the door as well as not', () => {
  console.log([...answers].map(([status, count]) => `${status}: ${count}`).join(', '))
  expect([200, 400, 404, 422].filter((status) => !answers.has(status))).toEqual([])
})
