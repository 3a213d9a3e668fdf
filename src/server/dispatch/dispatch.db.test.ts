import { afterAll, beforeAll, expect, test } from 'vitest'
import { OccurrencesView } from '#contract/occurrence.ts'
import { definitionOf } from '#server/occurrence/court.fixture.ts'
import { type DispatchWorld, startDispatchWorld } from '#server/dispatch/world.fixture.ts'

let world: DispatchWorld
let court: DispatchWorld['court']
const reason = '这项工作不属于本部门职责范围'

beforeAll(async () => {
  world = await startDispatchWorld()
  court = world.court
})
afterAll(() => court.server.close())

test('the plan’s own units are suggested, and handed out in one act', async () => {
  const { rows, counts, claims } = await world.boardOf()
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
  const done = await world.ask('office', 'POST', '/dispatch', { items, note: '' })
  expect(done).toMatchObject({ status: 200, body: { dispatched: 3 } })
  expect(await world.ask('office', 'POST', '/dispatch', { items, note: '' })).toMatchObject({ status: 409 })
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
  const seen = async (who: string) => (await world.boardOf(who)).rows.map(({ ref, role }) => `${ref} ${role}`)
  expect(await seen('程砚秋')).toEqual(['1-1-1 lead', '1-1-2 lead'])
  expect(await seen('陆怀瑾')).toEqual(['2-1-1 lead'])
  const { claims, units, leaders } = await world.boardOf('程砚秋')
  expect({ claims, units, leaders }).toEqual({ claims: [], units: [], leaders: [] })
  expect(await world.ask('陆怀瑾', 'GET', `/commitments/${court.commitment('1-1-1')}/dispatch`)).toMatchObject({ status: 404 })
})

test('only the head confirms or refuses, and says why', async () => {
  expect(await world.act('乔木', '2-1-1', 'refuse', { note: reason })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'not-the-head' } },
  })
  expect(await world.act('陆怀瑾', '2-1-1', 'refuse', { note: '不归我们管' })).toMatchObject({
    status: 422,
    body: { data: { refusal: 'reason-too-short' } },
  })
  expect(await world.act('office', '2-1-1', 'refuse', { note: reason })).toMatchObject({ body: { data: { refusal: 'not-the-head' } } })
  expect(await world.act('陆怀瑾', '2-1-1', 'refuse', { note: reason })).toMatchObject({
    status: 200,
    body: { state: 'refused', note: reason },
  })
  expect(await world.act('office', '2-1-1', 'insist', { note: '经研究仍由办公室牵头办理' })).toMatchObject({ body: { state: 'insisted' } })
  expect(await world.act('陆怀瑾', '2-1-1', 'refuse', { note: reason })).toMatchObject({ body: { data: { refusal: 'insisted-on' } } })
})

test('two who hand the same out: one does, the other is told', async () => {
  const { commitment, version } = await world.viewOf('1-1-4')
  const to = (unit: string) => ({ items: [{ commitment, version, org: court.org(unit), supporting: [] }], note: '' })
  const answers = await Promise.all([
    world.ask('office', 'POST', '/dispatch', to('政治部')),
    world.ask('office', 'POST', '/dispatch', to('研究室')),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await world.viewOf('1-1-4')).toMatchObject({ state: 'dispatched', round: 1, version: 1 })
})

test('to whom something was handed out sees how far it is, also where the plan names nobody', async () => {
  const definition = definitionOf(court, 'regulation-made')
  expect((await court.ask('PUT', `/commitments/${court.commitment('1-1-3')}/counting`, { version: 0, definition })).status).toBe(200)
  const figures = async (who: string) =>
    OccurrencesView.parse((await world.ask(who, 'GET', `/commitments/${court.commitment('1-1-3')}/occurrences`)).body).items.length
  expect((await world.handOut('政治部', '1-1-3')).status).toBe(200)
  expect(await figures('程砚秋')).toBe(await figures('office'))
  expect(await figures('程砚秋')).toBeGreaterThan(0)
})

test('several are confirmed at once, all or none', async () => {
  const owner = { kind: 'person', id: court.person('程砚秋') }
  const item = async (ref: string) => {
    const { commitment, version } = await world.viewOf(ref)
    return { commitment, version }
  }
  const [first, second, other] = [await item('1-1-1'), await item('1-1-2'), await item('2-1-1')]
  const mixed = await world.ask('程砚秋', 'POST', '/dispatch/confirm', { items: [first, other], owner, note: '' })
  expect(mixed.status).toBe(404)
  expect(await world.viewOf('1-1-1')).toMatchObject({ state: 'dispatched' })
  const own = await world.ask('程砚秋', 'POST', '/dispatch/confirm', { items: [first, second], owner, note: '' })
  expect(own).toMatchObject({ status: 200, body: { confirmed: 2 } })
  const { counts } = await world.boardOf('程砚秋')
  expect(counts).toMatchObject({ confirmed: 2 })
})
