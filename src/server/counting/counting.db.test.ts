import { afterAll, beforeAll, expect, test } from 'vitest'
import { CountingView } from '#contract/record.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
})
afterAll(() => court.server.close())

const study = (form: string) => [{ register: 'study-session', where: { kind: 'one-of', field: 'form', values: [form] } }]
const at = (ref: string) => `/commitments/${court.commitment(ref)}/counting`

async function define(ref: string, definition: object) {
  const { version } = CountingView.parse((await court.ask('GET', at(ref))).body)
  return court.ask('PUT', at(ref), { version, definition })
}

const actual = async (ref: string) => (await court.occurrences(ref))[0]?.occurrence.actual

test.for<[string, (at: Court) => object, string]>([
  ['no register', (here) => definitionOf(here, 'letters'), 'no-such-register'],
  ['no field', (here) => definitionOf(here, 'study-session', { measure: { kind: 'sum', field: 'money' } }), 'no-such-field'],
  ['a sum of words', (here) => definitionOf(here, 'study-session', { measure: { kind: 'sum', field: 'topic' } }), 'not-for-this-type'],
  ['no choice', (here) => definitionOf(here, 'study-session', {}, { sources: study('电话') }), 'no-such-option'],
  ['no unit', (here) => definitionOf(here, 'study-session', { org: 'court' }), 'unknown-party'],
  [
    'no group',
    (here) =>
      definitionOf(here, 'study-session', {
        scope: { kind: 'each', population: { kind: 'group', group: here.org('办公室') }, reach: 'own' },
      }),
    'unknown-group',
  ],
  ['no commitment', (here) => definitionOf(here, 'study-session', {}, { within: here.org('办公室') }), 'no-such-commitment'],
])('a definition with %s is refused', async ([, definition, refusal]) => {
  expect(await define('1-1-1', definition(court))).toMatchObject({ status: 422, body: { data: { refusal } } })
  expect((await court.ask('GET', at('1-1-1'))).body).toMatchObject({ version: 0, definition: null, isComputable: false })
})

test('a definition counts what was there before; a new one replaces it; an old version is refused', async () => {
  await enter(court, 'study-session', studyOf(court, '2026-01-05'))
  await enter(court, 'study-session', studyOf(court, '2026-02-05', { values: { form: '案例研讨', themes: ['廉洁教育'], topic: '案例' } }))
  expect((await define('1-1-1', definitionOf(court, 'study-session'))).body).toMatchObject({ version: 1, open: [], isComputable: true })
  expect(await actual('1-1-1')).toBe('2')
  const narrow = definitionOf(court, 'study-session', {}, { sources: study('案例研讨') })
  expect(await court.ask('PUT', at('1-1-1'), { version: 0, definition: narrow })).toMatchObject({
    status: 409,
    body: { data: { version: 1 } },
  })
  await define('1-1-1', narrow)
  expect(await actual('1-1-1')).toBe('1')
  await define('1-1-1', definitionOf(court, 'study-session'))
  expect(await court.differences()).toEqual([])
})

test('what is part of another follows its definition and its rulings', async () => {
  await define('1-1-2', definitionOf(court, 'study-session'))
  expect(await actual('1-1-2')).toBe('2')
  await define('1-1-1', definitionOf(court, 'study-session', {}, { sources: study('案例研讨') }))
  expect(await actual('1-1-2')).toBe('1')
  const { record } = await enter(court, 'study-session', studyOf(court, '2026-02-06'))
  expect(await actual('1-1-2')).toBe('1')
  const ruled = await court.ask('POST', `/commitments/${court.commitment('1-1-1')}/rulings`, {
    record: record.id,
    counts: true,
    reason: '会议纪要',
  })
  expect(ruled.body['credited']).toMatchObject([
    { ref: '1-1-1', counts: true, credit: { reason: { code: 'person', params: { by: '张三' } } } },
    { ref: '1-1-2', counts: true, credit: { reason: { code: 'rule' } } },
  ])
  expect([await actual('1-1-1'), await actual('1-1-2')]).toEqual(['2', '2'])
  await court.ask('POST', `/commitments/${court.commitment('1-1-1')}/rulings`, { record: record.id, counts: false, reason: '重复' })
  expect([await actual('1-1-1'), await actual('1-1-2')]).toEqual(['1', '1'])
  expect(await court.differences()).toEqual([])
})

test('the occurrences follow the plan: read otherwise, asked anew, struck from the ledger, back in it', async () => {
  const path = `/plans/${court.planId}/commitments/${court.commitment('1-1-1')}`
  const versionOf = async () => {
    const { rows } = await court.server.database.pool.query<{ version: number }>('SELECT version FROM commitment WHERE id = $1', [
      court.commitment('1-1-1'),
    ])
    return rows[0]?.version ?? 0
  }
  await court.ask('PATCH', path, { version: await versionOf(), changes: { value: '20' } })
  expect((await court.occurrences('1-1-1'))[0]?.occurrence.required).toBe('20')
  await court.answer('in-force', { kind: 'interval', from: '2026-02-01', to: '2026-12-31' })
  expect(await court.occurrences('1-1-1')).toEqual([])
  expect((await court.ask('GET', at('1-1-1'))).body).toMatchObject({ isComputable: false, open: ['year-meaning', 'first-period'] })
  await court.answer('in-force', { kind: 'interval', from: '2026-01-01', to: '2026-12-31' })
  expect(await court.occurrences('1-1-1')).toHaveLength(1)
  await court.ask('POST', `${path}/discard`, { version: await versionOf(), reason: 'wording' })
  expect(await court.occurrences('1-1-1')).toEqual([])
  await court.ask('POST', `${path}/restore`, { version: await versionOf() })
  await court.ask('POST', `/plans/${court.planId}/confirm`, { clause: null })
  expect((await court.occurrences('1-1-1'))[0]?.occurrence).toMatchObject({ required: '20', actual: '1' })
  expect(await court.differences()).toEqual([])
})

test('the occurrences follow the organisation', async () => {
  await court.answer('each-or-whole', { kind: 'choice', value: 'per-member' })
  const leaders = { kind: 'each', population: { kind: 'group', group: court.group('班子成员') }, reach: 'own' }
  await define('1-1-1', definitionOf(court, 'study-session', { scope: leaders, midPeriod: 'full' }))
  const before = (await court.occurrences('1-1-1')).length
  expect(before).toBeGreaterThan(3)
  const version = (await court.ask('GET', '/organisation')).body['version']
  const joined = await court.ask('POST', '/organisation/memberships', {
    version,
    group: court.group('班子成员'),
    member: { kind: 'person', id: court.person('乔木') },
    from: '2026-02-01',
  })
  expect(joined.status).toBe(200)
  expect(await court.occurrences('1-1-1')).toHaveLength(before + 1)
  expect(await court.differences()).toEqual([])
})
