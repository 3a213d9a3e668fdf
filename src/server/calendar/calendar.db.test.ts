import { afterAll, beforeAll, expect, test } from 'vitest'
import { CalendarMonth, CalendarOfDay } from '#contract/calendar.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
  for (const [ref, register] of [
    ['1-1-1', 'study-session'],
    ['1-1-3', 'regulation-made'],
  ] as const)
    await court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, { version: 0, definition: definitionOf(court, register) })
  await enter(court, 'study-session', studyOf(court, '2026-02-27/2026-03-01'))
  await enter(court, 'study-session', studyOf(court, '2026-03-01', { org: court.org('政治部') }))
}, 60_000)
afterAll(() => court.server.close())

const month = async (query: string) => CalendarMonth.parse((await court.ask('GET', `/calendar?${query}`)).body)
const day = async (query: string) => CalendarOfDay.parse((await court.ask('GET', `/calendar/day?${query}`)).body)

test.for([
  [
    'month=2026-02',
    [
      ['2026-02-27', 0, 0, 1],
      ['2026-02-28', 0, 0, 1],
    ],
  ],
  ['month=2026-03', [['2026-03-01', 0, 0, 2]]],
  [`month=2026-03&unit=${encodeURIComponent('政治部')}`, [['2026-03-01', 0, 0, 1]]],
  ['month=2026-12', [['2026-12-31', 1, 0, 0]]],
  [`month=2026-12&unit=${encodeURIComponent('研究室')}`, [['2026-12-31', 1, 0, 0]]],
  [`month=2026-12&unit=${encodeURIComponent('执行局')}`, []],
  ['month=2026-04', [['2026-04-01', 1, 0, 0]]],
  ['month=2027-01', []],
] as const)('%s', async ([query, expected]) => {
  const { days } = await month(query)
  expect(days.map((each) => [each.day, each.due, each.ends, each.recorded])).toEqual(expected)
})

test('a month can be narrowed to one who owes', async () => {
  const { units, subjects } = await month('month=2026-12')
  expect([units, subjects.map(({ name }) => name)]).toEqual([['政治部', '研究室'], ['澜川市中级人民法院']])
  expect((await month(`month=2026-12&subject=${subjects[0]?.key ?? ''}`)).days).toHaveLength(1)
  expect((await month(`month=2026-12&subject=org:${court.org('办公室')}`)).days).toEqual([])
})

test('a day lists what is owed until then and what took place', async () => {
  expect((await day('day=2026-12-31')).due).toMatchObject({
    total: 1,
    items: [{ ref: '1-1-1', subject: '澜川市中级人民法院', owed: '10', unit: '次', isLastSafe: true, light: 'on-track' }],
  })
  expect((await day('day=2026-03-01')).recorded).toMatchObject({ total: 2, items: [{ title: '中心组学习' }, { title: '中心组学习' }] })
})

test('a unit sees of it what it leads and has filed', async () => {
  const office = (await court.ask('POST', '/session', { login: 'zhangsan', password: 'Correct#Horse9' })).cookie ?? ''
  const { cookie } = await signInNew(court.server, office, { person: court.person('卢思齐'), name: '卢思齐', post: 'unit' })
  const seen = await court.server.ask('GET', '/api/calendar?month=2026-12', null, cookie)
  expect(CalendarMonth.parse(seen.body)).toMatchObject({ days: [], units: [], subjects: [] })
})
