import { afterAll, beforeAll, expect, test } from 'vitest'
import { otherCourt } from '#server/import/plan.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
let other: string
beforeAll(async () => {
  court = await startCourt()
  other = await otherCourt(court.server)
  await define('1-1-1', definitionOf(court, 'study-session'))
  const law = { kind: 'one-of', field: 'form', values: ['案例研讨'] }
  await define('1-1-2', definitionOf(court, 'study-session', {}, { sources: [{ register: 'study-session', where: law }] }))
})
afterAll(() => court.server.close())

async function define(ref: string, definition: object, version = 0) {
  return court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, { version, definition })
}

test('a record counts at once, and says where, why, and where not', async () => {
  const { record, credited } = await enter(court, 'study-session', studyOf(court, '2026-02-02/2026-02-03'))
  expect(record).toMatchObject({ revision: 1, state: 'submitted', occurredOn: { from: '2026-02-02', to: '2026-02-03' } })
  expect(credited).toMatchObject([
    { ref: '1-1-1', counts: true, credit: { quantity: '1', reason: { code: 'rule' } }, occurrence: { state: 'open', owed: '11' } },
    { ref: '1-1-2', counts: false, credit: { reason: { code: 'condition', params: { field: 'form' } } }, occurrence: { owed: '4' } },
  ])
  expect(await court.occurrences('1-1-1')).toMatchObject([{ light: 'on-track', occurrence: { actual: '1', required: '12' } }])
  expect(await court.differences()).toEqual([])
})

test('what is owed now shows with the worst light, what is met does not', async () => {
  const { body } = await court.ask('GET', `/commitments/${court.commitment('1-1-2')}/owed`)
  expect(body).toMatchObject({ asOf: '2026-03-02', light: 'not-started', items: [{ occurrence: { owed: '4' } }] })
  await define('1-1-3', definitionOf(court, 'study-session'))
  const done = await court.ask('GET', `/commitments/${court.commitment('1-1-3')}/owed`)
  expect(done.body).toMatchObject({ light: null, items: [] })
})

test('draft, submitted, returned, corrected, accepted, void: each revision stands for all before, and counts as its state says', async () => {
  const actual = async () => (await court.occurrences('1-1-1'))[0]?.occurrence.actual
  const before = await actual()
  const { record } = await enter(court, 'study-session', { ...studyOf(court, '2026-02-10'), state: 'draft', values: {} })
  const at = `/records/${record.id}`
  expect(await actual()).toBe(before)
  const steps: readonly [string, object, string | undefined, string][] = [
    ['correct', { entry: studyOf(court, '2026-02-11') }, 'submitted', '2'],
    ['review', { state: 'returned', note: '缺签到表' }, 'returned', '1'],
    ['correct', { entry: studyOf(court, '2026-02-12'), note: '补签到表' }, 'submitted', '2'],
    ['review', { state: 'accepted' }, 'accepted', '2'],
    ['void', { reason: '重复登记，以另一条为准' }, 'voided', '1'],
  ]
  for (const [index, [verb, payload, state, counted]] of steps.entries()) {
    const answer = await court.ask('POST', `${at}/${verb}`, { revision: index + 1, ...payload })
    expect(answer).toMatchObject({ status: 200, body: { record: { state, revision: index + 2 } } })
    expect(await actual()).toBe(counted)
    expect(await court.differences()).toEqual([])
  }
  const { body } = await court.ask('GET', at)
  expect(body['revisions']).toMatchObject(
    ['draft', 'submitted', 'returned', 'submitted', 'accepted', 'voided'].map((state) => ({ state, enteredBy: '张三' })),
  )
  const journal = await court.server.database.pool.query('SELECT verb FROM journal_entry WHERE subject_id = $1 ORDER BY id', [record.id])
  expect(journal.rows.map((row: { verb: string }) => row.verb)).toEqual([
    'record.enter',
    'record.correct',
    'record.review',
    'record.correct',
    'record.review',
    'record.void',
  ])
})

test.for<[string, (court: Court) => object, readonly (readonly [string, string])[]]>([
  ['tomorrow', (at) => studyOf(at, '2026-03-03'), [['occurredOn', 'in-the-future']]],
  ['days reversed', (at) => studyOf(at, '2026-02-03/2026-02-02'), [['occurredOn', 'days-reversed']]],
  [
    'an unknown person',
    (at) => studyOf(at, '2026-02-03', { subjects: [{ kind: 'person', id: at.org('办公室') }] }),
    [['subjects', 'unknown-party']],
  ],
  ['an unknown unit', (at) => studyOf(at, '2026-02-03', { org: at.person('许明远') }), [['org', 'unknown-party']]],
  [
    'no topic, and a choice there is not',
    (at) => studyOf(at, '2026-02-03', { values: { form: '不知道', themes: ['审判执行难点'] } }),
    [
      ['form', 'not-an-option'],
      ['topic', 'missing'],
    ],
  ],
])('%s is refused with its field, and nothing is kept', async ([, entryOf, faults]) => {
  const rows = async () => (await court.server.database.pool.query('SELECT count(*) FROM record_revision')).rows
  const before = await rows()
  const answer = await court.ask('POST', '/registers/study-session/records', entryOf(court))
  expect(answer).toMatchObject({ status: 400, code: 'INVALID' })
  for (const [field, code] of faults)
    expect(answer.body['data']).toMatchObject({ fields: expect.arrayContaining([{ path: expect.arrayContaining([field]), code }]) })
  expect(await rows()).toEqual(before)
})

test.for<[string, object, number, object]>([
  ['correct', { revision: 9, entry: null }, 409, { version: 1 }],
  ['void', { revision: 1, reason: '错了' }, 422, { refusal: 'reason-too-short' }],
  ['review', { revision: 1, state: 'returned' }, 422, { refusal: 'reason-needed' }],
  ['correct', { revision: 1, entry: null }, 422, { refusal: 'reason-needed' }],
])('%s %j answers %i', async ([verb, given, status, data]) => {
  const { record } = await enter(court, 'study-session', studyOf(court, '2026-02-20'))
  const payload = 'entry' in given ? { ...given, entry: studyOf(court, '2026-02-21') } : given
  expect(await court.ask('POST', `/records/${record.id}/${verb}`, payload)).toMatchObject({ status, body: { data } })
})

test('records of a register by window, days, unit and state', async () => {
  await enter(court, 'field-research', {
    ...studyOf(court, '2026-01-10/2026-01-12'),
    values: { mode: '蹲点调研', place: [{ kind: 'org', id: court.org('办公室') }], question: '问', result: '答' },
  })
  const window = async (given: object) =>
    (await court.ask('POST', '/registers/field-research/records/window', { offset: 0, limit: 10, ...given })).body
  expect(await window({})).toMatchObject({ total: 1, rows: [{ occurredOn: { to: '2026-01-12' }, enteredBy: '张三' }] })
  for (const [given, total] of [
    [{ from: '2026-01-12' }, 1],
    [{ from: '2026-01-13' }, 0],
    [{ to: '2026-01-10' }, 1],
    [{ to: '2026-01-09' }, 0],
    [{ org: court.org('办公室') }, 1],
    [{ org: court.org('澜川市中级人民法院') }, 0],
    [{ states: ['draft'] }, 0],
    [{ states: ['submitted', 'draft'] }, 1],
  ] as const)
    expect(await window(given)).toMatchObject({ total })
})

test('another court sees none of it', async () => {
  const { record } = await enter(court, 'study-session', studyOf(court, '2026-02-25'))
  const foreign = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) =>
    court.server.ask(method, `/api${path}`, payload ?? null, other)
  const id = court.commitment('1-1-1')
  for (const answer of [
    await foreign('GET', `/records/${record.id}`),
    await foreign('POST', `/records/${record.id}/void`, { revision: 1, reason: '重复登记，以另一条为准' }),
    await foreign('GET', `/commitments/${id}/occurrences`),
    await foreign('GET', `/commitments/${id}/owed`),
    await foreign('GET', `/commitments/${id}/counting`),
    await foreign('PUT', `/commitments/${id}/counting`, { version: 1, definition: definitionOf(court, 'study-session') }),
    await foreign('POST', `/commitments/${id}/rulings`, { record: record.id, counts: true, reason: '会议纪要' }),
  ])
    expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect((await foreign('POST', '/registers/study-session/records/window', { offset: 0, limit: 10 })).body).toEqual({
    total: 0,
    rows: [],
    names: {},
  })
})
