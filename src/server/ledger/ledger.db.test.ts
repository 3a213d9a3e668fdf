import ExcelJS from 'exceljs'
import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SignedIn } from '#contract/session.ts'
import { unfoldRows } from '#core/ledger/fold.ts'
import type { LedgerFilter, LedgerView } from '#core/ledger/ledger.ts'
import { LedgerPlace, LedgerRow } from '#core/ledger/row.ts'
import { PlanId } from '#core/plan/plan.ts'
import { planImportJob } from '#server/import/job.ts'
import { otherCourt, storePlan } from '#server/import/plan.fixture.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
let planId: PlanId

/** One confirmed plan with an answered frame, so that one row has a day, and another plan that is still a draft. */
beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name] })
  cookie = await server.setUp()
  const { accountId } = SignedIn.parse((await server.ask('GET', '/api/session', null, cookie)).body)
  await storePlan(server, accountId)
  planId = PlanId.parse(await storePlan(server, accountId))
  const questions = z
    .array(z.object({ id: z.string(), code: z.string() }))
    .parse((await server.ask('GET', `/api/plans/${planId}`, null, cookie)).body['questions'])
  const dueOn = questions.find(({ code }) => code === 'due-on')
  await server.ask('POST', `/api/plans/${planId}/questions/${dueOn?.id}/answer`, { answer: { kind: 'day', day: '2026-06-30' } }, cookie)
  await server.ask('POST', `/api/plans/${planId}/confirm`, { clause: null }, cookie)
})
afterAll(() => server.close())

const all: LedgerView = { plan: null, filters: [], sort: [], groupBy: null, asOf: null, knownAt: null }
const Window = z.object({ total: z.number(), offset: z.number(), places: z.array(LedgerPlace), rows: z.array(LedgerRow) })

async function refs(view: Partial<LedgerView>, offset = 0, limit = 100) {
  const answer = await server.ask('POST', '/api/ledger/window', { view: { ...all, ...view }, offset, limit }, cookie)
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  const { total, ...folded } = Window.parse(answer.body)
  const rows = unfoldRows(folded)
  return { total, refs: rows.map(({ ref }) => ref), rows }
}

test('the ledger holds what is confirmed, in the order of the plan, with its columns', async () => {
  const { total, refs: order, rows } = await refs({})
  expect([total, order]).toEqual([5, ['1-1-1', '1-1-2', '1-1-3', '1-1-4', '2-1-1']])
  expect(rows[0]).toMatchObject({
    plan: '某院整改方案',
    aspect: '聚焦学习',
    finding: '研讨不够紧密。',
    measure: '改进学习',
    sentence: '每年组织专题学习不少于12次，其中法治专题不少于4次。',
    indicator: '专题学习 每年 ≥ 12 次',
    leadOrgs: '政治部、研究室',
    state: 'confirmed',
  })
  expect(rows[2]).toMatchObject({
    indicator: '修订议事规则',
    dueOn: '2026-06-30',
    dueText: '2026年6月30日',
    remark: '口径：时限确定为 2026-06-30',
  })
  expect(rows[4]).toMatchObject({ indicator: '待定义', aspect: '聚焦作风', finding: '文多会多。' })
})

const oneOf = (column: LedgerFilter['column'], ...named: (string | null)[]): LedgerFilter => ({ kind: 'oneOf', column, values: named })
const contains = (column: LedgerFilter['column'], text: string): LedgerFilter => ({ kind: 'contains', column, text })

test.for<[string, LedgerFilter[], string[]]>([
  ['one name of several in a cell', [oneOf('leadOrgs', '研究室')], ['1-1-1', '1-1-2']],
  ['one of two names', [oneOf('leadOrgs', '研究室', '办公室')], ['1-1-1', '1-1-2', '2-1-1']],
  ['no name', [oneOf('leadOrgs', null)], ['1-1-3', '1-1-4']],
  ['a name or none', [oneOf('leadOrgs', '办公室', null)], ['1-1-3', '1-1-4', '2-1-1']],
  ['part of a name is not the name', [oneOf('leadOrgs', '研究')], []],
  ['nothing', [oneOf('aspect')], []],
  ['an aspect', [oneOf('aspect', '聚焦作风')], ['2-1-1']],
  ['a remark or none', [oneOf('remark', null)], ['1-1-1', '1-1-2', '1-1-4', '2-1-1']],
  ['a nature', [oneOf('nature', 'immediate')], ['1-1-3']],
  ['no day', [oneOf('dueOn', null), oneOf('nature', 'immediate')], []],
  ['a day', [oneOf('dueOn', '2026-06-30')], ['1-1-3']],
  ['words of the sentence', [contains('sentence', '议事规则')], ['1-1-3']],
  ['words are taken as they are', [contains('sentence', '%')], []],
  ['words of the time limit as shown', [contains('dueOn', '6月')], ['1-1-3']],
  ['words in names', [contains('leadOrgs', '治部、研')], ['1-1-1', '1-1-2']],
  ['between', [{ kind: 'between', column: 'dueOn', from: null, to: null }], ['1-1-3']],
  ['drafts too where asked for', [oneOf('state', 'draft'), oneOf('ref', '2-1-1')], ['2-1-1']],
])('filter: %s', async ([, filters, expected]) => {
  const { total, refs: found } = await refs({ filters })
  expect(found).toEqual(expected)
  expect(total).toBe(expected.length)
})

test.for<[string, Partial<LedgerView>, string[]]>([
  ['by number, last first', { sort: [{ column: 'ref', descending: true }] }, ['2-1-1', '1-1-4', '1-1-3', '1-1-2', '1-1-1']],
  ['by day, empty last', { sort: [{ column: 'dueOn', descending: false }] }, ['1-1-3', '1-1-1', '1-1-2', '1-1-4', '2-1-1']],
  ['by day backwards, empty last', { sort: [{ column: 'dueOn', descending: true }] }, ['1-1-3', '1-1-1', '1-1-2', '1-1-4', '2-1-1']],
  ['grouped by unit', { groupBy: 'leadOrgs' }, ['2-1-1', '1-1-1', '1-1-2', '1-1-3', '1-1-4']],
  [
    'grouped by aspect, sorted within',
    { groupBy: 'aspect', sort: [{ column: 'ref', descending: true }] },
    ['1-1-4', '1-1-3', '1-1-2', '1-1-1', '2-1-1'],
  ],
])('order: %s', async ([, view, expected]) => {
  expect((await refs(view)).refs).toEqual(expected)
})

test('windows lie edge to edge', async () => {
  const parts = await Promise.all([0, 2, 4, 6].map((offset) => refs({}, offset, 2)))
  expect(parts.flatMap((part) => part.refs)).toEqual((await refs({})).refs)
  expect(parts.map(({ total }) => total)).toEqual([5, 5, 5, 5])
})

async function values(column: string, view: Partial<LedgerView> = {}, search = '') {
  const answer = await server.ask('POST', '/api/ledger/values', { view: { ...all, ...view }, column, search }, cookie)
  return z
    .array(z.object({ value: z.string().nullable(), count: z.number() }))
    .parse(answer.body['values'])
    .map(({ value, count }) => [value, count])
}

test('values: each name by itself, with its count, empty cells last', async () => {
  expect(await values('leadOrgs')).toEqual([
    ['办公室', 1],
    ['政治部', 2],
    ['研究室', 2],
    [null, 2],
  ])
})

test('values: a column’s own filter does not narrow its values, the others do', async () => {
  const filters = [oneOf('leadOrgs', '办公室')]
  expect(await values('leadOrgs', { filters })).toHaveLength(4)
  expect(await values('aspect', { filters })).toEqual([['聚焦作风', 1]])
})

test('values: of states also what is not confirmed, in plan order for the plan’s own words, searched by part', async () => {
  expect(await values('state')).toEqual([
    ['confirmed', 5],
    ['draft', 5],
  ])
  expect(await values('aspect')).toEqual([
    ['聚焦学习', 4],
    ['聚焦作风', 1],
  ])
  expect(await values('leadOrgs', {}, '室')).toEqual([
    ['办公室', 1],
    ['研究室', 2],
  ])
  expect(await values('dueOn')).toEqual([
    ['2026-06-30', 1],
    [null, 4],
  ])
})

test('the export is the ledger as seen: title, line of who and when, head, numbered rows, merged cells', async () => {
  const view = { ...all, plan: planId, filters: [oneOf('leadOrgs', '政治部', '研究室')] }
  const columns = ['aspect', 'finding', 'indicator', 'leadOrgs']
  const response = await server.app.inject({ method: 'POST', url: '/api/ledger/export', payload: { view, columns }, headers: { cookie } })
  expect(response.headers['content-disposition']).toMatch(/^attachment;/)
  expect(response.headers['content-disposition']).toContain(encodeURIComponent('整改台账-2026-03-02.xlsx'))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(response.rawPayload).buffer)
  const sheet = book.worksheets[0]
  const line = (row: number) => [1, 2, 3, 4, 5].map((column) => sheet?.getCell(row, column).text)
  expect(line(1)[0]).toBe('某院整改方案台账')
  expect(line(2)[0]).toContain('制表单位：某市中级人民法院')
  expect(line(2)[0]).toContain('2026年3月2日')
  expect(line(3)).toEqual(['序号', '方面', '存在问题', '量化指标', '责任单位'])
  expect(line(4)).toEqual(['1', '聚焦学习', '研讨不够紧密。', '专题学习 每年 ≥ 12 次', '政治部、研究室'])
  expect(line(5)[3]).toBe('每年 ≥ 4 次')
  expect(sheet?.model.merges).toEqual(expect.arrayContaining(['B4:B5', 'C4:C5']))
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape' })
})

test('another court sees an empty ledger', async () => {
  const foreign = await otherCourt(server)
  const asked = { view: { ...all, plan: planId }, offset: 0, limit: 10 }
  expect((await server.ask('POST', '/api/ledger/window', asked, foreign)).body).toMatchObject({ total: 0, offset: 0, rows: [] })
  expect((await server.ask('POST', '/api/ledger/values', { view: all, column: 'aspect' }, foreign)).body).toEqual({ values: [] })
})
