import { afterAll, beforeAll, expect, test } from 'vitest'
import { ProgressView } from '#contract/progress.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let unit = ''
let path = ''
beforeAll(async () => {
  court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  unit = (await signInNew(court.server, office, { person: court.person('程砚秋'), name: '程砚秋', post: 'unit' })).cookie
  path = `/api/commitments/${court.commitment('1-1-2')}/progress`
  // 其中4次 counts what counts for the 12 it is part of
  for (const ref of ['1-1-1', '1-1-2']) {
    const definition = definitionOf(court, 'study-session')
    await court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, { version: 0, definition })
  }
})
afterAll(() => court.server.close())

const view = async () => ProgressView.parse((await court.server.ask('GET', path, null, unit)).body)
const write = (more: object = {}) =>
  court.server.ask('PUT', path, { org: court.org('政治部'), year: 2026, quarter: 1, revision: 0, words: '已拟定专题', ...more }, unit)
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })

test('it is asked for where no record says it; every revision is kept, the last one stands in the ledger', async () => {
  expect(await view()).toMatchObject({ year: 2026, quarter: 1, need: 'asked', recordCount: 0, updates: [], orgs: [{ name: '政治部' }, {}] })
  expect((await write()).status).toBe(200)
  expect((await write({ words: '再写一次' })).status).toBe(409)
  expect((await write({ revision: 1, words: '已拟定专题，并请到教师' })).status).toBe(200)
  const { need, updates } = await view()
  expect([need, updates.map(({ revision, words, isStanding }) => [revision, words, isStanding])]).toEqual([
    'said',
    [
      [2, '已拟定专题，并请到教师', true],
      [1, '已拟定专题', false],
    ],
  ])
  const seen = { plan: null, filters: [{ kind: 'oneOf', column: 'ref', values: ['1-1-2'] }], sort: [], groupBy: null }
  const rows = await court.ask('POST', '/ledger/window', { view: seen, offset: 0, limit: 5 })
  expect(rows).toMatchObject({ body: { rows: [{ course: { progress: '已拟定专题，并请到教师' } }] } })
})

test.for([
  ['another unit', { org: 'other' }, { status: 404 }],
  ['nothing', { revision: 2, words: '  ' }, refused('words-missing')],
  ['the same again', { revision: 2, words: '已拟定专题，并请到教师' }, refused('nothing-changed')],
  ['a quarter to come', { quarter: 2 }, refused('quarter-not-begun')],
] as const)('%s is refused', async ([, more, answer]) => {
  expect(await write('org' in more ? { org: court.org('办公室') } : more)).toMatchObject(answer)
})

test('once records count in the quarter, they say it', async () => {
  await enter(court, 'study-session', studyOf(court, '2026-02-02'))
  expect(await view()).toMatchObject({ need: 'records', recordCount: 1 })
})

test('two at the same moment: one stands, the other hears of it', async () => {
  const both = await Promise.all(['甲', '乙'].map((words) => write({ revision: 2, words })))
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})
