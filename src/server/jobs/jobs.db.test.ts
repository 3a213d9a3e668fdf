import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { jobContext } from '#server/jobs/context.ts'
import { handle, type JobKind, type JobOrigin, type RunningJobs, startJobs } from '#server/jobs/jobs.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

const note: JobKind<{ text: string }> = { name: 'note', data: z.strictObject({ text: z.string() }) }

let server: TestServer
let jobs: RunningJobs
const done: { text: string; origin: JobOrigin }[] = []
let failures = 0

async function work({ text }: { text: string }, origin: JobOrigin): Promise<void> {
  if (text === 'twice' && failures === 0) {
    failures += 1
    throw new Error('the first time')
  }
  done.push({ text, origin })
}

beforeAll(async () => {
  server = await startTestServer()
  await server.setUp()
  jobs = await startJobs(server.database.pool, [note.name], () => undefined)
  await jobs.work([handle(note, work)])
})
afterAll(async () => {
  await jobs.stop()
  await server.close()
})

async function actor() {
  const row = await server.database.db.selectFrom('account').select(['id', 'jurisdictionId']).executeTakeFirstOrThrow()
  return { accountId: row.id, jurisdictionId: row.jurisdictionId, name: '张三', post: 'office', mode: 'trial', person: null } as const
}

async function queue(text: string, fails = false, order?: 'once'): Promise<void> {
  const context = { actor: await actor(), requestId: 'r1' }
  await server.database.db.transaction().execute(async (tx) => {
    await jobs.send(tx, context, note, { text }, order)
    if (fails) throw new Error('undone')
  })
}

test('a job runs, for whom it was queued', async () => {
  await queue('done')
  await expect.poll(() => done.find(({ text }) => text === 'done')?.origin, { timeout: 10_000 }).toMatchObject({ requestId: 'r1' })
})

test('a job of a transaction that failed never runs', async () => {
  await expect(queue('never', true)).rejects.toThrow('undone')
  await queue('later')
  await expect.poll(() => done.some(({ text }) => text === 'later'), { timeout: 10_000 }).toBe(true)
  expect(done.some(({ text }) => text === 'never')).toBe(false)
})

test('what need be queued once a minute is', async () => {
  for (let turn = 0; turn < 5; turn++) await queue('once', false, 'once')
  await queue('afterwards')
  await expect.poll(() => done.some(({ text }) => text === 'afterwards'), { timeout: 10_000 }).toBe(true)
  await expect.poll(() => done.filter(({ text }) => text === 'once').length, { timeout: 10_000 }).toBeGreaterThan(0)
  // a minute may have turned meanwhile
  expect(done.filter(({ text }) => text === 'once').length).toBeLessThan(3)
})

test('a job that failed is done again', async () => {
  await queue('twice')
  await expect.poll(() => done.some(({ text }) => text === 'twice'), { timeout: 20_000 }).toBe(true)
  expect(failures).toBe(1)
})

test('data of another shape are never queued', async () => {
  const context = { actor: await actor(), requestId: 'r1' }
  const wrong = { text: 'x', more: 1 }
  await expect(server.database.db.transaction().execute((tx) => jobs.send(tx, context, note, wrong))).rejects.toThrow('more')
})

test('it acts as the account stands now; not for one that is disabled', async () => {
  const { accountId, jurisdictionId } = await actor()
  const origin = { accountId, jurisdictionId, requestId: 'r1' }
  const parts = { db: server.database.db, clock: server.clock.now, newId: () => 'x', files: server.files }
  expect(await jobContext(parts, origin)).toMatchObject({
    actor: { accountId, name: '张三', post: 'office', mode: 'trial', person: null },
    asOf: '2026-03-02',
    address: null,
  })
  await server.database.pool.query('UPDATE account SET disabled_at = now()')
  await expect(jobContext(parts, origin)).rejects.toThrow('no result')
})
