import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ReportDraft } from '#contract/quarter-report.ts'
import { SubmissionsView } from '#contract/submission.ts'
import { QuarterReport } from '#core/quarter-report/quarter-report.ts'
import { readDocument } from '#formats/read-document.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let unit = ''
let leader = ''
beforeAll(async () => {
  court = await startCourt()
  for (const [ref, register] of [
    ['1-1-1', 'study-session'],
    ['1-1-3', 'regulation-made'],
  ] as const)
    await court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, { version: 0, definition: definitionOf(court, register) })
  await enter(court, 'study-session', studyOf(court, '2026-01-05'))
}, 60_000)
afterAll(() => court.server.close())

const first = { year: 2026, quarter: 1 }
const asUnit = (method: 'GET' | 'POST', path: string, payload: object | null = null) =>
  court.server.ask(method, `/api${path}`, payload, unit)
const units = async (cookie = '') => {
  const path = '/api/submissions?year=2026&quarter=1'
  const { body } = cookie === '' ? await court.ask('GET', path.slice('/api'.length)) : await court.server.ask('GET', path, null, cookie)
  return SubmissionsView.parse(body).units
}
const draft = async () => ReportDraft.parse((await court.ask('GET', '/quarter-reports?year=2026&quarter=1')).body)
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })

test('while the quarter runs nothing is confirmed and nothing issued', async () => {
  const [one] = await units()
  expect(one).toMatchObject({ state: 'running', mayConfirm: true })
  expect(await court.ask('POST', '/submissions', { org: one?.org, ...first, digest: one?.digest })).toMatchObject(refused('quarter-runs'))
  expect(await court.ask('POST', '/quarter-reports', { ...first, address: null })).toMatchObject(refused('period-not-over'))
})

test('a unit confirms its own sub-ledger of a quarter that is over, once, as it saw it', async () => {
  court.server.clock.forward(40 * 24 * 60)
  await court.signIn()
  const cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  unit = (await signInNew(court.server, cookie, { person: court.person('陆怀瑾'), name: '陆怀瑾', post: 'unit' })).cookie
  leader = (await signInNew(court.server, cookie, { person: null, name: '领导', post: 'leader' })).cookie
  const own = await units(unit)
  expect(own.map(({ name, state, mayConfirm }) => [name, state, mayConfirm])).toEqual([['办公室', 'waiting', true]])
  const asked = { org: own[0]?.org, ...first, digest: own[0]?.digest }
  expect(await asUnit('POST', '/submissions', { ...asked, digest: 'other' })).toMatchObject(refused('figures-moved'))
  const others = (await units()).find(({ name }) => name !== '办公室')
  expect((await asUnit('POST', '/submissions', { ...asked, org: others?.org })).status).toBe(404)
  expect((await asUnit('POST', '/submissions', asked)).status).toBe(200)
  expect(await asUnit('POST', '/submissions', asked)).toMatchObject(refused('confirmed-already'))
  expect(await units(unit)).toMatchObject([{ state: 'confirmed', confirmed: { by: '陆怀瑾' } }])
})

test('what changes after that shows until it is confirmed again', async () => {
  const waiting = (await units()).filter(({ state }) => state === 'waiting')
  for (const { org, digest } of waiting) expect((await court.ask('POST', '/submissions', { org, ...first, digest })).status).toBe(200)
  expect(new Set((await units()).map(({ state }) => state))).toEqual(new Set(['confirmed']))
  court.server.clock.forward(1)
  await enter(court, 'study-session', studyOf(court, '2026-02-05'))
  const changed = (await units()).filter(({ state }) => state === 'changed').map(({ name }) => name)
  expect(changed).toEqual(['政治部', '研究室'])
})

test('the office writes its words; of two who write one is told', async () => {
  const words = { to: '院党组', arrangement: '召开动员会，逐项分解任务。', difficulties: '', next: '继续推进。' }
  expect(await court.ask('PUT', '/quarter-reports/words', { ...first, version: 0, words })).toMatchObject({ body: { version: 1 } })
  expect((await court.ask('PUT', '/quarter-reports/words', { ...first, version: 0, words })).status).toBe(409)
})

test('the report gives the figures with what they are of, and locks the quarter as it gives them', async () => {
  const { content, version } = await draft()
  expect(version).toBe(1)
  expect(content?.all).toMatchObject({ total: 5, closed: 0, open: 2, overdue: 0, undefined: 3 })
  expect(content?.units.unconfirmed).toEqual(['政治部', '研究室'])
  expect(content?.next.map(({ ref, dueOn }) => [ref, dueOn])).toEqual([['1-1-3', '2026-04-01']])
  const issued = QuarterReport.parse((await court.ask('POST', '/quarter-reports', { ...first, address: 'http://ledger.local:8080' })).body)
  expect(issued).toMatchObject({ asOf: '2026-03-31', isTakenBack: false })
  const { locks } = z.object({ locks: z.array(z.object({ lockedAt: z.string() })) }).parse((await court.ask('GET', '/period-locks')).body)
  expect(locks.map(({ lockedAt }) => lockedAt)).toEqual([issued.knownAt])
  expect((await court.ask('GET', `/quarter-reports/${issued.id}/report`)).status).toBe(200)
  const { sha256 } = await court.server.database.db
    .selectFrom('storedFile')
    .select('sha256')
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('name', 'like', '%情况报告.docx')
    .executeTakeFirstOrThrow()
  const { text } = readDocument('report.docx', await court.server.files.get(court.jurisdictionId, sha256))
  expect(text).toContain('关于2026年第一季度整改进展情况的报告')
  expect(text).toContain('召开动员会，逐项分解任务。')
  expect(text).toContain('应整改5项')
  expect(text).toContain(issued.code)
})

test('what is written after the lock does not change the report that is issued again', async () => {
  const before = await draft()
  court.server.clock.forward(1)
  await enter(court, 'study-session', studyOf(court, '2026-03-05'))
  const after = await draft()
  expect(after.content?.all).toEqual(before.content?.all)
  const again = QuarterReport.parse((await court.ask('POST', '/quarter-reports', { ...first, address: null })).body)
  expect(again.knownAt).toBe(before.reports[0]?.knownAt)
  expect((await draft()).reports).toHaveLength(2)
})

test('a leader reads what was issued and issues nothing; a unit does neither', async () => {
  const [last] = (await draft()).reports
  const read = (cookie: string) => court.server.ask('GET', `/api/quarter-reports/${last?.id ?? ''}/ledger`, null, cookie)
  expect((await read(leader)).status).toBe(200)
  expect((await read(unit)).status).toBe(403)
  expect((await court.server.ask('POST', '/api/quarter-reports', { ...first, address: null }, leader)).status).toBe(403)
})
