import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LedgerCounts } from '#core/ledger/counts.ts'
import type { LedgerView } from '#core/ledger/ledger.ts'
import { LedgerRow } from '#core/ledger/row.ts'
import { jobContext } from '#server/jobs/context.ts'
import { runLedgerJob } from '#server/ledger/run-job.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

const Window = z.object({
  stood: z.object({ asOf: z.string(), knownAt: z.string().nullable(), progress: z.number().nullable(), rolled: z.number().nullable() }),
  total: z.number(),
  rows: z.array(LedgerRow),
})
type View = Partial<z.input<typeof LedgerView>>

let court: Court
/** When nothing had been entered yet. */
let before: string
beforeAll(async () => {
  court = await startCourt()
  for (const ref of ['1-1-1', '1-1-2'])
    await court.ask('PUT', `/commitments/${court.commitment(ref)}/counting`, {
      version: 0,
      definition: definitionOf(court, 'study-session'),
    })
  before = court.server.clock.now()
  court.server.clock.forward(1)
  for (const on of ['2026-01-05', '2026-02-05', '2026-02-20', '2026-02-25']) await enter(court, 'study-session', studyOf(court, on))
}, 60_000)
afterAll(() => court.server.close())

async function window(view: View = {}) {
  const answer = await court.ask('POST', '/ledger/window', {
    view: { plan: null, filters: [], sort: [], groupBy: null, ...view },
    offset: 0,
    limit: 100,
  })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return Window.parse(answer.body)
}

async function refs(view: View) {
  return (await window(view)).rows.map(({ ref }) => ref)
}

const oneOf = (column: 'light' | 'owed', ...values: (string | null)[]) => ({ filters: [{ kind: 'oneOf' as const, column, values }] })

test('a row says what is done, owed and by when', async () => {
  const { stood, rows } = await window()
  expect(stood).toEqual({ asOf: '2026-03-02', knownAt: null, progress: null, rolled: null })
  expect(rows.map(({ ref, standing }) => [ref, standing?.actual, standing?.required, standing?.owed, standing?.light])).toEqual([
    ['1-1-1', '4', '12', '8', 'on-track'],
    ['1-1-2', '4', '4', '0', 'done'],
    ['1-1-3', undefined, undefined, undefined, undefined],
    ['1-1-4', undefined, undefined, undefined, undefined],
    ['2-1-1', undefined, undefined, undefined, undefined],
  ])
})

const narrowed: readonly [string, View, readonly string[]][] = [
  ['by light', oneOf('light', 'done'), ['1-1-2']],
  ['what does not compute', oneOf('light', null), ['1-1-3', '1-1-4', '2-1-1']],
  ['by what is owed', oneOf('owed', '8'), ['1-1-1']],
  ['by the share done', { filters: [{ kind: 'number', column: 'done', from: 50, to: null }] }, ['1-1-2']],
  ['by the last safe day', { filters: [{ kind: 'between', column: 'latestSafeDay', from: '2026-12-01', to: null }] }, ['1-1-1']],
  ['of a unit', { filters: [{ kind: 'unit', column: 'leadOrgs', name: '政治部' }] }, ['1-1-1', '1-1-2']],
  [
    'of an org that is a subject itself',
    { filters: [{ kind: 'unit', column: 'leadOrgs', name: '澜川市中级人民法院' }] },
    ['1-1-1', '1-1-2'],
  ],
]
test.for(narrowed)('filter: %s', async ([, view, expected]) => {
  expect(await refs(view)).toEqual(expected)
})

const sorted: readonly [string, View, readonly string[]][] = [
  ['what is owed most first', { sort: [{ column: 'owed', descending: true }] }, ['1-1-1', '1-1-2']],
  ['the gravest light first', { sort: [{ column: 'light', descending: false }] }, ['1-1-1', '1-1-2']],
  ['least done first', { sort: [{ column: 'done', descending: false }] }, ['1-1-1', '1-1-2']],
  ['grouped by light', { groupBy: 'light' }, ['1-1-1', '1-1-2']],
]
test.for(sorted)('order: %s, empty last', async ([, view, expected]) => {
  expect(await refs(view)).toEqual([...expected, '1-1-3', '1-1-4', '2-1-1'])
})

test('values of lights with their counts', async () => {
  const view = { plan: null, filters: [], sort: [], groupBy: null }
  expect((await court.ask('POST', '/ledger/values', { view, column: 'light' })).body).toEqual({
    values: [
      { value: 'done', count: 1 },
      { value: 'on-track', count: 1 },
      { value: null, count: 3 },
    ],
  })
})

test('counts by unit, those that owe most first; all rows once', async () => {
  const view = { plan: null, filters: [], sort: [], groupBy: null }
  const counts = async (by: string) => LedgerCounts.parse((await court.ask('POST', '/ledger/counts', { view, by })).body)
  const { groups, all } = await counts('leadOrgs')
  expect(all).toEqual({ name: '', plan: null, rows: 5, lights: { 'on-track': 1, done: 1 }, none: 3, arrears: 0 })
  expect(groups.find(({ name }) => name === '政治部')).toMatchObject({ rows: expect.any(Number), lights: { 'on-track': 1 } })
  expect((await counts('aspect')).groups.map(({ name, rows }) => [name, rows])).toEqual([
    ['聚焦学习', 4],
    ['聚焦作风', 1],
  ])
})

async function first(view: View) {
  const { stood, rows } = await window(view)
  return [stood.asOf, stood.progress, rows[0]?.standing?.actual]
}

test('a past day, and what was known then', async () => {
  expect(await first({ asOf: '2026-02-10' })).toEqual(['2026-02-10', null, '2'])
  expect(await first({ asOf: '2026-02-10', knownAt: before })).toEqual(['2026-02-10', null, '0'])
  expect(await first({ knownAt: before })).toEqual(['2026-03-02', null, '0'])
  await enter(court, 'study-session', studyOf(court, '2026-02-08'))
  expect(await first({ asOf: '2026-02-10' })).toEqual(['2026-02-10', null, '3'])
  expect(await first({})).toEqual(['2026-03-02', null, '5'])
})

test('what takes long is worked out by a job, and says how far it is', async () => {
  const { db, pool } = court.server.database
  await first({ asOf: '2026-02-10' })
  // as it is left where a job begins
  const { rows } = await pool.query<{ id: string }>("UPDATE ledger_edition SET state = 'working', progress = 40 RETURNING id")
  await pool.query('DELETE FROM ledger_standing WHERE edition = ANY($1)', [rows.map(({ id }) => id)])
  expect(await first({ asOf: '2026-02-10' })).toEqual(['2026-02-10', 40, undefined])
  const { rows: accounts } = await pool.query<{ id: string }>('SELECT id FROM account LIMIT 1')
  const parts = { db, clock: court.server.clock.now, newId: uuidv7, files: court.server.files }
  const origin = { accountId: accounts[0]?.id ?? '', jurisdictionId: court.jurisdictionId, requestId: 'test' }
  for (const { id } of rows) await runLedgerJob(await jobContext(parts, origin), id)
  expect(await first({ asOf: '2026-02-10' })).toEqual(['2026-02-10', null, '3'])
})

test('days out of range are refused', async () => {
  const view = { plan: null, filters: [], sort: [], groupBy: null, asOf: '1980-01-01' }
  expect(await court.ask('POST', '/ledger/window', { view, offset: 0, limit: 1 })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'day-out-of-range' } },
  })
})

test('just after midnight the figures are those of the new day', async () => {
  court.server.clock.forward(60 * 24 * 60)
  await court.signIn()
  const { stood, rows } = await window()
  expect([stood.asOf, rows[0]?.standing?.pace]).toEqual(['2026-05-01', '3.978082'])
  expect(await court.differences()).toEqual([])
})
