import { createHash } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { DrawTaken, draw as contract } from '#contract/draw.ts'
import { Draw } from '#core/draw/draw.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { drawJob } from '#server/draw/job.ts'
import { runDraw } from '#server/draw/run.ts'
import { jobContext } from '#server/jobs/context.ts'
import { handle } from '#server/jobs/jobs.ts'
import { sealAll } from '#server/journal/sealer.ts'
import { signerOf } from '#server/journal/signer.ts'
import { type Court, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const Items = z.custom<z.output<NonNullable<(typeof contract.items)['~orpc']['outputSchema']>>>()
const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')
const signer = signerOf(sm2.generateKeyPairHex())
const OFFICES = ['办公室', '政治部']

let court: Court
let office = ''
let leader = ''
const records: string[] = []
beforeAll(async () => {
  court = await startCourt([drawJob.name])
  const { server } = court
  office = (await server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  leader = (await signInNew(server, office, { person: null, name: '李四', post: 'leader' })).cookie
  const parts = { db: server.database.db, clock: server.clock.now, newId: uuidv7, files: server.files }
  await server.jobs.work([handle(drawJob, async ({ drawId }, origin) => runDraw(await jobContext(parts, origin), drawId))])
  for (let n = 0; n < 30; n += 1) records.push(await study(n))
  await enter(court, 'study-session', { ...entryOf(30), state: 'draft' })
})
afterAll(() => court.server.close())

const entryOf = (n: number) => {
  const { values, ...rest } = Entry.parse(studyOf(court, `2026-02-${String((n % 28) + 1).padStart(2, '0')}`))
  return { ...rest, org: court.org(OFFICES[n % 3 === 0 ? 1 : 0] ?? ''), values: { ...values, topic: `第${n + 1}讲` } }
}
const Entry = z.looseObject({ values: z.looseObject({}) })
const study = async (n: number) => (await enter(court, 'study-session', entryOf(n))).record.id
const source = { register: 'study-session', from: null, to: null, org: null, choices: {}, number: 'topic', strata: 'org' }
const take = (changes: object = {}, growing: string | null = null, cookie = office) =>
  court.server.ask('POST', '/api/draws/from-register', { source: { ...source, ...changes }, growing }, cookie)
const read = async (id: string) => Draw.parse((await court.server.ask('GET', `/api/draws/${id}`, null, office)).body)
const status = async (id: string, cookie: string) => (await court.server.ask('GET', `/api/draws/${id}`, null, cookie)).status
async function act(id: string, verb: string, input: object, cookie = office) {
  const { version } = await read(id)
  const answer = await court.server.ask('POST', `/api/draws/${id}/${verb}`, { version, ...input }, cookie)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })
let id = ''

test('what was filed becomes a population, parted as asked, with the statistical size beside it', async () => {
  id = DrawTaken.parse((await take()).body).id
  const draft = await read(id)
  expect(draft).toMatchObject({ state: 'draft', items: 30, source, name: expect.stringContaining('学习') })
  expect(draft.strata.map(({ name, size, statistical }) => [name, size, statistical])).toEqual([
    ['办公室', 20, 19],
    ['政治部', 10, 10],
  ])
  const one = await read(DrawTaken.parse((await take({ from: '2026-02-05', to: '2026-02-05', strata: 'none' })).body).id)
  expect([one.items, one.strata.length]).toEqual([1, 1])
  const form = { choices: { form: ['专题辅导'] }, strata: { field: 'form' }, number: null }
  expect((await read(DrawTaken.parse((await take(form)).body).id)).strata.map(({ name }) => name)).toEqual(['专题辅导'])
})

test.for([
  ['two records with one number', { number: 'form' }, refused('records-share-id')],
  ['records without a number', { number: 'note' }, { status: 400 }],
  ['nothing in that time', { from: '2025-01-01', to: '2025-01-31' }, refused('empty-population')],
  ['a register that there is not', { register: 'no-such-register' }, { status: 404 }],
  ['a field that there is not', { strata: { field: 'nothing' } }, { status: 400 }],
] as const)('%s make no draw', async ([, changes, answer]) => {
  const before = await court.server.ask('GET', '/api/draws', null, office)
  expect(await take(changes)).toMatchObject(answer)
  expect((await court.server.ask('GET', '/api/draws', null, office)).body).toEqual(before.body)
})

test('it is drawn, and what is filed later continues the same order', async () => {
  const rule = { kind: 'share', percent: '20', atLeast: 1 }
  await act(id, 'freeze', { name: '学习抽查', purpose: '', rule, excluded: [] })
  const seal = async () => {
    // other databases of the same server may hold the horizon back for a while
    for (let sealed = false; !sealed; sealed = (await read(id)).parts.every(({ sealedAt }) => sealedAt !== null))
      await sealAll({ database: court.server.database, signer, clock: court.server.clock.now }, null)
  }
  await seal()
  const secret = 'the office keeps this to itself'
  await act(id, 'contributions', { party: '办公室', digest: sm3(secret), dice: '' })
  await act(id, 'contributions', { party: '现场', digest: '', dice: '6251436251' })
  await act(id, 'reveal', { value: secret })
  await expect.poll(async () => (await read(id)).state, { timeout: 30_000 }).toBe('drawn')
  const itemsOf = async () => Items.parse((await court.server.ask('GET', `/api/draws/${id}/items`, null, office)).body).items
  const before = await itemsOf()
  expect(before).toHaveLength(6)
  expect(await take({}, id)).toMatchObject(refused('empty-population'))
  for (let n = 40; n < 60; n += 1) await study(n)
  const draft = DrawTaken.parse((await take({}, id)).body).id
  expect(await read(draft)).toMatchObject({ items: 20 })
  await act(id, 'extend', { draft })
  await expect.poll(async () => (await read(id)).state, { timeout: 30_000 }).toBe('drawn')
  const after = await itemsOf()
  // 20 % of 34 and of 16
  expect([after.slice(0, before.length), after.length]).toEqual([before, 11])
})

test('nobody sees a draw of what they do not see', async () => {
  expect(await status(id, leader)).toBe(200)
  expect((await take({}, null, leader)).status).toBe(403)
  await court.server.database.db
    .insertInto('recordMark')
    .values({ jurisdictionId: court.jurisdictionId, recordId: records[3] ?? '', mark: 3, changedAt: court.server.clock.now() })
    .execute()
  const marked = DrawTaken.parse((await take()).body).id
  expect([await status(marked, office), await status(marked, leader)]).toEqual([200, 404])
  const listed = JSON.stringify((await court.server.ask('GET', '/api/draws', null, leader)).body)
  expect([listed.includes(marked), listed.includes(id)]).toEqual([false, true])
  for (const path of [`/draws/${marked}/items`, `/draws/${marked}/file`])
    expect((await court.server.ask('GET', `/api${path}`, null, leader)).status).toBe(404)
  expect((await court.server.ask('POST', `/api/draws/${marked}/sheet`, {}, leader)).status).toBe(404)
  const { version } = await read(marked)
  const given = { version, party: '院领导', digest: sm3('x'), dice: '' }
  expect((await court.server.ask('POST', `/api/draws/${marked}/contributions`, given, leader)).status).toBe(404)
  // what is about single persons is drawn by nobody
  expect((await take({ register: 'conduct-entry', number: null })).status).toBe(404)
})
