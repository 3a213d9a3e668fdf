import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommitmentPage } from '#contract/commitment.ts'
import { LaterView } from '#contract/period-lock.ts'
import { LedgerRow } from '#core/ledger/row.ts'
import { PeriodLock } from '#core/period-lock/period-lock.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let early: Awaited<ReturnType<typeof enter>>['record']
beforeAll(async () => {
  court = await startCourt()
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
  early = (await enter(court, 'study-session', studyOf(court, '2026-01-05'))).record
})
afterAll(() => court.server.close())

const first = { year: 2026, quarter: 1 }
const later = async (id: string) => LaterView.parse((await court.ask('GET', `/period-locks/${id}/later`)).body)
let lockId = ''

test('a quarter that is not over is not locked', async () => {
  expect(await court.ask('POST', '/period-locks', first)).toMatchObject({ status: 422, body: { data: { refusal: 'period-not-over' } } })
})

test('what is written after a lock counts, and shows as later with the figure it changed', async () => {
  court.server.clock.forward(40 * 24 * 60)
  await court.signIn()
  const lock = PeriodLock.parse((await court.ask('POST', '/period-locks', first)).body)
  lockId = lock.id
  expect(lock).toMatchObject({ from: '2026-01-01', to: '2026-03-31', unlocked: null })
  expect(await court.ask('POST', '/period-locks', first)).toMatchObject({ status: 422, body: { data: { refusal: 'already-locked' } } })
  expect(await later(lockId)).toEqual({ revisions: [], figures: [], names: {} })
  court.server.clock.forward(1)
  await enter(court, 'study-session', studyOf(court, '2026-02-05'))
  await enter(court, 'study-session', studyOf(court, '2026-04-06'))
  expect(await later(lockId)).toMatchObject({
    revisions: [{ revision: 1, register: 'study-session', from: '2026-02-05', state: 'submitted', enteredBy: '张三' }],
    figures: [{ ref: '1-1-1', reported: { actual: '1' }, now: { actual: '2' } }],
  })
})

test('the commitment and its row of the ledger show it, to those who see them; a unit sees the lock and its own', async () => {
  const page = CommitmentPage.parse((await court.ask('GET', `/commitments/${court.commitment('1-1-1')}`)).body)
  expect(page.corrected).toMatchObject([{ quarter: first, from: '2026-01-01', reported: '1 / 12', now: '2 / 12' }])
  const view = { plan: null, filters: [], sort: [], groupBy: null }
  const { body } = await court.ask('POST', '/ledger/window', { view, offset: 0, limit: 10 })
  const { rows } = z.object({ rows: z.array(LedgerRow) }).parse(body)
  expect(rows.map(({ ref, corrected }) => [ref, corrected]).slice(0, 2)).toEqual([
    ['1-1-1', ['2026-1']],
    ['1-1-2', []],
  ])
  const cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const unit = (await signInNew(court.server, cookie, { person: court.person('卢思齐'), name: '卢思齐', post: 'unit' })).cookie
  expect((await court.server.ask('GET', '/api/period-locks', null, unit)).body).toMatchObject({ locks: [{ id: lockId }] })
  const seen = LaterView.parse((await court.server.ask('GET', `/api/period-locks/${lockId}/later`, null, unit)).body)
  expect(seen.figures.filter(({ ref }) => ref === '1-1-1')).toEqual([])
  expect((await court.server.ask('POST', `/api/period-locks/${lockId}/unlock`, { reason: '不该由部门解除锁定的' }, unit)).status).toBe(403)
})

test('a record that is moved out of the quarter shows as well', async () => {
  court.server.clock.forward(1)
  const entry = studyOf(court, '2026-04-05')
  expect((await court.ask('POST', `/records/${early.id}/correct`, { revision: 1, entry, note: '日期写错' })).status).toBe(200)
  const { revisions, figures } = await later(lockId)
  expect(revisions.map(({ from, note }) => [from, note])).toEqual([
    ['2026-02-05', ''],
    ['2026-04-05', '日期写错'],
  ])
  // one came, one went: the figure is the reported one again
  expect(figures).toEqual([])
  expect((await court.ask('GET', '/period-locks')).body).toMatchObject({ locks: [{ id: lockId, laterRevisions: 2 }] })
})

test('a lock is taken back once, with a reason; then the quarter may be locked anew', async () => {
  const path = `/period-locks/${lockId}/unlock`
  expect(await court.ask('POST', path, { reason: '改' })).toMatchObject({ status: 422, body: { data: { refusal: 'reason-too-short' } } })
  expect(await court.ask('POST', path, { reason: '报告退回，需要更正第三项' })).toMatchObject({
    status: 200,
    body: { unlocked: { by: '张三' } },
  })
  expect(await court.ask('POST', path, { reason: '报告退回，需要更正第三项' })).toMatchObject({
    body: { data: { refusal: 'already-unlocked' } },
  })
  expect((await court.ask('POST', '/period-locks', first)).status).toBe(200)
})
