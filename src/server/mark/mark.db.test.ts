import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { GrantRequest } from '#core/access/grant.ts'
import type { Mark } from '#core/access/mark.ts'
import { goIntoService, type InService } from '#server/access/administrators.fixture.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { definitionOf, enter, startCourt, studyOf, type Court } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const ABSENT = '0198f4a0-0000-7000-8000-00000000dead'
const Rows = z.object({ total: z.number(), rows: z.array(z.object({ id: z.string(), values: z.record(z.string(), z.unknown()) })) })

const shown = { form: '专题辅导', themes: ['廉洁教育'] }

let court: Court
let office: string
let unit: { readonly id: string; readonly cookie: string }
let record: string
beforeAll(async () => {
  court = await startCourt()
  office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  unit = await signInNew(court.server, office, { person: court.person('陆怀瑾'), name: '陆怀瑾', post: 'unit' })
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
  record = (await enter(court, 'study-session', studyOf(court, '2026-02-02', { values: { ...shown, topic: '密不可宣' } }))).record.id
})
afterAll(() => court.server.close())

const as =
  (cookie: string) =>
  (method: 'GET' | 'POST' | 'PUT', path: string, payload: object | null = null) =>
    court.server.ask(method, `/api${path}`, payload, cookie)
const windowAs = async (cookie: string, more: object = {}) =>
  as(cookie)('POST', '/registers/study-session/records/window', { offset: 0, limit: 50, ...more })
const markRecord = (cookie: string, mark: Mark, id = record) => as(cookie)('PUT', `/marks/records/${id}`, { mark, reason: '涉及个人' })
const clear = (clearance: Mark) => as(office)('POST', '/grants/clearances', { account: unit.id, clearance, reason: '工作需要' })
const refusal = (answer: { readonly body: Record<string, unknown> }) =>
  z.object({ data: z.object({ refusal: z.string() }) }).safeParse(answer.body).data?.data.refusal

test('assurance 39: what is marked above one’s clearance is not there, even of one’s own org', async () => {
  const ask = as(unit.cookie)
  expect([(await ask('GET', `/records/${record}`)).status, Rows.parse((await windowAs(unit.cookie)).body).total]).toEqual([200, 1])
  expect((await markRecord(office, 'sensitive')).body).toEqual({ came: 'set' })
  expect((await ask('GET', `/records/${record}`)).body).toEqual((await ask('GET', `/records/${ABSENT}`)).body)
  expect(Rows.parse((await windowAs(unit.cookie)).body).total).toBe(0)
  expect(Rows.parse((await windowAs(unit.cookie, { text: '密不可宣' })).body).total).toBe(0)
  const names = await ask('POST', '/records/names', { keys: [`record:${record}`] })
  const page = await ask('GET', `/commitments/${court.commitment('1-1-1')}`)
  expect(JSON.stringify([names.body, page.body])).not.toContain('密不可宣')
  const correction = { revision: 1, entry: studyOf(court, '2026-02-03'), note: '', evidence: [] }
  expect((await ask('POST', `/records/${record}/correct`, correction)).status).toBe(
    (await ask('POST', `/records/${ABSENT}/correct`, correction)).status,
  )
})

test('assurance 39: who is cleared for it sees it again', async () => {
  await clear('sensitive')
  expect((await as(unit.cookie)('GET', `/records/${record}`)).status).toBe(200)
  expect(refusal(await markRecord(unit.cookie, 'restricted'))).toBe('above-own-clearance')
  await clear('internal')
  expect((await as(unit.cookie)('GET', `/records/${record}`)).status).toBe(404)
  expect((await markRecord(unit.cookie, 'internal')).status).toBe(404)
  await markRecord(office, 'internal')
  expect((await as(unit.cookie)('GET', `/records/${record}`)).status).toBe(200)
})

test('assurance 38: a field marked above one’s clearance is absent, and neither sorted nor filtered by', async () => {
  const asked = { field: 'topic', mark: 'sensitive', reason: '议题不宜公开' }
  expect((await as(office)('PUT', '/marks/registers/study-session', asked)).body).toEqual({ came: 'set' })
  const valuesAs = async (cookie: string) => Rows.parse((await windowAs(cookie)).body).rows[0]?.values
  expect([Object.keys((await valuesAs(unit.cookie)) ?? {}), await valuesAs(office)]).toEqual([
    ['form', 'themes'],
    { ...shown, topic: '密不可宣' },
  ])
  const history = await as(unit.cookie)('GET', `/records/${record}`)
  expect(JSON.stringify(history.body)).not.toContain('topic')
  expect((await windowAs(unit.cookie, { sort: { by: 'topic', isDown: false } })).status).toBe(400)
  expect((await windowAs(unit.cookie, { choices: { topic: ['密不可宣'] } })).status).toBe(400)
  expect(Rows.parse((await windowAs(unit.cookie, { text: '密不可宣' })).body).total).toBe(0)
  expect(Rows.parse((await windowAs(office, { text: '密不可宣', sort: { by: 'topic', isDown: false } })).body).total).toBe(1)
})

test('a register marked above one’s clearance is not there', async () => {
  await as(office)('PUT', '/marks/registers/study-session', { field: null, mark: 'restricted', reason: '暂不公开' })
  expect((await as(unit.cookie)('GET', `/records/${record}`)).status).toBe(404)
  const entered = await as(unit.cookie)('POST', '/registers/study-session/records', studyOf(court, '2026-02-05'))
  expect(entered.status).toBe(404)
  expect((await as(office)('GET', `/records/${record}`)).status).toBe(200)
})

test('assurance 40: in service a lower mark waits for a second person and says why', async () => {
  const by: InService = await goIntoService(court.server, office)
  const asked = { field: null, mark: 'internal', reason: '已可公开' }
  const lower = await as(by.security_admin)('PUT', '/marks/registers/study-session', asked)
  expect(lower.body).toEqual({ came: 'request' })
  expect((await as(unit.cookie)('GET', `/records/${record}`)).status).toBe(404)
  expect((await as(by.security_admin)('PUT', '/marks/registers/study-session', { ...asked, reason: '' })).status).toBe(400)
  const { items } = z.object({ items: z.array(GrantRequest) }).parse((await as(by.office)('GET', '/grants')).body)
  const request = items.find(({ kind }) => kind === 'mark')
  expect(request).toMatchObject({ reason: '已可公开', former: 'restricted', value: 'internal' })
  expect(refusal(await as(by.security_admin)('POST', `/grants/${request?.id}/confirm`, {}))).toBe('own-request')
  expect((await as(by.office)('POST', `/grants/${request?.id}/confirm`, {})).status).toBe(200)
  expect((await as(unit.cookie)('GET', `/records/${record}`)).status).toBe(200)
  expect((await as(by.security_admin)('GET', '/marks')).status).toBe(200)
  expect((await as(by.system_admin)('GET', '/marks')).status).toBe(403)
})

test('what is not there for who corrects a record stays as it was', async () => {
  // in service the office sees what it is cleared for
  const entry = studyOf(court, '2026-02-05', { values: { ...shown, form: '集体学习研讨' } })
  const correction = { revision: 1, entry, note: '日期有误', evidence: [] }
  const corrected = await as(office)('POST', `/records/${record}/correct`, correction)
  expect([corrected.status, JSON.stringify(corrected.body).includes('密不可宣')]).toEqual([200, false])
  const { rows } = await court.server.database.pool.query('SELECT field_values FROM record_revision WHERE id = $1 AND is_standing', [
    record,
  ])
  expect(rows).toEqual([{ field_values: { ...shown, form: '集体学习研讨', topic: '密不可宣' } }])
})
