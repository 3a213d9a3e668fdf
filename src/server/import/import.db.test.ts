import { readdirSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ImportStarted, PlanView } from '#contract/plan.ts'
import { SignedIn } from '#contract/session.ts'
import { ImportState } from '#core/plan/plan-import.ts'
import { planImportJob } from '#server/import/job.ts'
import { otherCourt } from '#server/import/plan.fixture.ts'
import { resumeImports } from '#server/import/resume-imports.ts'
import { runImport } from '#server/import/run-import.ts'
import { advance } from '#server/import/state.ts'
import { jobContext } from '#server/jobs/context.ts'
import { makeHandlers } from '#server/jobs/handlers.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

const SAMPLE = readFileSync('packs/court/sample/plan.txt')

let server: TestServer
let cookie: string
let accountId: string
let jurisdictionId: string

beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name] })
  cookie = await server.setUp()
  accountId = SignedIn.parse((await server.ask('GET', '/api/session', null, cookie)).body).accountId
  const account = server.database.db.selectFrom('account').select('jurisdictionId').where('id', '=', accountId)
  jurisdictionId = (await account.executeTakeFirstOrThrow()).jurisdictionId
})
/** What earlier tests have left, so that each sees only its own. */
beforeEach(async () => {
  const { rows } = await server.database.pool.query<{ id: string }>('SELECT id FROM plan')
  for (const { id } of rows) await server.ask('DELETE', `/api/plans/${id}`, null, cookie)
})
afterAll(() => server.close())

async function send(name: string, bytes: Uint8Array, by = cookie) {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name))
  const body = new Response(form)
  const type = body.headers.get('content-type') ?? ''
  return server.inject({
    method: 'POST',
    url: '/api/imports',
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { cookie: by, 'content-type': type },
  })
}

async function upload(name: string, bytes: Uint8Array) {
  return ImportStarted.parse((await send(name, bytes)).body)
}

const Import = z.object({
  state: ImportState,
  progress: z.number(),
  planId: z.string().nullable(),
  fileName: z.string(),
  error: z.unknown(),
})

async function getImport(id: string) {
  return Import.parse((await server.ask('GET', `/api/imports/${id}`, null, cookie)).body)
}

function parts() {
  return { db: server.database.db, clock: server.clock.now, newId: uuidv7, files: server.files, jobs: server.jobs }
}

async function run(importId: string) {
  await runImport(await jobContext(parts(), { accountId, jurisdictionId, requestId: 'test' }), importId)
}

/** How many rows and files there are, the imports themselves and the journal aside. */
async function traces() {
  const tables = ['plan', 'plan_document', 'clause', 'commitment', 'question', 'stored_file']
  const { rows } = await server.database.pool.query(
    `SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})::int AS ${table}`).join(', ')}`,
  )
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
  return { ...rows[0], files }
}

async function lastVerbs(count: number) {
  const rows = await server.database.db
    .selectFrom('journalEntry')
    .select('verb')
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
  return rows.map(({ verb }) => verb).toReversed()
}

test('an upload becomes a plan', async () => {
  const { importId, sameAs } = await upload('示例方案.txt', SAMPLE)
  expect(sameAs).toBeNull()
  expect(await getImport(importId)).toMatchObject({ state: 'queued', progress: 0, fileName: '示例方案.txt', planId: null })
  await run(importId)
  const { state, progress, planId } = await getImport(importId)
  expect([state, progress]).toEqual(['done', 100])
  const { plan, document, commitments } = PlanView.parse((await server.ask('GET', `/api/plans/${planId}`, null, cookie)).body)
  expect(document.text).toBe(SAMPLE.toString('utf8'))
  expect(plan).toMatchObject({ fileName: '示例方案.txt', importedBy: '张三', commitments: commitments.length })
  expect(commitments.length).toBeGreaterThan(80)
  expect(await lastVerbs(2)).toEqual(['import.start', 'plan.import'])
})

test('the sample goes the same way', async () => {
  const { importId } = z.object({ importId: z.string() }).parse((await server.ask('POST', '/api/plans/sample', null, cookie)).body)
  await run(importId)
  expect(await getImport(importId)).toMatchObject({ state: 'done' })
})

test('the same bytes may be imported again: the answer says so, the store keeps them once', async () => {
  const first = await upload('甲.txt', SAMPLE)
  await run(first.importId)
  const { planId } = await getImport(first.importId)
  const second = await upload('乙.txt', SAMPLE)
  expect(second.sameAs?.planId).toBe(planId)
  await run(second.importId)
  expect(await traces()).toMatchObject({ plan: 2, stored_file: 2, files: 1 })
  await server.ask('DELETE', `/api/plans/${planId}`, null, cookie)
  expect(await traces()).toMatchObject({ plan: 1, stored_file: 1, files: 1 })
})

test.for<[string, Uint8Array, string]>([
  ['损坏.docx', Buffer.from('PK\u0003\u0004 and nothing more'), 'damaged'],
  ['图片.docx', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), 'wrong-type'],
  ['方案.ppt', Buffer.from('text'), 'unsupported'],
  ['乱码.txt', Buffer.from([0xff, 0xff, 0x00, 0x81, 0xff]), 'not-text'],
])('%s fails with what is wrong and leaves no trace', async ([name, bytes, code]) => {
  const before = await traces()
  const { importId } = await upload(name, bytes)
  await run(importId)
  expect(await getImport(importId)).toMatchObject({ state: 'failed', planId: null, error: { code, params: { file: name } } })
  expect(await traces()).toEqual(before)
  expect(await lastVerbs(2)).toEqual(['import.start', 'import.fail'])
})

test('nothing is kept of a file that is empty, or that nobody signed in has sent', async () => {
  const before = await traces()
  expect(await send('空.txt', new Uint8Array())).toMatchObject({
    status: 400,
    body: { data: { fields: [{ path: ['file'], code: 'empty' }] } },
  })
  expect(await send('甲.txt', SAMPLE, '')).toMatchObject({ status: 401 })
  expect(await traces()).toEqual(before)
})

test('a cancelled import leaves no trace, and is not taken up again', async () => {
  const before = await traces()
  const { importId } = await upload('甲.txt', SAMPLE)
  expect((await server.ask('POST', `/api/imports/${importId}/cancel`, null, cookie)).status).toBe(200)
  await run(importId)
  expect(await getImport(importId)).toMatchObject({ state: 'cancelled', planId: null, error: null })
  expect(await traces()).toEqual(before)
  expect(await server.ask('POST', `/api/imports/${importId}/cancel`, null, cookie)).toMatchObject({
    status: 422,
    body: { data: { refusal: 'finished', params: { state: 'cancelled' } } },
  })
})

test('cancelling stops the reading under way', async () => {
  const before = await traces()
  const { importId } = await upload('长.txt', Buffer.from(SAMPLE.toString('utf8').repeat(150)))
  const running = run(importId)
  while ((await getImport(importId)).state === 'queued') await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await server.ask('POST', `/api/imports/${importId}/cancel`, null, cookie)).status).toBe(200)
  await running
  expect(await getImport(importId)).toMatchObject({ state: 'cancelled' })
  expect(await traces()).toEqual(before)
})

test('done twice at once, it makes one plan', async () => {
  const { importId } = await upload('甲.txt', SAMPLE)
  await Promise.all([run(importId), run(importId)])
  await run(importId)
  expect(await traces()).toMatchObject({ plan: 1, plan_document: 1, stored_file: 1 })
})

test('where a row cannot be saved nothing is, and the import says so', async () => {
  const before = await traces()
  const { importId } = await upload('甲.txt', SAMPLE)
  const { pool } = server.database
  await pool.query('ALTER TABLE question ADD CONSTRAINT full_disk CHECK (false) NOT VALID')
  await expect(run(importId)).rejects.toThrow('full_disk')
  await pool.query('ALTER TABLE question DROP CONSTRAINT full_disk')
  expect(await getImport(importId)).toMatchObject({ state: 'failed', error: { code: 'internal' } })
  expect(await traces()).toEqual(before)
})

test('another court neither sees nor cancels it', async () => {
  const foreign = await otherCourt(server)
  const { importId } = await upload('甲.txt', SAMPLE)
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/cancel'],
  ] as const) {
    const there = await server.ask(method, `/api/imports/${importId}${path}`, null, foreign)
    const nowhere = await server.ask(method, `/api/imports/${uuidv7()}${path}`, null, foreign)
    expect(there.status).toBe(404)
    expect(there.body).toEqual(nowhere.body)
  }
  await server.ask('POST', `/api/imports/${importId}/cancel`, null, cookie)
})

test('what is not finished waits once, however often the program starts, also where the queue has given up', async () => {
  const { importId } = await upload('甲.txt', SAMPLE)
  const jobs = async () => {
    const { rows } = await server.database.pool.query<{ state: string }>(
      "SELECT state::text FROM pgboss.job WHERE data->'data'->>'importId' = $1 ORDER BY created_on",
      [importId],
    )
    return rows.map(({ state }) => state)
  }
  await resumeImports(parts())
  expect(await jobs()).toEqual(['created'])
  await server.database.pool.query("UPDATE pgboss.job SET state = 'failed'")
  await resumeImports(parts())
  await resumeImports(parts())
  expect(await jobs()).toEqual(['failed', 'created'])
  await advance(server.database.db, { jurisdictionId, importId }, 'reading', server.clock.now())
  await resumeImports(parts())
  expect(await jobs()).toEqual(['failed', 'created'])
  await server.ask('POST', `/api/imports/${importId}/cancel`, null, cookie)
})

test('what a crash interrupted is taken up at the next start, beside two new uploads', async () => {
  const { importId } = await upload('甲.txt', SAMPLE)
  await server.database.pool.query('DELETE FROM pgboss.job')
  await advance(server.database.db, { jurisdictionId, importId }, 'compiling', server.clock.now())
  await resumeImports(parts())
  const others = await Promise.all([upload('乙.txt', SAMPLE), upload('丙.md', SAMPLE)])
  await server.jobs.work(makeHandlers(parts()))
  const ids = [importId, ...others.map((other) => other.importId)]
  const states = async () => Promise.all(ids.map(async (id) => (await getImport(id)).state))
  while ((await states()).some((state) => state !== 'done' && state !== 'failed')) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await states()).toEqual(['done', 'done', 'done'])
  expect(await traces()).toMatchObject({ plan: 3 })
})
