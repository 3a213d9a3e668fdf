import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { createHash, createHmac } from 'node:crypto'
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
import { uuidv7 } from '#server/platform/ids.ts'
import { filePart } from '#test/database/file-part.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

const Items = z.custom<z.output<NonNullable<(typeof contract.items)['~orpc']['outputSchema']>>>()
const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')
const signer = signerOf(sm2.generateKeyPairHex())

let server: TestServer
let office = ''
let leader = ''
beforeAll(async () => {
  server = await startTestServer({ jobNames: [drawJob.name] })
  office = await server.setUp()
  leader = (await signInNew(server, office, { person: null, name: '李四', post: 'leader' })).cookie
  const parts = { db: server.database.db, clock: server.clock.now, newId: uuidv7, files: server.files }
  await server.jobs.work([handle(drawJob, async ({ drawId }, origin) => runDraw(await jobContext(parts, origin), drawId))])
})
afterAll(() => server.close())

const CASES = Array.from({ length: 230 }, (_, index) => [`(2026)某01民初${index + 1}号`, index % 23 === 0 ? '民二庭' : '民一庭'] as const)
const listOf = (cases: readonly (readonly string[])[]) => Buffer.from(`案号,承办部门\n${cases.map((row) => row.join(',')).join('\n')}\n`)

async function take(bytes: Uint8Array, name = '案件清单.csv', cookie = office) {
  const { headers, payload } = filePart(name, bytes)
  return server.inject({ method: 'POST', url: '/api/draws', headers: { ...headers, cookie }, payload })
}
async function act(id: string, verb: string, input: object, cookie = office) {
  const { version } = await read(id)
  return server.ask('POST', `/api/draws/${id}/${verb}`, { version, ...input }, cookie)
}
const read = async (id: string) => Draw.parse((await server.ask('GET', `/api/draws/${id}`, null, office)).body)
const itemsOf = async (id: string) => Items.parse((await server.ask('GET', `/api/draws/${id}/items`, null, office)).body).items
async function seal(id: string) {
  // other databases of the same server may hold the horizon back for a while
  for (let sealed = false; !sealed; sealed = (await read(id)).parts.every(({ sealedAt }) => sealedAt !== null))
    await sealAll({ database: server.database, signer, clock: server.clock.now }, null)
}
async function drawn(id: string) {
  await expect.poll(async () => (await read(id)).state, { timeout: 30_000 }).toBe('drawn')
  return read(id)
}

const asked = {
  name: '案件评查',
  purpose: '年度评查',
  rule: { kind: 'share', percent: '5', atLeast: 1 },
  excluded: [{ id: CASES[1]?.[0], reason: '不公开审理' }],
}
const SECRETS = { office: 'the office keeps this to itself', leader: 'and the leader keeps that' } as const
const secret = (party: string, value: string) => ({ party, digest: sm3(value), dice: '' })
let id = ''

test.for([
  [
    'a number twice',
    listOf([
      ['1', '甲'],
      ['1', '甲'],
    ]),
    'duplicate-id',
  ],
  ['a row without a number', listOf([['', '甲']]), 'missing-id'],
  ['nothing in it', Buffer.from('案号\n'), 'empty-population'],
  ['no text', Buffer.from([0, 1, 2, 0, 255]), 'unreadable'],
] as const)('a list with %s is refused and leaves nothing', async ([, bytes, refusal]) => {
  expect(await take(bytes)).toMatchObject({ status: 422, body: { data: { refusal } } })
  expect((await server.ask('GET', '/api/draws', null, office)).body).toEqual({ draws: [] })
})

test('a list is read, then frozen with its rule', async () => {
  id = DrawTaken.parse((await take(listOf(CASES))).body).id
  expect(await read(id)).toMatchObject({ state: 'draft', items: 230, parts: [] })
  const tooMany = { ...asked, rule: { kind: 'count', count: 11 } }
  expect(await act(id, 'freeze', tooMany)).toMatchObject({
    body: { data: { refusal: 'draw-too-large', params: { stratum: '民二庭', size: '10' } } },
  })
  expect(await act(id, 'freeze', { ...asked, excluded: [{ id: '无此案', reason: '涉密' }] })).toMatchObject({
    body: { data: { refusal: 'unknown-exclusion' } },
  })
  expect((await act(id, 'freeze', asked)).status).toBe(200)
  const frozen = await read(id)
  expect(frozen).toMatchObject({ state: 'frozen', items: 229, parts: [{ part: 1, items: 229, excluded: 1, sealedAt: null }] })
  expect(frozen.strata.map(({ name, size, asked: n }) => [name, size, n])).toEqual([
    ['民一庭', 219, 11],
    ['民二庭', 10, 1],
  ])
  expect(await act(id, 'freeze', asked)).toMatchObject({ status: 422, body: { data: { refusal: 'draw-state' } } })
})

test('nothing is given to the seed before the journal has sealed the population', async () => {
  expect(await act(id, 'contributions', secret('办公室', SECRETS.office))).toMatchObject({ body: { data: { refusal: 'not-sealed-yet' } } })
  await seal(id)
  expect((await act(id, 'contributions', secret('办公室', SECRETS.office))).status).toBe(200)
})

test('the seed needs two parties and every secret as it was promised', async () => {
  expect(await act(id, 'reveal', { value: SECRETS.office })).toMatchObject({ body: { data: { refusal: 'too-few-parties' } } })
  expect(await act(id, 'contributions', secret('又一方', SECRETS.leader))).toMatchObject({ body: { data: { refusal: 'account-twice' } } })
  expect((await act(id, 'contributions', secret('机关纪委', SECRETS.leader), leader)).status).toBe(200)
  expect(await act(id, 'reveal', { value: 'something else entirely' }, leader)).toMatchObject({
    body: { data: { refusal: 'reveal-does-not-match' } },
  })
  expect((await act(id, 'reveal', { value: SECRETS.leader }, leader)).status).toBe(200)
  expect(await read(id)).toMatchObject({ state: 'frozen', seed: null })
  expect((await act(id, 'reveal', { value: SECRETS.office })).status).toBe(200)
  const { seed, parts } = await drawn(id)
  expect(seed).toBe(sm3(`xiaohao-draw-seed/1\n${parts[0]?.hash}\n办公室\tsecret\t${SECRETS.office}\n机关纪委\tsecret\t${SECRETS.leader}\n`))
})

test('what was drawn is what anybody draws', async () => {
  const { seed, strata } = await read(id)
  const rank = (item: string) =>
    createHmac('sm3', Buffer.from(seed ?? '', 'hex'))
      .update(item)
      .digest('hex')
  const pool = CASES.filter((_, index) => index !== 1)
  const expected = [
    ['民一庭', 11],
    ['民二庭', 1],
  ].flatMap(([stratum, size]) =>
    pool
      .filter((row) => row[1] === stratum)
      .map(([item]) => item)
      .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .slice(0, Number(size)),
  )
  expect((await itemsOf(id)).map((item) => item.id)).toEqual(expected)
  expect(strata.map(({ drawn: n, stillPossible }) => [n, stillPossible])).toEqual([
    [11, 51],
    [1, 9],
  ])
})

test('a drawn item is replaced by the next, with a reason, and results are kept', async () => {
  const [first] = await itemsOf(id)
  const item = first?.id ?? ''
  expect(await act(id, 'replace', { item, reason: '回避' })).toMatchObject({ body: { data: { refusal: 'reason-too-short' } } })
  expect((await act(id, 'replace', { item, reason: '承办人是评查员的近亲属，应当回避' })).status).toBe(200)
  expect(await act(id, 'replace', { item, reason: '承办人是评查员的近亲属，应当回避' })).toMatchObject({
    body: { data: { refusal: 'not-drawn' } },
  })
  const after = await itemsOf(id)
  expect(after.find((each) => each.id === item)).toMatchObject({ state: 'replaced' })
  const next = after.at(-1)
  expect(next).toMatchObject({ replaces: item, state: 'drawn', ordinal: 13, stratum: first?.stratum })
  expect((await act(id, 'judge', { item: next?.id, outcome: 'faulty', note: '文书有误' })).status).toBe(200)
  expect(await act(id, 'replace', { item: next?.id, reason: '承办人是评查员的近亲属，应当回避' })).toMatchObject({
    body: { data: { refusal: 'already-judged' } },
  })
  expect((await read(id)).strata[0]).toMatchObject({ drawn: 11, judged: 1, faulty: 1 })
})

test('a population that grows keeps what was drawn and goes on', async () => {
  const before = await itemsOf(id)
  const again = DrawTaken.parse((await take(listOf(CASES.slice(0, 3)))).body).id
  expect(await act(id, 'extend', { draft: again })).toMatchObject({ body: { data: { refusal: 'in-earlier-part' } } })
  const more = Array.from({ length: 40 }, (_, index) => [`(2026)某01民初${index + 500}号`, '民一庭'])
  const draft = DrawTaken.parse((await take(listOf(more))).body).id
  expect((await act(id, 'extend', { draft })).status).toBe(200)
  const grown = await drawn(id)
  expect(grown).toMatchObject({ items: 269, parts: [{ part: 1 }, { part: 2, items: 40 }] })
  const after = await itemsOf(id)
  expect(after.slice(0, before.length)).toEqual(before)
  // 5 % of 259 are 13: two more
  expect(after.length - before.length).toBe(2)
})

test('another version, another post and a draw given up are refused', async () => {
  expect(await server.ask('POST', `/api/draws/${id}/judge`, { version: 1, item: 'x', outcome: 'sound', note: '' }, office)).toMatchObject({
    status: 409,
  })
  expect((await act(id, 'replace', { item: 'x', reason: '一二三四五六七八九十' }, leader)).status).toBe(403)
  const draft = DrawTaken.parse((await take(listOf(CASES))).body).id
  expect((await act(draft, 'abandon', { reason: '清单有误，须重新导出后再抽取' })).status).toBe(200)
  expect(await act(draft, 'freeze', asked)).toMatchObject({ body: { data: { refusal: 'draw-state' } } })
})

const page = readFileSync(new URL('../../../verifier/draw.html', import.meta.url), 'utf8')
const inPage = createContext({ TextEncoder })
runInContext(/<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '', inPage)
const Report = z.object({ faults: z.array(z.tuple([z.string(), z.string()])), population: z.number(), drawn: z.array(z.string()) })
const check = (evidence: string) => Report.parse(JSON.parse(String(runInContext(`JSON.stringify(check(${evidence}))`, inPage))))

test('the page that repeats a draw asks nothing of any network', () => {
  expect(page).toContain(`default-src 'none'`)
  expect(page).not.toMatch(/https?:|src=|href=|fetch\(|import\(/)
})

test('anybody repeats the draw from its evidence without the program, and sees what was changed', async () => {
  await seal(id)
  const response = await server.app.inject({ method: 'GET', url: `/api/draws/${id}/file`, headers: { cookie: office } })
  const evidence = response.body
  const report = check(evidence)
  expect(report).toEqual({ faults: [], population: 269, drawn: expect.any(Array) })
  expect(new Set(report.drawn)).toEqual(new Set((await itemsOf(id)).map((item) => item.id)))
  const [first, second] = await itemsOf(id)
  const replaced = (await itemsOf(id)).find(({ state }) => state === 'replaced')
  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ['hash', (text) => text.replace('item\\t(2026)某01民初9号', 'item\\t(2026)某01民初9999号')],
    ['secret', (text) => text.replace(SECRETS.leader, `${SECRETS.leader}?`)],
    ['seed', (text) => text.replace(/"seed":"./, '"seed":"x')],
    ['rule', (text) => text.replace('"percent":"5"', '"percent":"4"')],
    ['unsealed', (text) => text.replace(/"proof":\{"proof".*?\},"publicKey":"\w+"\}/, '"proof":null')],
    ['early', (text) => text.replace(/(?<start>"value":"[^"]*","at":"2026-03-)02/, '$<start>01')],
    [
      'extra',
      (text) => text.replace(`{"id":"${first?.id}"`, `{"id":"${CASES[200]?.[0]}"`).replace(`{"id":"${second?.id}"`, '{"id":"无此案"'),
    ],
    ['replacement', (text) => text.replace(replaced?.reason ?? '', '短')],
  ]
  for (const [code, change] of changes) {
    const changed = change(evidence)
    const faults = check(changed).faults.map(([fault]) => fault)
    expect([code, changed !== evidence, faults.includes(code)]).toEqual([code, true, true])
  }
})
