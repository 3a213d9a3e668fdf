import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { closure as contract } from '#contract/closure.ts'
import { ClosureView } from '#contract/closure.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { uploaded } from '#server/evidence/evidence.fixture.ts'
import { type Court, definitionOf, enter, startCourt } from '#server/occurrence/court.fixture.ts'
import { sm3 } from '#server/journal/sm3.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const Stages = z.custom<z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>>()
const List = z.custom<z.output<NonNullable<(typeof contract.list)['~orpc']['outputSchema']>>>()

let court: Court
let cookies: Readonly<Record<'office' | 'verifier' | 'leader' | 'other', string>>
let record = ''
let commitment = ''
beforeAll(async () => {
  court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const made = async (name: string, post: 'office' | 'leader') =>
    (await signInNew(court.server, office, { person: null, name, post })).cookie
  cookies = {
    office,
    verifier: await made('核实人', 'office'),
    leader: await made('审批人', 'leader'),
    other: await made('副院长', 'leader'),
  }
  commitment = court.commitment('1-1-3')
  await court.ask('PUT', `/commitments/${commitment}/counting`, { version: 0, definition: definitionOf(court, 'regulation-made') })
})
afterAll(() => court.server.close())

type Who = keyof typeof cookies
const ask = (who: Who, method: 'GET' | 'POST' | 'PUT', path: string, payload: object | null = null) =>
  court.server.ask(method, `/api${path}`, payload, cookies[who])
async function view(who: Who = 'office') {
  const [first] = Stages.parse((await ask(who, 'GET', `/commitments/${commitment}/closures`)).body).stages
  if (first === undefined) throw new Error('no stage')
  return first
}
async function request(note = '') {
  const { version, stage } = await view()
  return ask('office', 'POST', `/commitments/${commitment}/closures`, { stage, version, note })
}
async function agree(who: Who, pinned?: string) {
  const seen = await view(who)
  const item = { id: seen.id, version: seen.version, pinned: pinned ?? seen.pinned }
  return ask(who, 'POST', '/closures/agree', { items: [item], note: '' })
}
async function act(who: Who, verb: string, input: object = {}) {
  const { id, version } = await view(who)
  return ask(who, 'POST', `/closures/${id}/${verb}`, { version, ...input })
}
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })
const codes = ({ missing }: ClosureView) => missing.map(({ code }) => code)
const entry = () => ({
  org: court.org('办公室'),
  occurredOn: { from: '2026-02-20', to: '2026-02-20' },
  subjects: [],
  values: { title: '议事规则', act: '修订', area: '综合', issuedOn: '2026-02-20', commitments: [commitment] },
  state: 'submitted',
})

test('what is not done cannot be asked for, and what is missing is listed', async () => {
  expect(codes(await view())).toEqual(['not-met'])
  expect(await request()).toMatchObject(refused('gate-not-passed'))
  record = (await enter(court, 'regulation-made', entry())).record.id
  expect(codes(await view())).toEqual(['no-evidence'])
  const { evidence } = await uploaded(
    court,
    cookies.office,
    '议事规则.pdf',
    Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  )
  expect((await ask('office', 'POST', `/records/${record}/evidence`, { evidence: [evidence.id] })).status).toBe(200)
  expect(await view()).toMatchObject({
    missing: [],
    figures: [{ state: 'met', isLate: false }],
    proofs: [{ record, files: 1, from: '2026-02-20' }],
  })
  expect(List.parse((await ask('office', 'GET', '/closures')).body).ready.map(({ ref }) => ref)).toEqual(['1-1-3'])
})

test('who asked and who entered it neither verify nor approve', async () => {
  expect((await request()).status).toBe(200)
  expect(await agree('office')).toMatchObject(refused('doer-cannot-decide'))
  expect(await agree('leader')).toMatchObject(refused('not-your-level'))
  expect((await view('verifier')).may).toEqual({ ask: false, agree: true, meeting: false, withdraw: false, reopen: false })
  expect(
    await ask('verifier', 'POST', '/closures/agree', { items: [{ id: (await view()).id, version: 1, pinned: '' }], note: '' }),
  ).toMatchObject(refused('changed-since-request'))
})

test('it is sent back with a reason and demands, and asked again', async () => {
  expect(await act('verifier', 'return', { note: '材料不全', demands: [] })).toMatchObject(refused('reason-too-short'))
  const sent = await act('verifier', 'return', { note: '没有附党组会议的审议记录', demands: ['补充会议纪要'] })
  expect(ClosureView.parse(sent.body)).toMatchObject({ state: 'returned', steps: [{}, { kind: 'return', demands: ['补充会议纪要'] }] })
  expect((await request()).status).toBe(200)
  expect((await agree('verifier')).status).toBe(200)
  expect(await agree('verifier')).toMatchObject(refused('not-your-level'))
})

test('what changes after it was asked is not approved', async () => {
  const before = await view('leader')
  const corrected = await ask('office', 'POST', `/records/${record}/correct`, {
    revision: 1,
    entry: { ...entry(), occurredOn: { from: '2026-02-21', to: '2026-02-21' } },
    note: '日期写错',
  })
  expect(corrected.status).toBe(200)
  expect((await view('leader')).hasChanged).toBe(true)
  expect(await agree('leader', before.pinned)).toMatchObject(refused('changed-since-request'))
  expect(await agree('leader')).toMatchObject(refused('changed-since-request'))
  expect((await act('leader', 'return', { note: '申请之后记录有更正，请重新核实', demands: [] })).status).toBe(200)
})

test('two approvers at once: one closes it, the other hears of it', async () => {
  await request()
  await agree('verifier')
  const { id, version, pinned } = await view('leader')
  const both = await Promise.all(
    (['leader', 'other'] as const).map((who) => ask(who, 'POST', '/closures/agree', { items: [{ id, version, pinned }], note: '' })),
  )
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await view()).toMatchObject({ state: 'closed', files: [{ round: 1 }] })
})

test('its row of the ledger says so', async () => {
  const closedOnes = { plan: null, filters: [{ kind: 'oneOf', column: 'closure', values: ['closed'] }], sort: [], groupBy: null }
  expect(await ask('office', 'POST', '/ledger/window', { view: closedOnes, offset: 0, limit: 10 })).toMatchObject({
    body: { total: 1, rows: [{ ref: '1-1-3', closure: 'closed' }] },
  })
})

test('its file is one archive with the evidence in it, every digest as it says', async () => {
  const { id, files: filed } = await view()
  const answer = await court.server.app.inject({ method: 'GET', url: `/api/closures/${id}/file`, headers: { cookie: cookies.leader } })
  const files = new Map(Object.entries(unzipSync(answer.rawPayload)))
  const [content = '', evidence = '', ...rest] = files.keys()
  expect([content, evidence.replace(/[0-9a-f]{32}/, '#'), ...rest]).toEqual([
    '卷宗.json',
    '佐证/#-议事规则.pdf',
    '目录.html',
    '校验清单.txt',
    '核对.html',
  ])
  const text = (name: string): string => Buffer.from(files.get(name) ?? []).toString()
  const index = text('目录.html')
  const digest = (name: string): string => sm3(Buffer.from(files.get(name) ?? []))
  for (const words of [
    '没有附党组会议的审议记录',
    '澜川市中级人民法院',
    '方式：修订',
    '同意（核实）',
    '2026-03-02 09:00',
    `SM3 ${digest(evidence)}`,
  ])
    expect(index).toContain(words)
  const links = [...index.matchAll(/href="(?<place>[^"]+)"/g)].map(({ groups }) => decodeURIComponent(groups?.['place'] ?? ''))
  expect(links).toEqual([evidence, '校验清单.txt', '核对.html'])
  expect(digest('卷宗.json')).toBe(filed[0]?.digest)
  expect(text('校验清单.txt')).toBe([content, evidence, '目录.html'].map((name) => `${digest(name)}  ${name}\n`).join(''))
  expect(text(evidence)).toContain('%PDF')
})

test('opened again it is counted, and closed anew with a second file', async () => {
  expect(await act('office', 'reopen', { note: '问题复发' })).toMatchObject(refused('reason-too-short'))
  expect((await act('office', 'reopen', { note: '回头看发现规则没有执行到位' })).status).toBe(200)
  expect(await view()).toMatchObject({ state: 'open', reopened: 1 })
  await request()
  await agree('verifier')
  expect((await agree('leader')).status).toBe(200)
  expect(await view()).toMatchObject({ state: 'closed', reopened: 1, files: [{ round: 1 }, { round: 2 }] })
})

test('nothing else is asked for here: a later day and ending it are changes', async () => {
  await act('office', 'reopen', { note: '回头看发现规则没有执行到位' })
  const { version, stage } = await view()
  const asked = { stage, version, aim: { kind: 'extend', due: '2026-06-30' }, note: '等待上级统一部署，暂缓修订' }
  expect((await ask('office', 'POST', `/commitments/${commitment}/closures`, asked)).status).toBe(400)
})

test('levels are set with names, and what is under way keeps its own', async () => {
  const levels = z
    .object({ version: z.number(), levels: z.record(z.string(), z.array(z.looseObject({}))) })
    .parse((await ask('office', 'GET', '/closure-levels')).body)
  const leaders = ['审批人', '副院长']
  const rows = await court.server.database.db.selectFrom('account').select('id').where('name', 'in', leaders).execute()
  const both = { role: 'approve', post: 'leader', accounts: rows.map(({ id }) => id), mode: 'all' }
  await request()
  const staged = [...(levels.levels['staged'] ?? []).slice(0, 1), both]
  const set = { version: 0, levels: { ...levels.levels, staged, immediate: staged } }
  const alone = { version: 0, levels: { ...levels.levels, staged: [both] } }
  expect(await ask('office', 'PUT', '/closure-levels', alone)).toMatchObject(refused('verify-then-approve'))
  const unnamed = { version: 0, levels: { ...levels.levels, staged: [...staged.slice(0, 1), { ...both, accounts: [] }] } }
  expect(await ask('office', 'PUT', '/closure-levels', unnamed)).toMatchObject(refused('all-needs-names'))
  expect((await ask('office', 'PUT', '/closure-levels', set)).status).toBe(200)
  expect((await ask('office', 'PUT', '/closure-levels', set)).status).toBe(409)
  expect((await ask('leader', 'PUT', '/closure-levels', set)).status).toBe(403)
  expect((await view()).levels[1]?.mode).toBe('any')
  await act('office', 'withdraw')
  await request()
  await agree('verifier')
  await agree('leader')
  expect((await view()).state).toBe('requested')
  expect((await agree('other')).status).toBe(200)
  expect((await view()).state).toBe('closed')
})

test('every step stands in the journal', async () => {
  const rows = await court.server.database.db
    .selectFrom('journalEntry')
    .select('verb')
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('subjectKind', '=', 'closure')
    .execute()
  const counts = Object.groupBy(rows, ({ verb }) => verb)
  expect(Object.fromEntries(Object.entries(counts).map(([verb, some]) => [verb, some?.length]))).toEqual({
    'closure.ask': 6,
    'closure.agree': 8,
    'closure.return': 2,
    'closure.reopen': 2,
    'closure.withdraw': 1,
    'closure.export': 1,
  })
})
