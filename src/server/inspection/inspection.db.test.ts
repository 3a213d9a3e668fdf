import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { InspectionView } from '#contract/inspection.ts'
import { type InspectedCourt, startInspected, visitOf, type Who } from '#server/inspection/inspection.fixture.ts'

let inspected: InspectedCourt
beforeAll(async () => {
  inspected = await startInspected()
}, 60_000)
afterAll(() => inspected.court.server.close())

const answer = (who: Who, { id, visits, items }: InspectionView, more: object = {}) =>
  inspected.ask(who, 'PUT', `/inspections/${id}/answers`, {
    visit: visits[0]?.id,
    item: items[0]?.id,
    version: 0,
    answer: 'met',
    note: '',
    photos: [],
    ...more,
  })
const answerAll = async (inspection: InspectionView) => {
  for (const visit of inspection.visits)
    for (const item of inspection.items) await answer('lead', inspection, { visit: visit.id, item: item.id })
}
const Refused = z.object({ data: z.object({ refusal: z.string() }) })
const refusalOf = ({ body }: { readonly body: unknown }) => Refused.safeParse(body).data?.data.refusal ?? 'none'

test('a plan is filed, carried out, answered by the unit, verified and reported', async () => {
  const inspection = await inspected.running()
  expect(inspection.forecast?.own.map(({ orgName, minutes }) => [orgName, minutes])).toEqual([
    ['立案庭', 60],
    ['执行局', 30],
  ])
  expect(inspection.items[1]?.promises).toMatchObject([{ ref: '1-1-3', isSeen: false }])
  const photo = await inspected.photo('lead', 'one')
  expect(await answer('lead', inspection, { answer: 'unmet', note: '无人', photos: [photo] })).toMatchObject({
    status: 200,
    body: { version: 1, by: '石敬川', photos: [{ evidence: photo }] },
  })
  await answerAll({ ...inspection, visits: inspection.visits.slice(1) })
  await answer('along', inspection, { item: inspection.items[1]?.id, answer: 'to-verify' })
  const noted = await inspected.noted(inspection, { item: inspection.items[0]?.id, photos: [photo] })
  expect((await inspected.get('unit', inspection.id)).findings).toEqual([])
  const raised = await inspected.after(noted, ['lead', 'raise'])
  const seen = await inspected.get('unit', inspection.id)
  expect(seen).toMatchObject({ findings: [{ id: raised.id, may: ['contest', 'report'] }], answers: [], talks: [], forecast: null, may: [] })
  expect(seen.visits.map(({ orgName }) => orgName)).toEqual(['立案庭'])
  expect((await inspected.ask('unit', 'GET', `/evidence/${photo}/file`)).status).toBe(200)
  expect((await inspected.ask('other', 'GET', `/evidence/${photo}/file`)).status).toBe(404)
  const reported = await inspected.after(
    raised,
    ['unit', 'contest'],
    ['along', 'uphold'],
    ['unit', 'report'],
    ['lead', 'return'],
    ['unit', 'report'],
  )
  expect([reported.state, reported.returns]).toEqual(['reported', 1])
  expect((await inspected.after(reported, ['along', 'verify'])).state).toBe('verified')
  expect((await inspected.act('lead', inspection.id, 'end')).status).toBe(200)
  expect((await inspected.get('unit', inspection.id)).answers.map(({ answer: tick }) => tick).toSorted()).toEqual(['to-verify', 'unmet'])
  expect(await inspected.act('office', inspection.id, 'report')).toMatchObject({ status: 200, body: { state: 'reported' } })
  for (const what of ['notice', 'report'])
    expect(
      (await inspected.ask('leader', 'POST', `/inspections/${inspection.id}/${what}`, what === 'notice' ? { org: null } : {})).status,
    ).toBe(200)
  expect((await inspected.ask('unit', 'POST', `/inspections/${inspection.id}/report`, {})).status).toBe(404)
  expect((await inspected.ask('unit', 'POST', `/inspections/${inspection.id}/notice`, { org: null })).status).toBe(200)
})

test.for([
  ['without a lead', () => ({ lead: null }), 'no-lead'],
  ['of nobody', () => ({ visits: [] }), 'no-visits'],
  ['for nothing', () => ({ items: [] }), 'no-items'],
  ['outside of its days', () => ({ visits: [visitOf(inspected.court.org('立案庭'), { to: '2026-03-07' })] }), 'visit-outside-days'],
  ['of a day that is over', () => ({ from: '2026-03-01' }), 'begins-in-past'],
  ['by whoever heads the unit', () => ({ members: [inspected.ids.unit] }), 'inspector-of-unit'],
  ['with drawn items without a draw', () => ({ visits: [visitOf(inspected.court.org('立案庭'), { drawn: '1号' })] }), 'sample-differs'],
] as const)('a plan %s is not filed', async ([, changes, code]) => {
  const { id } = await inspected.drafted(changes())
  expect(refusalOf(await inspected.act('office', id, 'file'))).toBe(code)
})

test('nothing begins before its plan is filed or before its first day, and only the lead begins it', async () => {
  const { id } = await inspected.drafted({
    from: '2026-03-03',
    visits: [visitOf(inspected.court.org('立案庭'), { from: '2026-03-03', to: '2026-03-03' })],
  })
  expect(refusalOf(await inspected.act('lead', id, 'begin'))).toBe('inspection-state')
  expect((await inspected.ask('unit', 'GET', `/inspections/${id}`)).status).toBe(404)
  await inspected.act('office', id, 'file')
  expect(refusalOf(await inspected.act('along', id, 'begin'))).toBe('not-for-you')
  expect(refusalOf(await inspected.act('lead', id, 'begin'))).toBe('too-early')
  expect((await inspected.ask('other', 'GET', `/inspections/${id}`)).status).toBe(404)
  expect((await inspected.act('office', id, 'cancel')).status).toBe(200)
})

test('who asks the same unit in the same weeks or for the same is told, and beyond the limit a reason is needed', async () => {
  const year = 2031
  const visits = [visitOf(inspected.court.org('信访处'), { from: '2031-03-03', to: '2031-03-04' })]
  const plan = { from: '2031-03-03', to: '2031-03-07', visits, topic: '来信来访办理' }
  const limit = { version: 0, inspections: 1, perUnit: 1 }
  expect((await inspected.ask('office', 'PUT', `/inspection-limits/${year}`, limit)).status).toBe(200)
  expect((await inspected.ask('office', 'PUT', `/inspection-limits/${year}`, limit)).status).toBe(409)
  const first = await inspected.drafted(plan)
  expect((await inspected.act('office', first.id, 'file')).status).toBe(200)
  const second = await inspected.drafted({ ...plan, topic: '来信来访办理质量' })
  expect(second.forecast).toMatchObject({
    clashes: [{ kind: 'same-weeks' }, { kind: 'same-topic' }],
    beyond: { year: true, units: ['信访处'] },
    year: [{ orgName: '信访处', inspections: 2, days: 2, minutes: 120 }],
  })
  expect(refusalOf(await inspected.act('office', second.id, 'file'))).toBe('over-limit')
  const { plan: _, ...rest } = { plan, id: second.id, version: second.version }
  const written = inspected.planOf({ ...plan, reasonOver: '上级交办，时间不能另行安排' })
  expect((await inspected.ask('office', 'PUT', `/inspections/${rest.id}/plan`, { version: rest.version, plan: written })).status).toBe(200)
  expect((await inspected.act('office', second.id, 'file')).status).toBe(200)
})

test('of a marked inspection whoever is not cleared learns that it takes time, not what it is about', async () => {
  const visits = [visitOf(inspected.court.org('信访处'), { from: '2032-03-01', to: '2032-03-02' })]
  const plan = { from: '2032-03-01', to: '2032-03-05', visits, title: '信访专项核查', topic: '来信来访办理' }
  const marked = await inspected.drafted(plan)
  expect((await inspected.act('office', marked.id, 'file')).status).toBe(200)
  await inspected.court.server.database.pool.query('UPDATE inspection SET mark = 3 WHERE id = $1', [marked.id])
  const { id } = await inspected.drafted({ ...plan, title: '另一次督查' })
  const seen = (await inspected.get('lead', id)).forecast
  expect(seen).toMatchObject({
    clashes: [{ kind: 'same-weeks', orgName: '信访处', title: '' }],
    year: [{ orgName: '信访处', inspections: 2, minutes: 120 }],
  })
  expect(seen?.clashes).toHaveLength(1)
  expect((await inspected.get('office', id)).forecast?.clashes.map(({ kind, title }) => [kind, title])).toEqual([
    ['same-weeks', '信访专项核查'],
    ['same-topic', '信访专项核查'],
  ])
})

test('why the limit of the year is exceeded is told to the team, not to who is visited', async () => {
  const { id } = await inspected.running({ reasonOver: '上级交办，时间不能另行安排' })
  const told = async (who: Who) => (await inspected.get(who, id)).reasonOver
  expect(await Promise.all((['office', 'leader', 'lead', 'along', 'unit', 'other'] as const).map(told))).toEqual([
    ...Array.from({ length: 4 }, () => '上级交办，时间不能另行安排'),
    '',
    '',
  ])
})

test('an inspection ends when all was looked at, and reports when every finding was told or taken back', async () => {
  const inspection = await inspected.running()
  expect(await inspected.act('lead', inspection.id, 'end')).toMatchObject({
    body: { data: { refusal: 'answers-missing', params: { count: '4' } } },
  })
  await answerAll(inspection)
  const finding = await inspected.noted(inspection)
  expect((await inspected.act('lead', inspection.id, 'end')).status).toBe(200)
  expect(refusalOf(await answer('lead', inspection, { version: 1 }))).toBe('inspection-state')
  expect(refusalOf(await inspected.act('lead', inspection.id, 'report'))).toBe('findings-noted')
  await inspected.after(finding, ['lead', 'withdraw'])
  expect((await inspected.act('lead', inspection.id, 'report')).status).toBe(200)
})

test('of two inspectors who answer the same item one is told that another did', async () => {
  const inspection = await inspected.running()
  const both = await Promise.all([answer('lead', inspection), answer('along', inspection, { answer: 'unmet' })])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ data: { version: 1 } })
  expect((await inspected.get('lead', inspection.id)).answers).toHaveLength(1)
})

test('a finding that is answered while it is taken back is one or the other', async () => {
  const inspection = await inspected.running()
  const raised = await inspected.after(await inspected.noted(inspection), ['lead', 'raise'])
  const both = await Promise.all([inspected.actOn('unit', raised, 'report'), inspected.actOn('lead', raised, 'withdraw')])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const [now] = (await inspected.get('lead', inspection.id)).findings
  expect(now?.steps).toHaveLength(3)
})

test('a finding taken back before its unit was told of it stays untold; one taken back later does not', async () => {
  const inspection = await inspected.running()
  const photos = await Promise.all([inspected.photo('lead', 'untold'), inspected.photo('lead', 'told')])
  const [untold, told] = await Promise.all(
    photos.map((photo, index) => inspected.noted(inspection, { photos: [photo], words: `第${index + 1}次查看时窗口无人在岗` })),
  )
  if (untold === undefined || told === undefined) throw new Error('not noted')
  await inspected.after(untold, ['lead', 'withdraw'])
  await inspected.after(told, ['lead', 'raise'], ['lead', 'withdraw'])
  const statuses = (who: Who, paths: readonly string[]) =>
    Promise.all(paths.map(async (path) => (await inspected.ask(who, 'GET', path)).status))
  const paths = [
    ...photos.map((photo) => `/evidence/${photo}/file`),
    ...[untold, told].map(({ id }) => `/inspection-findings/${id}/consequence`),
  ]
  expect((await inspected.get('unit', inspection.id)).findings.map(({ id }) => id)).toEqual([told.id])
  expect(await statuses('unit', paths)).toEqual([404, 200, 404, 200])
  expect((await inspected.actOn('unit', { ...untold, version: 2 }, 'report')).status).toBe(404)
  expect((await inspected.get('along', inspection.id)).findings).toHaveLength(2)
  expect(await statuses('along', paths)).toEqual([200, 200, 200, 200])
})

test('nobody but the unit speaks for it, and nobody judges what they said themselves', async () => {
  const inspection = await inspected.running()
  const raised = await inspected.after(await inspected.noted(inspection), ['lead', 'raise'])
  expect(refusalOf(await inspected.actOn('lead', raised, 'report'))).toBe('not-the-unit')
  expect((await inspected.actOn('other', raised, 'report')).status).toBe(404)
  const reported = await inspected.after(raised, ['unit', 'report'])
  expect(refusalOf(await inspected.actOn('unit', reported, 'verify'))).toBe('not-the-inspector')
  expect(refusalOf(await inspected.actOn('leader', reported, 'verify'))).toBe('not-the-inspector')
  expect(refusalOf(await inspected.actOn('lead', reported, 'return', { note: '不够' }))).toBe('reason-too-short')
  expect(refusalOf(await inspected.act('office', inspection.id, 'cancel'))).toBe('findings-raised')
})

test('what people said is kept without names and shown to the team alone', async () => {
  const { id, visits } = await inspected.running({ kind: 'interview', items: [] })
  const talk = (more: object) =>
    inspected.ask('along', 'POST', `/inspections/${id}/talks`, {
      visit: visits[0]?.id,
      on: '2026-03-02',
      people: 3,
      words: '报表重复，希望一次填报多处使用',
      speaker: '',
      agreed: false,
      ...more,
    })
  expect(refusalOf(await talk({ words: '田雨禾认为报表重复太多了' }))).toBe('words-name-people')
  expect(refusalOf(await talk({ speaker: '田雨禾' }))).toBe('speaker-not-agreed')
  expect(await talk({})).toMatchObject({ status: 200, body: { speaker: null } })
  expect(refusalOf(await inspected.act('lead', id, 'end'))).toBe('talks-missing')
  expect((await inspected.get('office', id)).talks).toHaveLength(1)
  expect((await inspected.get('leader', id)).talks).toEqual([])
  const { rows } = await inspected.court.server.database.pool.query(
    "SELECT count(*)::int AS n FROM journal_entry WHERE after::text LIKE '%一次填报%'",
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('a checklist of the pack is changed once by one of two', async () => {
  const template = { name: '窗口检查', words: '', items: [{ words: '窗口有人在岗', lookAt: '' }], isRetired: false }
  const change = () => inspected.ask('office', 'PUT', '/inspection-templates/general', { version: 0, template })
  expect((await Promise.all([change(), change()])).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const { body } = await inspected.ask('office', 'GET', '/inspection-templates')
  expect(body['templates']).toContainEqual(expect.objectContaining({ name: '窗口检查', packId: 'general', version: 1 }))
})
