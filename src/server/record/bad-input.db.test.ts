import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
  const definition = definitionOf(court, 'study-session')
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, { version: 0, definition })
  await enter(court, 'study-session', studyOf(court, '2026-03-01'))
}, 60_000)
afterAll(() => court.server.close())

const Faults = z.object({ data: z.object({ fields: z.array(z.object({ path: z.array(z.string()), code: z.string() })) }) })
const nobody = '0198f4a0-0000-7000-8000-00000000beef'
const rate = (value: string) => ({ name: '终本合格率', value, source: '人工统计', sourceDay: '2026-03-01' })
const study = { form: '专题辅导', themes: ['审判执行难点'], topic: '学习' }
const training = (hours: string) => ({ kind: ['全员轮训'], topic: '培训', hours })

/** What is typed by mistake, over HTTP: the field and the code of the fault. */
test.for([
  ['above 100 percent', 'rate-indicator', { values: rate('100.01') }, 'value too-large'],
  ['below nothing', 'rate-indicator', { values: rate('-1') }, 'value too-small'],
  ['no number', 'rate-indicator', { values: rate('九成') }, 'value not-a-number'],
  ['1e9 as text', 'training', { values: training('1e9') }, 'hours not-a-number'],
  ['1e9 hours', 'training', { values: training('1000000000') }, 'hours too-large'],
  ['1e9 people', 'drill', { values: { kind: '消防疏散', scope: '全院', attendance: 1_000_000_000 } }, 'attendance too-large'],
  ['1e9 days', 'study-session', { values: study, occurredOn: { from: '1990-01-01', to: '2026-03-01' } }, 'occurredOn span-too-long'],
  ['reversed', 'study-session', { values: study, occurredOn: { from: '2026-03-01', to: '2026-02-01' } }, 'occurredOn days-reversed'],
  ['tomorrow', 'study-session', { values: study, occurredOn: { from: '2026-03-03', to: '2026-03-03' } }, 'occurredOn in-the-future'],
  ['long ago', 'study-session', { values: study, occurredOn: { from: '1989-12-31', to: '1989-12-31' } }, 'occurredOn too-early'],
  ['a day in the year 206', 'rate-indicator', { values: { ...rate('99'), sourceDay: '0206-03-01' } }, 'sourceDay too-early'],
  ['a day in the year 20260', 'rate-indicator', { values: { ...rate('99'), sourceDay: '20260-03-01' } }, 'sourceDay not-a-day'],
  ['30 February', 'rate-indicator', { values: { ...rate('99'), sourceDay: '2026-02-30' } }, 'sourceDay not-a-day'],
  ['somebody unknown', 'study-session', { values: study, subjects: [{ kind: 'person', id: nobody }] }, 'subjects unknown-party'],
  ['an unknown unit', 'study-session', { values: study, org: nobody }, 'org unknown-party'],
  ['an unknown speaker', 'study-session', { values: { ...study, speakers: [{ kind: 'person', id: nobody }] } }, 'speakers unknown-party'],
  ['no such choice', 'study-session', { values: { ...study, form: '远程' } }, 'form not-an-option'],
  ['no such field', 'study-session', { values: { ...study, salary: '1' } }, 'salary no-such-field'],
  ['nothing at all', 'study-session', { values: {} }, 'form missing, themes missing, topic missing'],
] as const)('%s', async ([, register, changes, expected]) => {
  const answer = await court.ask('POST', `/registers/${register}/records`, studyOf(court, '2026-03-01', changes))
  const { fields } = Faults.parse(answer.body).data
  expect([answer.status, fields.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ')]).toEqual([400, expected])
})

test('a fact before the plan is kept, and says that it counts for no period', async () => {
  const { credited } = await enter(court, 'study-session', studyOf(court, '2025-12-30'))
  expect(credited).toMatchObject([{ ref: '1-1-1', counts: false, occurrence: null }])
})

test('nothing was lost, and nothing counted twice', async () => {
  const { body } = await court.ask('POST', '/registers/study-session/records/window', { offset: 0, limit: 100 })
  expect(body['total']).toBe(2)
  expect((await court.occurrences('1-1-1'))[0]?.occurrence.actual).toBe('1')
  expect(await court.differences()).toEqual([])
})
