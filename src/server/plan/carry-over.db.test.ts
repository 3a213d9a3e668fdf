import { afterAll, beforeAll, expect, test } from 'vitest'
import { CarryList, PlanView } from '#contract/plan.ts'
import { CommitmentPage } from '#contract/commitment.ts'
import { SignedIn } from '#contract/session.ts'
import { storePlan } from '#server/import/plan.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
let next = ''
beforeAll(async () => {
  court = await startCourt()
  const { accountId } = SignedIn.parse((await court.ask('GET', '/session')).body)
  next = await storePlan(court.server, accountId)
  const { questions } = PlanView.parse((await court.ask('GET', `/plans/${next}`)).body)
  const force = questions.find(({ code }) => code === 'in-force')?.id ?? ''
  await court.ask('POST', `/plans/${next}/questions/${force}/answer`, {
    answer: { kind: 'interval', from: '2027-01-01', to: '2027-12-31' },
  })
  const count = (ref: string) =>
    court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, { version: 0, definition: definitionOf(court, 'study-session') })
  await count('1-1-1')
  const path = `/plans/${court.planId}/commitments/${court.commitment('1-1-1')}`
  const { commitments } = PlanView.parse((await court.ask('GET', `/plans/${court.planId}`)).body)
  const version = commitments.find(({ ref }) => ref === '1-1-1')?.version ?? 0
  await court.ask('PATCH', path, { version, changes: { nature: 'standing' } })
  await enter(court, 'study-session', studyOf(court, '2026-02-03'))
}, 60_000)
afterAll(() => court.server.close())

const list = async () => CarryList.parse((await court.ask('GET', `/plans/${court.planId}/carry-over`)).body)
const carry = (commitments: readonly string[], into = next) =>
  court.ask('POST', `/plans/${court.planId}/carry-over`, { into, commitments: [...commitments] })
const page = async (ref: string) => CommitmentPage.parse((await court.ask('GET', `/commitments/${court.commitment(ref)}`)).body)

test('the list changes nothing and says what is left, into which plans', async () => {
  const found = await list()
  expect(found.into.map(({ id, inForceFrom }) => [id, inForceFrom])).toEqual([[next, '2027-01-01']])
  expect(found.items.find(({ ref }) => ref === '1-1-1')).toMatchObject({ kind: 'standing', owed: '11', carried: null })
  expect(found.items.find(({ ref }) => ref === '1-1-3')).toMatchObject({ kind: 'unfinished', dueOn: '2026-04-01' })
  expect(await list()).toEqual(found)
})

test('carried over it is the same commitment: its periods go on, what is unfinished keeps its day, and the ledger says so', async () => {
  const before = court.server.clock.now()
  court.server.clock.forward(1)
  expect(await carry([court.commitment('1-1-1'), court.commitment('1-1-3')])).toMatchObject({ status: 200 })
  expect((await page('1-1-3')).commitment.carried).toMatchObject({ kind: 'unfinished', dueOn: '2026-04-01', into: next })
  expect((await page('1-1-3')).history[0]).toMatchObject({ verb: 'carry-over' })
  const contains = { kind: 'contains', column: 'remark', text: '上年结转' }
  const view = { plan: null, filters: [contains], sort: [], groupBy: null }
  const { body } = await court.ask('POST', '/ledger/window', { view, offset: 0, limit: 10 })
  expect(body).toMatchObject({ total: 2, rows: [{ ref: '1-1-1' }, { ref: '1-1-3' }] })
  const goesOn = { view: { ...view, plan: next, filters: [] }, offset: 0, limit: 10 }
  expect(await court.ask('POST', '/ledger/window', goesOn)).toMatchObject({
    body: { total: 2, rows: [{ ref: '1-1-1' }, { ref: '1-1-3' }] },
  })
  const then = { ...goesOn, view: { ...goesOn.view, knownAt: before } }
  expect(await court.ask('POST', '/ledger/window', then)).toMatchObject({ body: { total: 0 } })
  const ahead = await court.occurrences('1-1-1', '?asOf=2027-06-30')
  expect(ahead.map(({ occurrence: { period, actual, state } }) => [period.from, actual, state])).toEqual([
    ['2026-01-01', '1', 'short'],
    ['2027-01-01', '0', 'open'],
  ])
  expect(await court.differences()).toEqual([])
})

test('nothing is carried into a plan that does not begin later', async () => {
  const answer = await carry([court.commitment('1-1-3')], court.planId)
  expect(answer).toMatchObject({ status: 422, body: { data: { refusal: 'plan-not-later' } } })
  expect(await carry(['0198f4a0-0000-7000-8000-00000000dead'])).toMatchObject({ body: { data: { refusal: 'not-to-carry' } } })
})
