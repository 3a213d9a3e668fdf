import { afterAll, beforeAll, expect, test } from 'vitest'
import { ActivityView, FilingView } from '#contract/register.ts'
import { type Court, enter, startCourt } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
})
afterAll(() => court.server.close())

const on = (day: string) => ({ from: day, to: day })
const filingOf = async (register: string, asOf: string) =>
  FilingView.parse((await court.ask('GET', `/registers/${register}/filing?asOf=${asOf}`)).body)
const statesOf = async (register: string, asOf: string) =>
  (await filingOf(register, asOf)).matrix?.rows.map(({ states }) => states.map(({ state, isZero }) => (isZero ? `${state} zero` : state)))

test('a filing is there, to come or missing, by the day it was first submitted', async () => {
  const entry = { org: court.org('督察室'), subjects: [], state: 'submitted' } as const
  // the court was set up today, 2026-03-02: what ended before shows where it was filed
  await enter(court, 'supervision-check', { ...entry, occurredOn: on('2026-01-31'), values: { zero: true } })
  expect(await filingOf('supervision-check', '2026-03-02')).toMatchObject({
    matrix: { periods: [{ dueOn: '2026-02-05' }, { dueOn: '2026-03-05' }, { from: '2026-03-01' }], unknown: [] },
    names: { [court.org('督察室')]: '督察室' },
  })
  expect(await statesOf('supervision-check', '2026-03-02')).toEqual([['filed zero', 'none', 'open']])
  await enter(court, 'supervision-check', { ...entry, occurredOn: on('2026-03-01'), state: 'draft', values: {} })
  expect(await statesOf('supervision-check', '2026-04-06')).toEqual([['filed zero', 'none', 'missing', 'open']])
  expect(await statesOf('supervision-check', '2026-03-01')).toEqual([['none', 'none', 'open']])
})

test('each of several is asked for by itself', async () => {
  const { matrix } = await filingOf('branch-meeting', '2026-03-02')
  expect([matrix?.rows.length, matrix?.unknown]).toEqual([6, []])
  expect((await filingOf('drill', '2026-03-02')).matrix).toBeNull()
})

test('the overview counts records and what is due', async () => {
  const { registers } = ActivityView.parse((await court.ask('GET', '/register-activity')).body)
  const of = (id: string) => registers.find(({ register }) => register === id)
  expect(of('supervision-check')).toEqual({ register: 'supervision-check', records: 1, filing: { missing: 0, open: 1, isAsked: true } })
  expect(of('branch-meeting')).toMatchObject({ filing: { missing: 0, open: 6, isAsked: true } })
  expect(of('drill')).toEqual({ register: 'drill', records: 0, filing: null })
})
