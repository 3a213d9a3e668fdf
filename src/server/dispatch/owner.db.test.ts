import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { OrganisationView } from '#contract/org.ts'
import { type DispatchWorld, startDispatchWorld } from '#server/dispatch/world.fixture.ts'
import { waitingDispatch } from '#server/dispatch/waiting.ts'
import { Day } from '#core/day/day.ts'

let world: DispatchWorld
let court: DispatchWorld['court']

const clerk = () => ({ kind: 'person', id: court.person('乔木') })
const refusal = (body: unknown) => z.object({ data: z.object({ refusal: z.string() }) }).parse(body).data.refusal
const waitingFor = async (kind: string) =>
  (await court.server.database.db.transaction().execute((tx) => waitingDispatch(tx, court.jurisdictionId, Day.parse('2026-03-02')))).filter(
    (each) => each.kind === kind,
  )

beforeAll(async () => {
  world = await startDispatchWorld()
  court = world.court
  await world.handOut('办公室', '1-1-3', '2-1-1')
})
afterAll(() => court.server.close())

const task = (by: string) => ({ words: '起草修订稿', by, who: null })

test('the head names an owner and steps within the due day', async () => {
  const late = await world.act('陆怀瑾', '1-1-3', 'confirm', { owner: clerk(), tasks: [task('2026-04-02')], note: '' })
  expect(late.body).toMatchObject({ data: { refusal: 'task-too-late', params: { task: '1', due: '2026-04-01' } } })
  const stranger = { kind: 'person', id: court.person('程砚秋') }
  const elsewhere = await world.act('陆怀瑾', '1-1-3', 'confirm', { owner: stranger, tasks: [], note: '' })
  expect(refusal(elsewhere.body)).toBe('owner-elsewhere')
  const done = await world.act('陆怀瑾', '1-1-3', 'confirm', { owner: clerk(), tasks: [task('2026-04-01')], note: '' })
  expect(done.body).toMatchObject({ state: 'confirmed', owner: { names: ['乔木'], isVacant: false }, plan: [{ by: '2026-04-01' }] })
  const row = await court.server.database.db
    .selectFrom('ledgerEntry')
    .select(['dispatch', 'responsibility'])
    .where('jurisdictionId', '=', court.jurisdictionId)
    .where('commitmentId', '=', court.commitment('1-1-3'))
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ dispatch: 'confirmed', responsibility: '直接责任人：乔木' })
})

test('who answers sees it without being named by the plan', async () => {
  expect((await world.boardOf('乔木')).rows.map(({ ref }) => ref)).toContain('1-1-3')
})

test('an owner who left is asked for again', async () => {
  const { version, organisation } = OrganisationView.parse((await world.ask('office', 'GET', '/organisation')).body)
  const holding = organisation.holdings.find(({ person }) => person === court.person('乔木'))?.id ?? ''
  expect(await waitingFor('name')).toEqual([])
  const ended = await world.ask('office', 'POST', `/organisation/holdings/${holding}/end`, { version, to: '2026-03-01' })
  expect(ended.status).toBe(200)
  expect(await world.viewOf('1-1-3')).toMatchObject({ state: 'confirmed', owner: { isVacant: true } })
  expect(await waitingFor('name')).toMatchObject([{ ref: '1-1-3', org: court.org('办公室') }])
  expect((await world.boardOf()).counts.vacant).toBe(1)
  const again = await world.act('陆怀瑾', '1-1-3', 'refine', { owner: clerk(), tasks: [], note: '' })
  expect(refusal(again.body)).toBe('owner-elsewhere')
  const owner = { kind: 'person', id: court.person('齐文远') }
  expect((await world.act('陆怀瑾', '1-1-3', 'refine', { owner, tasks: [], note: '' })).body).toMatchObject({
    owner: { names: ['齐文远'], isVacant: false },
  })
  expect(await waitingFor('name')).toEqual([])
})

test('the office enters what was confirmed on paper only where no head can sign in', async () => {
  await world.handOut('研究室', '1-1-4')
  const owner = { kind: 'person', id: court.person('韩知行') }
  expect(await world.viewOf('1-1-4')).toMatchObject({ hasHead: false, mayAnswer: true })
  expect((await world.act('office', '1-1-4', 'confirm', { owner, tasks: [], note: '书面签收' })).status).toBe(200)
  const other = await world.act('office', '2-1-1', 'confirm', { owner, tasks: [], note: '' })
  expect(refusal(other.body)).toBe('not-the-head')
})
