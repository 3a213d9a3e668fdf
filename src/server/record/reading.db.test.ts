import { afterAll, beforeAll, expect, test } from 'vitest'
import { RecordStart } from '#contract/record-reading.ts'
import { otherCourt } from '#server/import/plan.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
let other: string
const ids: Record<string, string> = {}
beforeAll(async () => {
  court = await startCourt()
  other = await otherCourt(court.server)
  await court.answer('each-or-whole', { kind: 'choice', value: 'per-member' })
  const each = { kind: 'each', population: { kind: 'group', group: court.group('班子成员') }, reach: 'own' }
  await define('1-1-1', definitionOf(court, 'field-research', { scope: each, midPeriod: 'full' }))
  await define('1-1-2', definitionOf(court, 'field-research', {}, { sources: [{ register: 'field-research', where: mode('带案下访') }] }))
  ids['visit'] = (await enter(court, 'field-research', visitOf('2026-02-02/2026-02-04'))).record.id
  ids['late'] = (await enter(court, 'field-research', visitOf('2026-01-05', { subjects: [], org: court.org('立案庭') }))).record.id
  const draft = { ...visitOf('2026-03-01'), state: 'draft', values: { mode: '现场办公', question: '执行 100% 到位' } }
  ids['draft'] = (await enter(court, 'field-research', draft)).record.id
})
afterAll(() => court.server.close())

const mode = (...values: readonly string[]) => ({ kind: 'one-of', field: 'mode', values })
async function define(ref: string, definition: object): Promise<void> {
  const { body } = await court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, { version: 0, definition })
  expect(body).toMatchObject({ open: [], isComputable: true })
}
const window = async (given: object) =>
  (await court.ask('POST', '/registers/field-research/records/window', { offset: 0, limit: 10, ...given })).body

function visitOf(on: string, changes: object = {}): object {
  return studyOf(court, on, {
    subjects: [{ kind: 'person', id: court.person('许明远') }],
    values: { mode: '带案下访', place: [{ kind: 'org', id: court.org('立案庭') }], question: '审限管理', result: '定了办法' },
    ...changes,
  })
}

test('a list names all it shows, and says what was entered late', async () => {
  const { total, rows, names } = await window({ from: '2026-01-01' })
  expect({ total, rows }).toMatchObject({
    total: 3,
    rows: [{ state: 'draft', isLate: false }, { isLate: true, firstEnteredOn: '2026-03-02' }, { isLate: true }],
  })
  expect(names).toMatchObject({ [`org:${court.org('立案庭')}`]: '立案庭', [`person:${court.person('许明远')}`]: '许明远' })
})

test.for<[string, (court: Court) => object, readonly string[]]>([
  ['words', () => ({ text: '审限' }), ['visit', 'late']],
  ['words that look like a pattern', () => ({ text: '100%' }), ['draft']],
  ['a pattern', () => ({ text: '_' }), []],
  ['the name of a person', () => ({ text: '许明' }), ['draft', 'visit']],
  ['the name of an org in a field or of the record', () => ({ text: '立案庭' }), ['visit', 'late']],
  ['a choice', () => ({ choices: { mode: ['现场办公', '蹲点调研'] } }), ['draft']],
  ['an unknown field', () => ({ choices: { nothing: ['x'] } }), ['draft', 'visit', 'late']],
  ['late', () => ({ isLate: true }), ['visit', 'late']],
  ['not late', () => ({ isLate: false }), ['draft']],
  ['org', (at) => ({ org: at.org('立案庭') }), ['late']],
  ['by day, the first first', () => ({ sort: { by: 'occurredOn', isDown: false } }), ['late', 'visit', 'draft']],
  ['by a field', () => ({ sort: { by: 'question', isDown: false } }), ['visit', 'late', 'draft']],
  ['by what nobody has', () => ({ sort: { by: 'nothing', isDown: true } }), ['draft', 'visit', 'late']],
])('a list by %s', async ([, given, expected]) => {
  const { rows } = await window(given(court))
  expect(rows).toMatchObject(expected.map((name) => ({ id: ids[name] })))
})

test('for which commitments a record counts and why, and for which it does not, can be read later', async () => {
  const { body } = await court.ask('GET', `/records/${ids['visit']}/credited`)
  expect(body['credited']).toMatchObject([
    { ref: '1-1-1', counts: true, outside: null, occurrence: { subject: expect.any(String) }, credit: { quantity: '1' } },
    { ref: '1-1-2', counts: true, credit: { quantity: '1' } },
  ])
  const late = await court.ask('GET', `/records/${ids['late']}/credited`)
  expect(late.body['credited']).toMatchObject([
    { ref: '1-1-2', counts: true },
    { ref: '1-1-1', counts: false, outside: 'subject', credit: null },
  ])
})

test('what is sent again after its answer was lost is entered once, and answers the same', async () => {
  const entry = { ...visitOf('2025-12-01'), id: '0198f4a0-0000-4000-8000-00000000abcd' }
  const first = await enter(court, 'field-research', entry)
  const again = await enter(court, 'field-research', entry)
  expect(again.record).toEqual(first.record)
  expect(again.credited.map(({ ref, counts }) => [ref, counts])).toEqual(first.credited.map(({ ref, counts }) => [ref, counts]))
  expect(await window({ from: '2025-12-01', to: '2025-12-01' })).toMatchObject({ total: 1 })
  expect((await court.ask('POST', `/records/${first.record.id}/void`, { revision: 1, reason: '试验用的记录，不再需要' })).status).toBe(200)
})

test('a form begins with who owes and which registers count', async () => {
  const start = RecordStart.parse((await court.ask('POST', '/records/start', { commitment: court.commitment('1-1-1') })).body)
  expect(start).toMatchObject({ today: '2026-03-02', registers: ['field-research'], commitment: { ref: '1-1-1' } })
  const [first] = start.owed
  expect(first).toMatchObject({ from: '2026-01-01', subjects: [{ kind: 'person' }] })
  expect(Object.keys(start.names)).toContain(first?.subject)
  const bare = await court.ask('POST', '/records/start', {})
  expect(bare.body).toMatchObject({
    commitment: null,
    registers: [],
    fillable: expect.arrayContaining(['reception']),
    owed: [],
    org: court.org('澜川市中级人民法院'),
  })
})

test('people, posts, orgs and groups are found by a part of their name', async () => {
  const find = async (text: string, ...kinds: string[]) =>
    (await court.ask('POST', '/records/parties', { text, kinds, on: '2026-03-02' })).body['items']
  expect(await find('许明', 'person')).toMatchObject([{ kind: 'person', name: '许明远', more: expect.stringContaining('院长') }])
  expect(await find('立案', 'org')).toMatchObject([{ kind: 'org', name: '立案庭' }])
  expect(await find('班子', 'group', 'person')).toMatchObject([{ kind: 'group', name: '班子成员' }])
  expect(await find('%', 'person', 'org', 'post', 'group')).toEqual([])
  const { body } = await court.ask('POST', '/records/members', { group: court.group('班子成员'), on: '2026-03-02' })
  expect(body['parties']).toContainEqual({ kind: 'person', id: court.person('许明远') })
})

test('from when an entry is late can be settled', async () => {
  expect((await court.ask('GET', '/record-setting')).body).toEqual({ lateAfterDays: 7 })
  expect((await court.ask('PUT', '/record-setting', { lateAfterDays: 30 })).body).toEqual({ lateAfterDays: 30 })
  expect(await window({ isLate: true, from: '2026-01-01' })).toMatchObject({ total: 1, rows: [{ id: ids['late'] }] })
})

test('another court sees no name and no record of it', async () => {
  const foreign = (method: 'GET' | 'POST', path: string, payload: object | null = null) =>
    court.server.ask(method, `/api${path}`, payload, other)
  const keys = [
    `person:${court.person('许明远')}`,
    `org:${court.org('立案庭')}`,
    `record:${ids['visit']}`,
    `commitment:${court.commitment('1-1-1')}`,
  ]
  expect((await foreign('POST', '/records/names', { keys })).body).toEqual({ names: {} })
  expect(await foreign('GET', `/records/${ids['visit']}/credited`)).toMatchObject({ status: 404 })
  expect(await foreign('POST', '/records/start', { commitment: court.commitment('1-1-1') })).toMatchObject({ status: 404 })
  expect((await foreign('POST', '/records/parties', { text: '许', kinds: ['person'], on: '2026-03-02' })).body).toEqual({ items: [] })
  expect(Object.keys((await court.ask('POST', '/records/names', { keys })).body['names'] ?? {})).toEqual(keys)
})
