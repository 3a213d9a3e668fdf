import { afterAll, beforeAll, expect, test } from 'vitest'
import { RecordWritten } from '#contract/record.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, {
    version: 0,
    definition: definitionOf(court, 'study-session'),
  })
})
afterAll(() => court.server.close())

const actual = async () => (await court.occurrences('1-1-1'))[0]?.occurrence.actual

test('writers at one time lose nothing: each record counts', async () => {
  const written = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      enter(court, 'study-session', studyOf(court, `2026-02-${String((index % 28) + 1).padStart(2, '0')}`)),
    ),
  )
  expect(new Set(written.map(({ record }) => record.id)).size).toBe(30)
  expect(await actual()).toBe('30')
  expect(await court.differences()).toEqual([])
})

test('of two who correct the same revision one is told of the other', async () => {
  const { record } = await enter(court, 'study-session', studyOf(court, '2026-02-03'))
  const payload = { revision: 1, entry: studyOf(court, '2026-02-04'), note: '日期填错' }
  const answers = await Promise.all([1, 2, 3].map(() => court.ask('POST', `/records/${record.id}/correct`, payload)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect(await court.differences()).toEqual([])
})

test('records, rulings, definitions and the organisation written at one time stay equal to a full evaluation', async () => {
  const { version } = (await court.ask('GET', '/organisation')).body
  const { record } = await enter(court, 'study-session', studyOf(court, '2026-02-10'))
  const answers = await Promise.all([
    ...Array.from({ length: 10 }, () => court.ask('POST', '/registers/study-session/records', studyOf(court, '2026-02-09'))),
    court.ask('PUT', `/commitments/${court.commitment('1-1-2')}/counting`, {
      version: 0,
      definition: definitionOf(court, 'study-session'),
    }),
    court.ask('POST', `/commitments/${court.commitment('1-1-1')}/rulings`, { record: record.id, counts: false, reason: '重复' }),
    court.ask('POST', '/organisation/memberships', {
      version,
      group: court.group('班子成员'),
      member: { kind: 'person', id: court.person('乔木') },
      from: '2026-02-01',
    }),
    court.answer('in-force', { kind: 'interval', from: '2026-01-01', to: '2027-12-31' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  for (const answer of answers.slice(0, 10))
    expect(RecordWritten.parse(answer.body).credited[0]).toMatchObject({ ref: '1-1-1', counts: true })
  expect(await court.differences()).toEqual([])
})
