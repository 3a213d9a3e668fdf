import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ImportPreview, OrganisationView, PlanName } from '#contract/org.ts'
import { SignedIn } from '#contract/session.ts'
import { Organisation } from '#core/org/organisation.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { planImportJob } from '#server/import/job.ts'
import { otherCourt, storePlan } from '#server/import/plan.fixture.ts'
import { loadRoster } from '#server/org/load.ts'
import { filePart } from '#test/database/file-part.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
let other: string
let jurisdictionId: string
let accountId: string

beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name] })
  cookie = await server.setUp()
  other = await otherCourt(server)
  accountId = SignedIn.parse((await server.ask('GET', '/api/session', null, cookie)).body).accountId
  const account = await server.database.db
    .selectFrom('account')
    .select('jurisdictionId')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  jurisdictionId = account.jurisdictionId
})
afterAll(() => server.close())

const Changed = z.object({ id: z.uuid(), version: z.number() })

async function seen(asOf = '2026-03-02', as = cookie) {
  return OrganisationView.parse((await server.ask('GET', `/api/organisation?asOf=${asOf}`, null, as)).body)
}

const ask = (at: string, payload: object, as = cookie) => server.ask('POST', `/api/organisation/${at}`, payload, as)

async function done(at: string, payload: object): Promise<string> {
  const { version } = await seen()
  const answer = await ask(at, { version, ...payload })
  if (answer.status !== 200) throw new Error(`${at}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return Changed.parse(answer.body).id
}

async function entries() {
  return server.database.db
    .selectFrom('journalEntry')
    .select(['verb', 'subjectId', 'before', 'after'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('id', 'desc')
    .execute()
}

async function upload(name: string, bytes: Uint8Array, as = cookie) {
  const { headers, payload } = filePart(name, bytes)
  return server.inject({ method: 'POST', url: '/api/organisation/imports', headers: { ...headers, cookie: as }, payload })
}

const HEADERS = ['单位', '上级单位', '职务', '姓名', '群组', '分管', '起始日期']
const sheetOf = (rows: readonly (readonly string[])[]) =>
  writeTable({
    sheet: '名册',
    title: '某院人员名册',
    subtitle: '制表单位：办公室',
    columns: HEADERS.map((header) => ({ header, width: 12, kind: header === '起始日期' ? 'day' : 'text' })),
    rows,
  })

test('an organisation grows by acts, each journalled, and is seen as of any day', async () => {
  const from = '2026-01-01'
  const court = await done('orgs', { name: '某市中级人民法院', kind: 'institution', parent: null, aliases: ['市中院'], from })
  const office = await done('orgs', { name: '办公室', kind: 'department', parent: court, from })
  const post = await done('posts', { org: office, title: '主任', rank: '中层', isHead: true, isForOne: true, from })
  const person = await done('people', { name: '陆瑾' })
  const holding = await done('holdings', { post, person, from: '2026-02-01' })
  await done(`orgs/${office}/rename`, { name: '综合办公室', from: '2026-03-01' })
  const group = await done('groups', { name: '班子成员', everyoneIn: null })
  const membership = await done('memberships', { group, member: { kind: 'post', id: post }, from })
  const relation = await done('relations', { kind: 'inChargeOf', leader: { kind: 'person', id: person }, org: office, from })
  await done(`people/${person}/link`, {})

  const january = (await seen('2026-01-15')).organisation
  expect(january.terms.find(({ org }) => org === office)?.name).toBe('办公室')
  expect(january.holdings).toEqual([])
  const march = await seen('2026-03-15')
  expect(march.organisation.terms.find(({ org }) => org === office)?.name).toBe('综合办公室')
  expect(march.organisation.holdings).toMatchObject([{ id: holding, person, from: '2026-02-01', to: null }])
  expect(march.organisation.people).toEqual([{ id: person, name: '陆瑾', account: accountId }])
  expect(march.version).toBe(10)

  for (const [at, id] of [
    ['holdings', holding],
    ['memberships', membership],
    ['relations', relation],
  ])
    await done(`${at}/${id}/end`, { to: '2026-03-31' })
  const april = (await seen('2026-04-01')).organisation
  expect([april.holdings, april.memberships, april.relations]).toEqual([[], [], []])
  await done(`posts/${post}/close`, { to: '2026-05-31' })
  await done(`orgs/${office}/close`, { to: '2026-06-30' })
  expect((await seen('2026-07-01')).organisation.orgs.map(({ id }) => id)).toEqual([court])
  expect((await seen('2026-06-30')).organisation.orgs).toHaveLength(2)

  const history = Organisation.parse((await server.ask('GET', `/api/organisation/orgs/${office}/history`, null, cookie)).body)
  expect(history.terms.map(({ name, from: first, to }) => [name, first, to])).toEqual([
    ['办公室', '2026-01-01', '2026-02-28'],
    ['综合办公室', '2026-03-01', '2026-06-30'],
  ])
  const [last] = await entries()
  expect(last).toMatchObject({
    verb: 'org.close',
    subjectId: office,
    before: { terms: [{ name: '综合办公室', to: null }] },
    after: { terms: [{ name: '综合办公室', to: '2026-06-30' }] },
  })
})

test('what is refused or late changes nothing and leaves no entry', async () => {
  const before = await seen()
  const written = (await entries()).length
  const court = before.organisation.orgs[0]?.id ?? ''
  const asked = { version: before.version, name: '某市中级人民法院', kind: 'institution', parent: null, from: '2026-03-02' }
  expect(await ask('orgs', asked)).toMatchObject({ status: 422, body: { data: { refusal: 'name-taken' } } })
  expect(await ask(`orgs/${court}/move`, { version: before.version, parent: court, from: '2026-03-02' })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'parent-below' } },
  })
  expect(await ask('orgs', { ...asked, name: '新机构', version: before.version - 1 })).toMatchObject({
    status: 409,
    body: { data: { version: before.version } },
  })
  expect(await ask('orgs', { ...asked, name: '  ' })).toMatchObject({ status: 400 })
  expect(await seen()).toEqual(before)
  expect(await entries()).toHaveLength(written)
})

test('of several changes at once one is made', async () => {
  const { version } = await seen()
  const answers = await Promise.all(['一', '二', '三'].map((name) => ask('people', { version, name })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
})

test('another jurisdiction sees and changes nothing of it', async () => {
  expect(await seen('2026-03-02', other)).toMatchObject({ version: 0, organisation: { orgs: [], people: [] } })
  const court = (await seen()).organisation.orgs[0]?.id ?? ''
  expect(await server.ask('GET', `/api/organisation/orgs/${court}/history`, null, other)).toMatchObject({ status: 404 })
  expect(await ask(`orgs/${court}/close`, { version: 0, to: '2026-03-02' }, other)).toMatchObject({ status: 422 })
  expect(await ask('sample', {}, cookie)).toMatchObject({ status: 422, body: { data: { refusal: 'not-empty' } } })
})

test('a sheet is tried first, and applied as it was shown', async () => {
  const rows = [
    ['某市中级人民法院', '', '院长', '许明', '班子成员', '执行局', '2026-01-01'],
    ['执行局', '某市中级人民法院', '局长', '柯行', '', '', '2026-01-05'],
    ['执行局', '某市中级人民法院', '', '马里', '', '', ''],
  ]
  const before = await seen()
  const taken = await upload('名册.xlsx', await sheetOf(rows))
  const { id } = z.object({ id: z.uuid() }).parse(taken.body)
  const answer = await server.ask('GET', `/api/organisation/imports/${id}?from=2026-02-01`, null, cookie)
  const preview = ImportPreview.parse(answer.body)
  expect(preview).toMatchObject({ fileName: '名册.xlsx', version: before.version, from: '2026-02-01', faults: [], appliedAt: null })
  expect(preview.steps).toContainEqual({ row: 4, act: 'add', what: 'inChargeOf', name: '许明 执行局' })
  expect(await seen()).toEqual(before)

  expect(await server.ask('GET', `/api/organisation/imports/${id}`, null, other)).toMatchObject({ status: 404 })
  const apply = { version: preview.version, from: preview.from }
  expect(await ask(`imports/${id}/apply`, { ...apply, version: preview.version - 1 })).toMatchObject({ status: 409 })
  expect(await ask(`imports/${id}/apply`, apply)).toMatchObject({ status: 200, body: { version: preview.version + 1 } })
  expect(await ask(`imports/${id}/apply`, { ...apply, version: preview.version + 1 })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'already-applied' } },
  })
  const { organisation } = await seen()
  expect(organisation.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['许明', '柯行', '马里']))
  const marli = organisation.people.find(({ name }) => name === '马里')?.id
  expect(organisation.holdings.find(({ person }) => person === marli)?.from).toBe('2026-02-01')
  expect((await entries())[0]).toMatchObject({ verb: 'organisation-import.apply', subjectId: id })
})

test('a sheet with a fault is shown with its cells and cannot be applied', async () => {
  const rows = [
    ['某市中级人民法院', '', '副院长', '宋微', '', '没有的处', '2026-01-01'],
    ['某市中级人民法院', '', '院长', '唐远', '', '', '2026-02-30'],
  ]
  const { id } = z.object({ id: z.uuid() }).parse((await upload('错.xlsx', await sheetOf(rows))).body)
  const preview = ImportPreview.parse((await server.ask('GET', `/api/organisation/imports/${id}`, null, cookie)).body)
  expect(preview.faults).toEqual([
    { row: 4, cell: 'F4', code: 'org-unknown', params: { name: '没有的处' } },
    { row: 5, cell: 'G5', code: 'bad-day', params: { text: '2026-02-30' } },
    { row: 5, cell: 'D5', code: 'post-held', params: { name: '许明', from: '2026-01-01', to: '' } },
  ])
  const before = await seen()
  expect(await ask(`imports/${id}/apply`, { version: preview.version, from: preview.from })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'has-faults', params: { count: '3' } } },
  })
  expect(await seen()).toEqual(before)
})

test.for([
  ['方案.txt', Buffer.from('不是表格'), 'wrong-type'],
  ['名册.xlsx', Buffer.from('PK\u0003\u0004damaged'), 'damaged'],
] as const)('%s is no sheet: %s', async ([name, bytes, code]) => {
  expect(await upload(name, bytes)).toMatchObject({ status: 422, body: { data: { refusal: 'unreadable', params: { code } } } })
})

test('the sheet that is handed out reads back without a change', async () => {
  const answer = await server.app.inject({ method: 'POST', url: '/api/organisation/template', headers: { cookie } })
  expect(answer.headers['content-type']).toContain('spreadsheetml')
  const { id } = z.object({ id: z.uuid() }).parse((await upload('名册.xlsx', answer.rawPayload)).body)
  const preview = ImportPreview.parse((await server.ask('GET', `/api/organisation/imports/${id}`, null, cookie)).body)
  expect(preview.faults).toEqual([])
  expect(preview.steps.filter(({ act }) => act !== 'same')).toEqual([])
  expect(await ask(`imports/${id}/apply`, { version: preview.version, from: preview.from })).toMatchObject({
    body: { data: { refusal: 'nothing-changed' } },
  })
})

test('names of a plan are matched, the commitments keep theirs', async () => {
  await storePlan(server, accountId)
  const names = async () =>
    z.object({ items: z.array(PlanName) }).parse((await server.ask('GET', '/api/organisation/names', null, cookie)).body).items
  const missing = (await names()).find(({ name }) => name === '研究室')
  expect(missing).toMatchObject({ role: 'unit', how: null, parties: [], commitments: 2 })
  const { organisation } = await seen()
  const enforcement = organisation.terms.find(({ name }) => name === '执行局')?.org ?? ''
  await done(`orgs/${enforcement}/aliases`, { aliases: ['研究室'] })
  expect((await names()).find(({ name }) => name === '研究室')).toMatchObject({ how: 'alias', parties: [{ kind: 'org', id: enforcement }] })
  const { leadOrgs } = await server.database.db
    .selectFrom('ledgerEntry')
    .select('leadOrgs')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('ref', '=', '1-1-1')
    .executeTakeFirstOrThrow()
  expect(leadOrgs).toContain('研究室')
})

test('the sample court is loaded once, and its plan finds everybody', async () => {
  expect(await ask('sample', {}, other)).toMatchObject({ status: 200 })
  expect(await ask('sample', {}, other)).toMatchObject({ status: 422 })
  const { organisation } = await seen('2026-03-02', other)
  expect(organisation.orgs.length).toBeGreaterThan(20)
  const plan = await readFile(path.join(import.meta.dirname, '../../../packs/court/sample/plan.txt'), 'utf8')
  const named = [...plan.matchAll(/责任领导：([^；]+)；责任部门：([^；]+)；/g)].flatMap(([, leader = '', units = '']) => [
    leader,
    ...units.split('、'),
  ])
  const known = new Set([...organisation.people.map(({ name }) => name), ...organisation.terms.map(({ name }) => name)])
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

test('evaluation gets the roster over time', async () => {
  const { db } = server.database
  const roster = await db.transaction().execute((tx) => loadRoster(tx, jurisdictionId))
  expect(roster.holdings.length).toBeGreaterThan(3)
  expect(roster.orgs.find(({ to }) => to === '2026-06-30')).toMatchObject({ kind: 'department', from: '2026-03-01' })
})
