import { afterAll, beforeAll, expect, test } from 'vitest'
import { DispatchBoard, DispatchView } from '#contract/dispatch.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
const cookies = new Map<string, string>()
const reason = '这项工作不属于本部门职责范围'

type Board = ReturnType<typeof DispatchBoard.parse>

const ask = async (who: string, method: 'GET' | 'POST', path: string, payload: object | null = null) =>
  who === 'office'
    ? court.ask(method, path, payload ?? undefined)
    : court.server.ask(method, `/api${path}`, payload, cookies.get(who) ?? '')
const boardOf = async (who = 'office'): Promise<Board> => DispatchBoard.parse((await ask(who, 'GET', '/dispatch')).body)
const viewOf = async (ref: string, who = 'office') =>
  DispatchView.parse((await ask(who, 'GET', `/commitments/${court.commitment(ref)}/dispatch`)).body)
const act = async (who: string, ref: string, verb: string, payload: object) => {
  const { version } = await viewOf(ref)
  return ask(who, 'POST', `/commitments/${court.commitment(ref)}/dispatch/${verb}`, { version, ...payload })
}

beforeAll(async () => {
  court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  for (const [name, post] of [
    ['程砚秋', 'unit'],
    ['陆怀瑾', 'unit'],
    ['乔木', 'unit'],
    ['唐致远', 'leader'],
  ] as const)
    cookies.set(name, (await signInNew(court.server, office, { person: court.person(name), name, post })).cookie)
})
afterAll(() => court.server.close())

test('the plan’s own units are suggested, and handed out in one act', async () => {
  const { rows, counts, claims } = await boardOf()
  expect(rows.map(({ ref, state, suggested }) => [ref, state, suggested?.unit.name ?? null])).toEqual([
    ['1-1-1', 'waiting', '政治部'],
    ['1-1-2', 'waiting', '政治部'],
    ['1-1-3', 'waiting', null],
    ['1-1-4', 'waiting', null],
    ['2-1-1', 'waiting', '办公室'],
  ])
  expect(counts).toMatchObject({ unclaimed: 2, waiting: 5 })
  expect(claims.map(({ commitments }) => commitments)).toEqual([4, 1])
  const items = rows.flatMap(({ commitment, version, suggested }) =>
    suggested === null ? [] : [{ commitment, version, org: suggested.unit.id, supporting: suggested.supporting.map(({ id }) => id) }],
  )
  const done = await ask('office', 'POST', '/dispatch', { items, note: '' })
  expect(done).toMatchObject({ status: 200, body: { dispatched: 3 } })
  expect(await ask('office', 'POST', '/dispatch', { items, note: '' })).toMatchObject({ status: 409 })
  const entry = await court.server.database.db
    .selectFrom('ledgerEntry')
    .select(['ref', 'dispatch'])
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('dispatch', 'is not', null)
    .orderBy('ref')
    .execute()
  expect(entry.map(({ ref }) => ref)).toEqual(['1-1-1', '1-1-2', '2-1-1'])
})

test('a unit sees what was handed out to it and what it supports, and nothing else', async () => {
  const seen = async (who: string) => (await boardOf(who)).rows.map(({ ref, role }) => `${ref} ${role}`)
  expect(await seen('程砚秋')).toEqual(['1-1-1 lead', '1-1-2 lead'])
  expect(await seen('陆怀瑾')).toEqual(['2-1-1 lead'])
  const { claims, units, leaders } = await boardOf('程砚秋')
  expect({ claims, units, leaders }).toEqual({ claims: [], units: [], leaders: [] })
  expect(await ask('陆怀瑾', 'GET', `/commitments/${court.commitment('1-1-1')}/dispatch`)).toMatchObject({ status: 404 })
})

test('only the head confirms or refuses, and says why', async () => {
  expect(await act('乔木', '2-1-1', 'refuse', { note: reason })).toMatchObject({ status: 422, body: { data: { refusal: 'not-the-head' } } })
  expect(await act('陆怀瑾', '2-1-1', 'refuse', { note: '不归我们管' })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'reason-too-short' } },
  })
  expect(await act('office', '2-1-1', 'refuse', { note: reason })).toMatchObject({ body: { data: { refusal: 'not-the-head' } } })
  expect(await act('陆怀瑾', '2-1-1', 'refuse', { note: reason })).toMatchObject({ status: 200, body: { state: 'refused', note: reason } })
  expect(await act('office', '2-1-1', 'insist', { note: '经研究仍由办公室牵头办理' })).toMatchObject({ body: { state: 'insisted' } })
  expect(await act('陆怀瑾', '2-1-1', 'refuse', { note: reason })).toMatchObject({ body: { data: { refusal: 'insisted-on' } } })
})
