import ExcelJS from 'exceljs'
import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PlanView } from '#contract/plan.ts'
import { unfoldRows } from '#core/ledger/fold.ts'
import { LedgerPlace, LedgerRow } from '#core/ledger/row.ts'
import { textOf } from '#core/text/span.ts'
import { makeHandlers, jobNames } from '#server/jobs/handlers.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let cookie: string
let planId: string

beforeAll(async () => {
  server = await startTestServer({ jobNames })
  cookie = await server.setUp()
  const { database, clock, files, jobs } = server
  await jobs.work(makeHandlers({ db: database.db, clock: clock.now, newId: uuidv7, files, jobs }))
})
afterAll(() => server.close())

async function get() {
  return PlanView.parse((await server.ask('GET', `/api/plans/${planId}`, null, cookie)).body)
}

async function done(method: 'POST' | 'PATCH', path: string, payload: object) {
  const answer = await server.ask(method, `/api/plans/${planId}/${path}`, payload, cookie)
  expect([path, answer.status, answer.code]).toEqual([path, 200, undefined])
  return answer.body
}

test('the sample is queued, read and saved by the job', async () => {
  const { importId } = z.object({ importId: z.string() }).parse((await server.ask('POST', '/api/plans/sample', null, cookie)).body)
  const Progress = z.object({ state: z.string(), planId: z.string().nullable() })
  let progress = Progress.parse({ state: 'queued', planId: null })
  while (progress.planId === null && progress.state !== 'failed') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    progress = Progress.parse((await server.ask('GET', `/api/imports/${importId}`, null, cookie)).body)
  }
  expect(progress.state).toBe('done')
  planId = progress.planId ?? ''
})

test('every value that is stated points at its text', async () => {
  const { document, commitments, clauses, plan } = await get()
  expect([plan.commitments, plan.confirmed]).toEqual([commitments.length, 0])
  for (const { span, text, clause } of commitments) {
    expect(span && textOf(document.text, span)).toBe(text)
    expect(clauses.some(({ id }) => id === clause)).toBe(true)
  }
})

test('the frame, a scope and a vague target are answered', async () => {
  const { questions } = await get()
  const find = (code: string) => questions.find((question) => question.code === code)
  await done('POST', `questions/${find('in-force')?.id}/answer`, { answer: { kind: 'interval', from: '2026-10-01', to: '2027-12-31' } })
  await done('POST', `questions/${find('immediate-limit')?.id}/answer`, { answer: { kind: 'days', days: 30 } })
  const vague = find('definition')
  const changes = { kind: 'count', comparator: '>=', value: '2', unit: '次', period: { unit: 'year', every: 1 } }
  await done('POST', `questions/${vague?.id}/answer`, { answer: { kind: 'definition', changes, note: '' } })
  const { commitments, plan, frame } = await get()
  expect(frame).toMatchObject({ inForceFrom: '2026-10-01', immediateLimitDays: 30 })
  expect(commitments.find(({ id }) => id === vague?.commitments[0])).toMatchObject({
    reading: { kind: 'count' },
    basis: [{ answer: '每年 ≥ 2 次（2026-12-31 前）' }],
  })
  expect(plan.openQuestions).toBe(questions.length - 3)
})

test('commitments are edited, split, merged, left out, restored and confirmed', async () => {
  const { commitments, clauses } = await get()
  const [edited, split, into, other, left] = commitments.slice(4)
  await done('PATCH', `commitments/${edited?.id}`, { version: edited?.version, changes: { leadOrgs: ['研究室', '办公室'] } })
  const parts = ['前一部分', '后一部分'].map((text) => ({ span: null, text, changes: {} }))
  await done('POST', `commitments/${split?.id}/split`, { version: split?.version, parts })
  const versions = [into?.version, other?.version]
  await done('POST', 'commitments/merge', { into: into?.id, others: [other?.id], versions })
  await done('POST', `commitments/${left?.id}/discard`, { version: left?.version, reason: 'wording' })
  await done('POST', `commitments/${left?.id}/restore`, { version: (left?.version ?? 0) + 1 })
  const aspect = clauses.find(({ kind }) => kind === 'aspect')?.id
  await done('POST', 'confirm', { clause: aspect })
  const { plan } = await get()
  expect(plan.commitments).toBe(commitments.length)
  expect(plan.confirmed).toBeGreaterThan(3)
  expect(plan.confirmed).toBeLessThan(plan.commitments)
  await done('POST', 'confirm', { clause: null })
})

test('the ledger filtered to one unit is what is exported', async () => {
  const view = { plan: planId, filters: [{ kind: 'oneOf', column: 'leadOrgs', values: ['研究室'] }], sort: [], groupBy: null }
  const window = await server.ask('POST', '/api/ledger/window', { view, offset: 0, limit: 5000 }, cookie)
  const rows = unfoldRows(z.object({ places: z.array(LedgerPlace), rows: z.array(LedgerRow) }).parse(window.body))
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.every(({ leadOrgs }) => leadOrgs.split('、').includes('研究室'))).toBe(true)
  expect(rows.map(({ aspect, finding, measure }) => [aspect, finding, measure])).not.toContainEqual(['', '', ''])
  const payload = { view, columns: ['ref', 'sentence', 'indicator', 'dueOn'] }
  const file = await server.app.inject({ method: 'POST', url: '/api/ledger/export', payload, headers: { cookie } })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(file.rawPayload).buffer)
  const sheet = book.worksheets[0]
  const written = rows.map((_, index) => [2, 3, 4, 5].map((column) => sheet?.getCell(index + 4, column).text))
  expect(written).toEqual(rows.map(({ ref, sentence, indicator, dueText }) => [ref, sentence, indicator, dueText]))
  expect(sheet?.getCell(rows.length + 4, 1).text).toMatch(/^灯色说明/)
})

test('the journal tells the whole way', async () => {
  const { rows } = await server.database.pool.query<{ verb: string }>('SELECT verb FROM journal_entry ORDER BY id')
  expect(rows.map(({ verb }) => verb)).toEqual([
    'setup.complete',
    'import.start',
    'plan.import',
    ...Array.from({ length: 3 }, () => 'question.answer'),
    'commitment.edit',
    'commitment.split',
    'commitment.merge',
    'commitment.discard',
    'commitment.restore',
    'plan.confirm',
    'plan.confirm',
    'ledger.export',
  ])
})
