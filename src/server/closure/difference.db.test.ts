import { afterAll, beforeAll, expect, test } from 'vitest'
import { SubLedgerTaken } from '#contract/reconciliation.ts'
import { Reconciliation } from '#core/reconciliation/reconciliation.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { upload } from '#server/evidence/evidence.fixture.ts'

let court: ClosureCourt
beforeAll(async () => {
  court = await startClosureCourt()
})
afterAll(() => court.court.server.close())

test('对账销号: a difference that is open stops a closure, one that is settled does not', async () => {
  const commitment = await court.fulfil('1-1-3')
  expect((await court.view('office', commitment)).missing).toEqual([])
  const columns = ['编号', '整改措施', '已完成', '应完成', '是否销号'].map((header) => ({ header, width: 12, kind: 'text' }) as const)
  const sheet = await writeTable({ sheet: '分台账', title: '分台账', subtitle: '', columns, rows: [['1-1-3', '', '0', '1', '未完成']] })
  const { body } = await upload(court.court, court.cookie('office'), '分台账.xlsx', sheet, '/api/reconciliations')
  const { id } = SubLedgerTaken.parse(body)
  const compared = await court.ask('office', 'POST', `/reconciliations/${id}/compare`, { version: 1, org: null })
  const { version, differences } = Reconciliation.parse(compared.body)
  const own = differences.filter(({ ref }) => ref === '1-1-3')
  expect(own.length).toBeGreaterThan(0)
  expect((await court.view('office', commitment)).missing).toEqual([{ code: 'difference-open', params: { count: String(own.length) } }])
  expect(await court.request('office', commitment)).toMatchObject({ status: 422, body: { data: { refusal: 'gate-not-passed' } } })
  const keys = own.map(({ key }) => key)
  const settled = await court.ask('office', 'POST', `/reconciliations/${id}/settle`, { version, keys, side: 'ours', note: '以总台账为准' })
  expect(settled.status).toBe(200)
  expect((await court.request('office', commitment)).status).toBe(200)
})
