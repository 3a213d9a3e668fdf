import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { RecordImportPreview, RecordImportState, SheetRead } from '#contract/record-import.ts'
import type { TableColumn } from '#formats/xlsx/table.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { upload } from '#server/evidence/evidence.fixture.ts'
import { makeHandlers } from '#server/jobs/handlers.ts'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { runRecordImport } from '#server/record-import/run.ts'
import { resumeRecordImports } from '#server/record-import/resume.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'
import { loadPacks } from '#server/pack/load-packs.ts'

const HEADERS = ['编号', '单位', '日期', '结束日期', '人员', '形式', '专题', '学习主题']
const REGISTER = 'study-session'
let court: Court
let cookie: string
beforeAll(async () => {
  court = await startCourt()
  cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, { version: 0, definition: definitionOf(court, REGISTER) })
})
afterAll(() => court.server.close())
beforeEach(async () => {
  await court.server.database.pool.query('DELETE FROM record_number')
})

let serial = 0
/** A workbook that is unlike any before. */
async function sheetOf(headers: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const columns = headers.map((header): TableColumn => ({ header, width: 10, kind: 'text' }))
  return writeTable({ sheet: 'x', title: `登记 ${++serial}`, subtitle: '', columns, rows })
}
const rowOf = (number: string, changes: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    编号: number,
    单位: '办公室',
    日期: '2026-02-03',
    形式: '专题辅导',
    专题: '审判执行难点',
    学习主题: '学习',
  }
  return HEADERS.map((header) => changes[header] ?? cells[header] ?? '')
}
async function send(content: Uint8Array): Promise<string> {
  const answer = await upload(court, cookie, '台账.xlsx', content, '/api/record-imports')
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return SheetRead.parse(answer.body).id
}
async function preview(id: string, asked: object = {}) {
  const { status, body } = await court.ask('POST', `/record-imports/${id}/preview`, { register: REGISTER, ...asked })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return RecordImportPreview.parse(body)
}
const apply = (id: string, asked: object = {}) => court.ask('POST', `/record-imports/${id}/apply`, { register: REGISTER, ...asked })
const context = async () => {
  const account = await court.server.database.db.selectFrom('account').select(['id', 'name']).executeTakeFirstOrThrow()
  const actor = {
    accountId: account.id,
    jurisdictionId: court.jurisdictionId,
    name: account.name,
    post: 'office',
    mode: 'trial',
    person: null,
  } as const
  const now = court.server.clock.now()
  return {
    db: court.server.database.db,
    actor,
    now,
    asOf: dayInShanghai(now),
    requestId: 'r1',
    address: null,
    newId: uuidv7,
    packs: await loadPacks(),
  }
}

const run = async (id: string) => runRecordImport(await context(), id)
const state = async (id: string) => RecordImportState.parse((await court.ask('GET', `/record-imports/${id}`)).body)
const count = async (table = 'record_revision') =>
  Number((await court.server.database.pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n)
const entries = async () =>
  Number(
    (await court.server.database.pool.query<{ n: string }>(`SELECT count(*) AS n FROM journal_entry WHERE verb = 'record.enter'`)).rows[0]
      ?.n,
  )
const actual = async () => Number((await court.occurrences('1-1-1'))[0]?.occurrence.actual)

test('columns are told by their labels, and each fault says its cell and what stands there', async () => {
  const rows = [
    rowOf('1'),
    rowOf('2', { 日期: '2026-02-30' }),
    rowOf('3', { 形式: '不知道' }),
    rowOf('4', { 学习主题: '' }),
    rowOf('5', { 单位: '不存在的庭' }),
    rowOf('6', { 日期: '2026-03-05' }),
    rowOf('1'),
    rowOf('8', { 日期: '2026-02-05', 结束日期: '2026-02-04' }),
  ]
  const id = await send(await sheetOf(HEADERS, rows))
  const { columns, headerRow, faults, counts, open } = await preview(id)
  expect(headerRow).toBe(3)
  expect(columns.map(({ letters, target }) => `${letters} ${target}`)).toEqual([
    'A number',
    'B org',
    'C from',
    'D to',
    'E subjects',
    'F field:form',
    'G field:themes',
    'H field:topic',
  ])
  expect(faults).toEqual([
    { cell: 'C5', target: 'from', code: 'not-a-day', value: '2026-02-30' },
    { cell: 'F6', target: 'field:form', code: 'not-an-option', value: '不知道' },
    { cell: 'H7', target: 'field:topic', code: 'missing', value: '' },
    { cell: 'B8', target: 'org', code: 'unknown-name', value: '不存在的庭' },
    { cell: 'C9', target: 'from', code: 'in-the-future', value: '2026-03-05' },
    { cell: 'A10', target: 'number', code: 'number-twice', value: '1' },
    { cell: 'D11', target: 'to', code: 'not-a-day', value: '2026-02-04' },
  ])
  expect([counts.add, open]).toEqual([1, [{ role: 'org', name: '不存在的庭', candidates: [] }]])
  const before = await count()
  await apply(id)
  await run(id)
  expect([await state(id), await count()]).toMatchObject([{ state: 'failed', outcome: { error: 'has-faults' } }, before])
})

test('what is imported counts at once; the same ledger again is skipped, updated or stops', async () => {
  const before = await actual()
  const rows = [rowOf('甲-1'), rowOf('甲-2', { 日期: '2026年2月4日', 结束日期: '2026/2/5 上午', 人员: '许明远' }), rowOf('甲-3')]
  const content = await sheetOf(HEADERS, rows)
  const id = await send(content)
  expect(await apply(id)).toMatchObject({ status: 200, body: { state: 'queued' } })
  await run(id)
  expect(await state(id)).toMatchObject({ state: 'done', doneRows: 3, allRows: 3, outcome: { added: 3, updated: 0 } })
  expect(await actual()).toBe(before + 3)
  expect(await court.differences()).toEqual([])

  const again = await send(content)
  expect(await preview(again)).toMatchObject({ sameAs: { by: '张三' }, counts: { skip: 3 } })
  expect(await apply(again)).toMatchObject({ status: 422, body: { data: { refusal: 'imported-before' } } })
  expect((await preview(again, { existing: 'update' })).counts).toEqual({ add: 0, update: 0, same: 3, skip: 0 })
  expect((await preview(again, { existing: 'stop' })).faults.map(({ cell, code }) => [cell, code])).toEqual(
    ['A4', 'A5', 'A6'].map((cell) => [cell, 'number-exists']),
  )

  const changed = await send(await sheetOf(HEADERS, [rowOf('甲-1', { 学习主题: '改过' }), rowOf('甲-3'), rowOf('甲-4')]))
  expect((await preview(changed, { existing: 'update' })).counts).toEqual({ add: 1, update: 1, same: 1, skip: 0 })
  await apply(changed, { existing: 'update' })
  await run(changed)
  expect(await state(changed)).toMatchObject({ outcome: { added: 1, updated: 1, same: 1, skipped: 0 } })
  expect(await actual()).toBe(before + 4)
  expect(await court.differences()).toEqual([])
  const { rows: notes } = await court.server.database.pool.query('SELECT note FROM record_revision WHERE revision = 2')
  expect(notes).toEqual([{ note: '导入更正：台账.xlsx' }])
})

test('every record has its entry in the journal', async () => {
  const before = await entries()
  const id = await send(await sheetOf(HEADERS, [rowOf('乙-1'), rowOf('乙-2')]))
  await apply(id)
  await run(id)
  expect(await entries()).toBe(before + 2)
})

test('columns a person chose are remembered for the next sheet of the register', async () => {
  const headers = ['编号', '单位', '哪天', '形式', '专题', '讲什么']
  const row = ['丙-1', '办公室', '2026-02-06', '专题辅导', '审判执行难点', '学习']
  const first = await send(await sheetOf(headers, [row]))
  const found = await preview(first)
  expect(found.faults.map(({ code, target }) => [code, target])).toEqual([
    ['column-missing', 'from'],
    ['column-missing', 'field:topic'],
  ])
  const columns = { 哪天: 'from', 讲什么: 'field:topic' }
  expect((await preview(first, { columns })).faults).toEqual([])
  await apply(first, { columns })
  await run(first)
  const next = await send(await sheetOf(headers, [['丙-2', ...row.slice(1)]]))
  expect(await preview(next)).toMatchObject({ faults: [], counts: { add: 1 } })
})

test('of several of one name a person says whom; a sheet without units says whose it is', async () => {
  await court.server.database.pool.query('INSERT INTO person (jurisdiction_id, id, name) VALUES ($1, $2, $3)', [
    court.jurisdictionId,
    uuidv7(),
    '许明远',
  ])
  const id = await send(
    await sheetOf(
      HEADERS.filter((header) => header !== '单位'),
      [rowOf('丁-1', { 人员: '许明远' }).filter((_, index) => index !== 1)],
    ),
  )
  expect((await preview(id)).faults).toMatchObject([{ code: 'column-missing', target: 'org' }])
  const org = court.org('办公室')
  const { open, faults } = await preview(id, { org })
  expect([faults.map(({ cell, code }) => [cell, code]), open]).toMatchObject([
    [['D4', 'ambiguous-name']],
    [{ name: '许明远', candidates: [{}, {}] }],
  ])
  const names = { 'person:许明远': `person:${court.person('许明远')}` }
  expect(await preview(id, { org, names })).toMatchObject({ faults: [], open: [], counts: { add: 1 } })
})

test('a cancelled import leaves nothing but its row, and an ended one is not cancelled', async () => {
  const before = [await count(), await count('record_number'), await count('record_party')]
  const id = await send(await sheetOf(HEADERS, [rowOf('戊-1')]))
  await apply(id)
  expect(await court.ask('POST', `/record-imports/${id}/cancel`, {})).toMatchObject({ status: 200, body: { state: 'cancelled' } })
  await run(id)
  expect([await count(), await count('record_number'), await count('record_party')]).toEqual(before)
  expect(await court.ask('POST', `/record-imports/${id}/cancel`, {})).toMatchObject({
    status: 422,
    body: { data: { refusal: 'finished' } },
  })
})

test('cancelled in the middle, everything is undone', async () => {
  const before = await count()
  const many = Array.from({ length: 600 }, (_, index) => rowOf(`己-${index}`))
  const id = await send(await sheetOf(HEADERS, many))
  await apply(id)
  const running = run(id)
  await expect.poll(async () => (await state(id)).doneRows, { timeout: 20_000, interval: 2 }).toBeGreaterThan(0)
  const cancelled = await court.ask('POST', `/record-imports/${id}/cancel`, {})
  await running
  expect(await count()).toBe(cancelled.status === 200 ? before : before + 600)
  expect(await court.differences()).toEqual([])
})

test('done twice at once it is done once; what a crash interrupted is taken up again', async () => {
  const before = await count()
  const id = await send(await sheetOf(HEADERS, [rowOf('庚-1'), rowOf('庚-2')]))
  await apply(id)
  await court.server.database.pool.query(`UPDATE record_import SET state = 'applying' WHERE id = $1`, [id])
  await Promise.all([run(id), run(id)])
  expect([await state(id), await count()]).toMatchObject([{ state: 'done', outcome: { added: 2 } }, before + 2])
  const left = await send(await sheetOf(HEADERS, [rowOf('辛-1')]))
  await apply(left)
  await court.server.database.pool.query(`UPDATE record_import SET state = 'applying' WHERE id = $1`, [left])
  const { database, clock, files, jobs } = court.server
  await resumeRecordImports({ db: database.db, jobs })
  await jobs.work(makeHandlers({ db: database.db, clock: clock.now, newId: uuidv7, files, jobs }))
  await expect.poll(async () => (await state(left)).state, { timeout: 20_000 }).toBe('done')
  expect(await count()).toBe(before + 3)
})

async function exported(asked: object = {}): Promise<Uint8Array> {
  const answer = await court.server.app.inject({
    method: 'POST',
    url: `/api/registers/${REGISTER}/records/export`,
    headers: { cookie },
    payload: asked,
  })
  expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([200, expect.stringContaining('attachment')])
  return answer.rawPayload
}

test('what is exported and comes back changes nothing', async () => {
  await court.ask('POST', `/registers/${REGISTER}/records`, {
    org: court.org('办公室'),
    occurredOn: { from: '2026-02-01', to: '2026-02-02', startsAtNoon: true },
    subjects: [{ kind: 'person', id: court.person('许明远') }],
    values: { form: '专题辅导', themes: ['审判执行难点', '廉洁教育'], topic: '=1+1\n第二行 "引号"' },
    state: 'submitted',
  })
  const id = await send(await exported())
  const { counts, faults } = await preview(id, { existing: 'update' })
  expect([faults, counts.add, counts.update, counts.same]).toEqual([[], 0, 0, expect.any(Number)])
  expect(counts.same).toBeGreaterThan(5)
})

test('an empty export is the template: filled in, it is taken', async () => {
  const id = await send(await exported({ isTemplate: true }))
  const { columns, faults } = await preview(id)
  expect(columns.every(({ target }) => target !== null)).toBe(true)
  expect(faults).toEqual([])
})

test('the export holds what is seen', async () => {
  const id = await send(await exported({ from: '2026-02-06', to: '2026-02-06' }))
  expect((await preview(id, { existing: 'update' })).counts.same).toBe(1)
})
