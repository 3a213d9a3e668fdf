import { readdirSync } from 'node:fs'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { ArchiveTaken } from '#contract/plan-batch.ts'
import { SignedIn } from '#contract/session.ts'
import { FileResult } from '#core/plan-batch/plan-batch.ts'
import { planImportJob } from '#server/import/job.ts'
import { runImport } from '#server/import/run-import.ts'
import { jobContext } from '#server/jobs/context.ts'
import { planBatchJob } from '#server/plan-batch/job.ts'
import { unpackBatch } from '#server/plan-batch/unpack.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

const planOf = (number: number) =>
  Buffer.from(`某院第${number}号整改方案\n（2026年1月20日通过）\n一、整改措施\n1.强化学习。每季度组织研讨不少于${number}次。\n`)
const damaged = Buffer.from('PK\u0003\u0004 and nothing more')

let server: TestServer
let cookie: string
let owner: { accountId: string; jurisdictionId: string }

beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name, planBatchJob.name] })
  cookie = await server.setUp()
  const { accountId } = SignedIn.parse((await server.ask('GET', '/api/session', null, cookie)).body)
  const account = server.database.db.selectFrom('account').select('jurisdictionId').where('id', '=', accountId)
  owner = { accountId, jurisdictionId: (await account.executeTakeFirstOrThrow()).jurisdictionId }
})
afterAll(() => server.close())

const ask = (method: 'GET' | 'POST', path: string, payload: object | null = null) => server.ask(method, `/api${path}`, payload, cookie)

async function upload(path: string, name: string, bytes: Uint8Array) {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name))
  const body = new Response(form)
  const type = body.headers.get('content-type') ?? ''
  const payload = Buffer.from(await body.arrayBuffer())
  return server.inject({ method: 'POST', url: `/api${path}`, payload, headers: { cookie, 'content-type': type } })
}

async function context() {
  const parts = { db: server.database.db, clock: server.clock.now, newId: uuidv7, files: server.files }
  return { ...(await jobContext(parts, { ...owner, requestId: 'test' })), jobs: server.jobs }
}

async function runAll(): Promise<void> {
  const rows = await server.database.db
    .selectFrom('planImport')
    .select('id')
    .where('jurisdictionId', '=', owner.jurisdictionId)
    .where('state', '=', 'queued')
    .execute()
  for (const { id } of rows) await runImport(await context(), id)
}

const Got = z.object({
  batch: z.object({
    state: z.string(),
    isRunning: z.boolean(),
    leftOut: z.number(),
    taken: z.number(),
    tally: z.record(FileResult, z.number()),
    error: z.unknown(),
  }),
  total: z.number(),
  files: z.array(
    z.object({
      path: z.string(),
      result: FileResult,
      plan: z.object({ id: z.string() }).nullable(),
      commitments: z.number(),
      questions: z.number(),
      error: z.object({ code: z.string() }).nullable(),
    }),
  ),
  sent: z.array(z.string()),
})
const get = async (id: string, more = '') => Got.parse((await ask('GET', `/plan-batches/${id}${more}`)).body)
const begin = async (expected: number) => ArchiveTaken.parse((await ask('POST', '/plan-batches', { name: '二季度方案', expected })).body).id
const send = (id: string, path: string, bytes: Uint8Array) =>
  upload(`/plan-batches/${id}/files?path=${encodeURIComponent(path)}`, path.split('/').at(-1) ?? '', bytes)
const refusal = (body: unknown) => z.object({ data: z.object({ refusal: z.string() }) }).parse(body).data.refusal
const filesKept = () => readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

test('every file becomes a plan of its own, or says why not; the same bytes do once', async () => {
  const id = await begin(5)
  for (const [path, bytes] of [
    ['甲/一.txt', planOf(2)],
    ['甲/二.txt', planOf(3)],
    ['乙/一.txt', planOf(2)],
    ['乙/坏.docx', damaged],
  ] as const)
    expect((await send(id, path, bytes)).status).toBe(200)
  expect((await send(id, '甲/一.txt', planOf(4))).status).toBe(200)
  await ask('POST', `/plan-batches/${id}/unsent`, { path: '乙/大.pdf', code: 'too-large' })
  expect((await get(id)).sent).toHaveLength(5)
  expect((await get(id)).batch).toMatchObject({ isRunning: true, tally: { waiting: 3, same: 1, failed: 1 } })
  expect((await ask('POST', `/plan-batches/${id}/finish`, {})).status).toBe(200)
  await runAll()
  const { batch, files } = await get(id)
  expect(batch).toMatchObject({ state: 'received', isRunning: false, taken: 5, tally: { done: 2, same: 1, failed: 2 } })
  expect(files.map(({ path, result, commitments, error }) => [path, result, commitments, error?.code])).toEqual([
    ['乙/一.txt', 'same', 1, undefined],
    ['乙/坏.docx', 'failed', 0, 'damaged'],
    ['乙/大.pdf', 'failed', 0, 'too-large'],
    ['甲/一.txt', 'done', 1, undefined],
    ['甲/二.txt', 'done', 1, undefined],
  ])
  expect(files[0]?.plan).toEqual(files[3]?.plan)
  expect((await get(id, '?result=failed&limit=1')).files.map(({ path }) => path)).toEqual(['乙/坏.docx'])
  expect(filesKept()).toBe(2)
  expect(refusal((await send(id, '丙.txt', planOf(5))).body)).toBe('batch-over')
})

test('an archive is unpacked, and goes on where it was interrupted', async () => {
  const archive = zipSync({
    '方案/甲.txt': planOf(11),
    '方案/乙.txt': planOf(12),
    '方案/.DS_Store': planOf(13),
    '方案/坏.docx': new Uint8Array(damaged),
  })
  const { id } = ArchiveTaken.parse((await upload('/plan-batches/archives', '方案.zip', archive)).body)
  expect((await get(id)).batch).toMatchObject({ state: 'unpacking', taken: 0 })
  await unpackBatch(await context(), id)
  await unpackBatch(await context(), id)
  await runAll()
  const { batch } = await get(id)
  expect(batch).toMatchObject({ state: 'received', isRunning: false, leftOut: 1, tally: { done: 2, failed: 1 } })
  expect(filesKept()).toBe(4)
})

test('an archive that cannot be opened says so and leaves nothing', async () => {
  const { id } = ArchiveTaken.parse((await upload('/plan-batches/archives', '坏.zip', damaged)).body)
  await unpackBatch(await context(), id)
  expect((await get(id)).batch).toMatchObject({ state: 'failed', isRunning: false, error: { code: 'damaged' } })
  expect(filesKept()).toBe(4)
})

test('cancelled, what is done stands and what waits is dropped with its file', async () => {
  const id = await begin(3)
  await send(id, '一.txt', planOf(21))
  await runAll()
  await send(id, '二.txt', planOf(22))
  expect((await ask('POST', `/plan-batches/${id}/cancel`, {})).status).toBe(200)
  await runAll()
  expect((await get(id)).batch).toMatchObject({ state: 'cancelled', isRunning: false, tally: { done: 1, cancelled: 1 } })
  expect(filesKept()).toBe(5)
  expect(refusal((await ask('POST', `/plan-batches/${id}/cancel`, {})).body)).toBe('batch-over')
})
