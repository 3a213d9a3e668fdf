import { afterAll, beforeAll, expect, test } from 'vitest'
import { SubLedgerTaken } from '#contract/reconciliation.ts'
import { Reconciliation } from '#core/reconciliation/reconciliation.ts'
import { readTable } from '#formats/xlsx/read-table.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { filePart } from '#test/database/file-part.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let cookie = ''
beforeAll(async () => {
  court = await startCourt()
  cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
  await enter(court, 'study-session', studyOf(court, '2026-01-05'))
})
afterAll(() => court.server.close())

const HEADERS = ['编号', '整改措施', '已完成', '应完成', '是否销号']
const sheetOf = (rows: readonly (readonly string[])[], headers = HEADERS) =>
  writeTable({
    sheet: '分台账',
    title: '办公室分台账',
    subtitle: '',
    columns: headers.map((header) => ({ header, width: 12, kind: 'text' })),
    rows,
  })
async function take(bytes: Uint8Array, name = '分台账.xlsx', as = cookie) {
  const { headers, payload } = filePart(name, bytes)
  return court.server.inject({ method: 'POST', url: '/api/reconciliations', headers: { ...headers, cookie: as }, payload })
}
const at = (id: string, path = '') => `/reconciliations/${id}${path}`
const read = (body: unknown) => Reconciliation.parse(body)
const ROWS = [
  ['1-1-1', '', '2', '12', '未完成'],
  ['', '采购办公用品', '', '', ''],
]
let id = ''

test.for([
  ['a sheet of something else', () => sheetOf([['甲', '乙']], ['姓名', '电话']), 'no-header'],
  ['no spreadsheet', () => Promise.resolve(Buffer.from('整改')), 'unreadable'],
] as const)('%s is refused and leaves nothing', async ([, make, refusal]) => {
  expect(await take(await make())).toMatchObject({ status: 422, body: { data: { refusal } } })
  expect((await court.ask('GET', '/reconciliations')).body).toEqual({ orgs: null, items: [] })
})

test('a sheet is held against the rows of the whole ledger, or of an org', async () => {
  id = SubLedgerTaken.parse((await take(await sheetOf(ROWS))).body).id
  expect(read((await court.ask('GET', at(id))).body)).toMatchObject({ version: 1, rows: 2, asOf: null, differences: [] })
  const whole = read((await court.ask('POST', at(id, '/compare'), { version: 1, org: null })).body)
  expect(whole.differences.map(({ kind, ref, field, ours, theirs, cell }) => [kind, ref, field, ours, theirs, cell])).toEqual([
    ['value', '1-1-1', 'actual', '1', '2', 'C4'],
    ['only-theirs', '', null, '', '采购办公用品', 'A5'],
    ...whole.differences.slice(2).map(({ ref, ours }) => ['only-ours', ref, null, ours, '', null]),
  ])
  const unit = read((await court.ask('POST', at(id, '/compare'), { version: 2, org: court.org('政治部') })).body)
  expect(unit).toMatchObject({ orgName: '政治部', asOf: '2026-03-02', agreeing: 0 })
  expect(unit.differences.length).toBeLessThan(whole.differences.length)
  expect(await court.ask('POST', at(id, '/compare'), { version: 1, org: null })).toMatchObject({
    status: 409,
    body: { data: { version: 3 } },
  })
  expect(await court.ask('POST', at(id, '/compare'), { version: 3, org: court.commitment('1-1-1') })).toMatchObject({ status: 404 })
})

test('what was mended is gone after the next comparison, what was settled stays', async () => {
  const before = read((await court.ask('GET', at(id))).body)
  const stray = before.differences.filter(({ kind }) => kind !== 'value').map(({ key }) => key)
  const settled = await court.ask('POST', at(id, '/settle'), { version: before.version, keys: stray, side: 'neither', note: '另行说明' })
  expect(
    read(settled.body)
      .differences.filter((each) => each.settled === null)
      .map(({ field }) => field),
  ).toEqual(['actual'])
  expect(await court.ask('POST', at(id, '/sign'), { version: before.version + 1 })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'still-open', params: { count: '1' } } },
  })
  await enter(court, 'study-session', studyOf(court, '2026-02-05'))
  const again = read((await court.ask('POST', at(id, '/compare'), { version: before.version + 1, org: before.org })).body)
  expect(again).toMatchObject({ agreeing: 1 })
  expect(again.differences.every((each) => each.settled?.note === '另行说明')).toBe(true)
})

test('signed off it stands as it is, and leaves as a slip', async () => {
  const { version, differences } = read((await court.ask('GET', at(id))).body)
  const signed = await court.ask('POST', at(id, '/sign'), { version })
  expect(read(signed.body).signed).toMatchObject({ by: '张三' })
  for (const path of ['/sign', '/compare'])
    expect(await court.ask('POST', at(id, path), { version: version + 1, ...(path === '/compare' ? { org: null } : {}) })).toMatchObject({
      status: 422,
      body: { data: { refusal: 'already-signed' } },
    })
  const slip = await court.server.app.inject({ method: 'POST', url: `/api${at(id, '/slip')}`, headers: { cookie } })
  const cells = readTable('对账单.xlsx', slip.rawPayload).map((row) => row.cells.join('|'))
  expect(cells[0]).toContain('政治部台账对账单')
  expect(cells).toHaveLength(3 + differences.length)
  expect((await court.ask('GET', '/reconciliations')).body).toMatchObject({ items: [{ id, open: 0, takenBy: '张三', orgName: '政治部' }] })
})

test('a unit reconciles, settles and signs for itself alone; the office sees all', async () => {
  const signIn = async (name: string) => (await signInNew(court.server, cookie, { person: court.person(name), name, post: 'unit' })).cookie
  const [own, other] = [await signIn('程砚秋'), await signIn('陆怀瑾')]
  const ask = (as: string, method: 'GET' | 'POST', path: string, payload: object | null = null) =>
    court.server.ask(method, `/api/reconciliations${path}`, payload, as)
  const politics = court.org('政治部')
  // the office's of that unit is seen by it, by no other
  expect((await ask(own, 'GET', '')).body).toMatchObject({ orgs: expect.arrayContaining([politics]), items: [{ id, orgName: '政治部' }] })
  expect((await ask(other, 'GET', '')).body).toMatchObject({ items: [] })
  court.server.clock.forward(1)
  const mine = SubLedgerTaken.parse((await take(await sheetOf(ROWS), '政治部.xlsx', own)).body).id
  for (const org of [null, court.org('办公室')])
    expect(await ask(own, 'POST', `/${mine}/compare`, { version: 1, org })).toMatchObject({
      status: 422,
      body: { data: { refusal: 'reconciliation-not-yours' } },
    })
  const { differences, version } = read((await ask(own, 'POST', `/${mine}/compare`, { version: 1, org: politics })).body)
  expect(await ask(other, 'GET', `/${mine}`)).toMatchObject({ status: 404 })
  for (const [act, payload] of [
    ['settle', { keys: differences.map(({ key }) => key), side: 'ours', note: '' }],
    ['sign', {}],
    ['slip', null],
  ] as const)
    expect([act, (await ask(other, 'POST', `/${mine}/${act}`, payload === null ? {} : { version, ...payload })).status]).toEqual([act, 404])
  const settled = await ask(own, 'POST', `/${mine}/settle`, { version, keys: differences.map(({ key }) => key), side: 'ours', note: '' })
  const signed = await ask(own, 'POST', `/${mine}/sign`, { version: read(settled.body).version })
  expect(read(signed.body).signed).toMatchObject({ by: '程砚秋' })
  expect((await ask(cookie, 'GET', '')).body).toMatchObject({ items: [{ id: mine, takenBy: '程砚秋' }, { id }] })
})
