import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { SimilarCaseView } from '#contract/similar-case-review.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { uploaded } from '#server/evidence/evidence.fixture.ts'
import { storeFinding } from '#server/finding-consequence/inspection.fixture.ts'

const Forecast = z.object({
  units: z.array(z.object({ org: z.string(), name: z.string(), because: z.array(z.string()) })),
  warnings: z.array(z.object({ org: z.string(), kind: z.string() })),
})
const List = z.object({ items: z.array(z.object({ id: z.string(), owes: z.number(), isLate: z.boolean(), counts: z.unknown() })) })
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })
const WORDS = '请对照自查今年以来案卷送达回证是否齐全'

let world: ClosureCourt
let source: object
let found = ''
const files = new Map<string, string>()
beforeAll(async () => {
  world = await startClosureCourt()
  await world.join('副院长', 'leader', '宋知微')
  await world.join('立案庭庭长', 'unit', '林疏影')
  await world.join('信访处处长', 'unit', '何以宁')
  await world.join('民一庭庭长', 'unit', '苏见微')
  found = (await storeFinding(world.court, { org: '立案庭', words: '12件案件缺少送达回证' })).id
  source = { kind: 'inspection-finding', finding: found }
  for (const who of ['信访处处长', '民一庭庭长', '立案庭庭长']) {
    const { evidence } = await uploaded(world.court, world.cookie(who), '自查表.pdf', Buffer.from(`%PDF-1.4\n%%EOF\n${who}`))
    files.set(who, evidence.id)
  }
})
afterAll(() => world.court.server.close())

const org = (name: string) => world.court.org(name)
const asked = (changes: object = {}, who = 'office') =>
  world.ask(who, 'POST', '/similar-case-reviews', {
    source,
    words: WORDS,
    orgs: [org('信访处'), org('民事审判第一庭')],
    minutes: 60,
    dueOn: '2026-03-20',
    reasonOver: '',
    ...changes,
  })
const read = async (id: string, who = 'office') => SimilarCaseView.parse((await world.ask(who, 'GET', `/similar-case-reviews/${id}`)).body)
const answer = (id: string, who: string, unit: string, changes: object = {}) =>
  world.ask(who, 'POST', `/similar-case-reviews/${id}/answers`, {
    org: org(unit),
    version: 1,
    outcome: 'found',
    words: '自查发现3件缺少回证',
    proofs: [files.get(who)],
    ...changes,
  })

describe('asking', () => {
  test('like units are proposed first, of a leader those in their charge', async () => {
    const all = Forecast.parse((await world.ask('office', 'POST', '/similar-case-review-forecasts', { source, words: '' })).body)
    expect(all.units[0]?.because).toContain('same-parent')
    expect(all.units.map(({ name }) => name)).not.toContain('立案庭')
    const led = Forecast.parse((await world.ask('副院长', 'POST', '/similar-case-review-forecasts', { source, words: '' })).body)
    expect(led.units.map(({ name }) => name).toSorted()).toEqual(['审判管理办公室', '民事审判第一庭'].toSorted())
  })

  test.for([
    ['nine characters', { words: '一二三四五六七八九' }, 'reason-too-short'],
    ['a day that has passed', { dueOn: '2026-03-01' }, 'due-past'],
    ['nobody', { orgs: [] }, 'no-units'],
  ] as const)('not with %s', async ([, changes, code]) => {
    expect(await asked(changes)).toMatchObject(refused(code))
  })

  test('not of a unit that is not there, or not in one’s charge, nor by a unit', async () => {
    expect((await asked({ orgs: [found] })).status).toBe(400)
    expect((await asked({}, '副院长')).status).toBe(400)
    expect((await asked({}, '信访处处长')).status).toBe(403)
  })

  test('not about a marked inspection, nor about what the unit was not told', async () => {
    const marked = await storeFinding(world.court, { org: '立案庭', words: '不宜公开的问题', mark: 1 })
    const noted = await storeFinding(world.court, { org: '立案庭', words: '尚未告知的问题', state: 'noted' })
    expect(await asked({ source: { kind: 'inspection-finding', finding: marked.id } })).toMatchObject(refused('inspection-marked'))
    expect(await asked({ source: { kind: 'inspection-finding', finding: noted.id } })).toMatchObject(refused('inspection-finding-state'))
  })
})

test('units answer with proof, each seeing its own alone; what was found enters the ledger', async () => {
  const first = SimilarCaseView.parse((await asked()).body)
  const { id } = first
  expect(first.found).toMatchObject({ words: '12件案件缺少送达回证', counts: { units: 2, owing: 2, overdue: 0 } })
  // a second request for the same waits for a reason, whoever asks at the same time
  expect(await asked()).toMatchObject(refused('burden-reason-needed'))
  expect(await asked({ words: '换一种说法：卷内材料有无遗漏' })).toMatchObject(refused('burden-reason-needed'))
  // whoever judges does not answer
  expect(await answer(id, 'office', '信访处', { proofs: [files.get('信访处处长')] })).toMatchObject(refused('not-the-unit'))
  const own = await read(id, '信访处处长')
  expect(own).toMatchObject({ found: null, ends: false, answers: [{ orgName: '信访处', owes: true, may: ['found', 'not-found'] }] })
  expect(JSON.stringify(own)).not.toMatch(/民事审判|12件|立案庭/)
  expect((await world.ask('立案庭庭长', 'GET', `/similar-case-reviews/${id}`)).status).toBe(404)
  const listed = List.parse((await world.ask('信访处处长', 'GET', '/similar-case-reviews')).body)
  expect(listed.items).toMatchObject([{ id, owes: 1, isLate: false, counts: null }])

  expect(await answer(id, '信访处处长', '信访处', { proofs: [] })).toMatchObject(refused('proof-needed'))
  expect(await answer(id, '信访处处长', '信访处', { words: '没有问题' })).toMatchObject(refused('reason-too-short'))
  expect((await answer(id, '信访处处长', '信访处', { proofs: [files.get('民一庭庭长')] })).status).toBe(400)
  expect((await answer(id, '信访处处长', '民事审判第一庭')).status).toBe(404)
  const both = await Promise.all([
    answer(id, '信访处处长', '信访处'),
    answer(id, '信访处处长', '信访处', { words: '自查发现3件缺少回证，已列出' }),
  ])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await answer(id, '民一庭庭长', '民事审判第一庭', { outcome: 'not-found', words: '逐件核对没有发现缺少' })).toMatchObject({
    status: 200,
  })

  const back = { org: org('民事审判第一庭'), version: 2, note: '请附上核对的案件清单' }
  expect((await world.ask('民一庭庭长', 'POST', `/similar-case-reviews/${id}/returns`, back)).status).toBe(403)
  expect(await world.ask('office', 'POST', `/similar-case-reviews/${id}/returns`, back)).toMatchObject({ status: 200 })
  expect(await world.ask('office', 'POST', `/similar-case-reviews/${id}/end`, { version: 1, as: 'ended', note: '' })).toMatchObject(
    refused('answers-missing'),
  )
  expect(await answer(id, '民一庭庭长', '民事审判第一庭', { version: 3, words: '自查发现1件缺少回证' })).toMatchObject({ status: 200 })
  const all = await read(id)
  expect(all.answers.find(({ orgName }) => orgName === '民事审判第一庭')).toMatchObject({
    state: 'found',
    steps: [{ kind: 'not-found' }, { kind: 'return' }, { kind: 'found', proofs: [{ name: '自查表.pdf' }] }],
    may: ['return', 'follow'],
  })

  const demand = { org: org('民事审判第一庭'), version: 4, words: '补齐缺少的送达回证并复核', dueOn: '2026-03-31', nature: 'immediate' }
  const made = await Promise.all([1, 2].map(() => world.ask('office', 'POST', `/similar-case-reviews/${id}/commitments`, demand)))
  expect(made.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const { commitment } = z.object({ commitment: z.string() }).parse(made.find(({ status }) => status === 200)?.body)
  expect((await world.ask('民一庭庭长', 'GET', `/commitments/${commitment}/origins`)).body).toEqual({ origins: [], review: id })
  expect((await world.ask('民一庭庭长', 'GET', `/commitments/${commitment}`)).body).toMatchObject({
    aspect: '举一反三排查（2026-03-02）',
    finding: '自查发现1件缺少回证',
  })
  expect(await world.ask('office', 'POST', `/similar-case-reviews/${id}/end`, { version: 1, as: 'ended', note: '' })).toMatchObject({
    status: 200,
  })
  expect(await world.ask('office', 'POST', `/similar-case-reviews/${id}/end`, { version: 2, as: 'ended', note: '' })).toMatchObject(
    refused('similar-case-over'),
  )
  expect(await read(id)).toMatchObject({ state: 'ended', found: { counts: { found: 2, notFound: 0, owing: 0 } } })
  // a proof is not taken back
  const proof = files.get('民一庭庭长') ?? ''
  expect(await world.court.server.ask('DELETE', `/api/evidence/${proof}`, null, world.cookie('民一庭庭长'))).toMatchObject(
    refused('evidence-linked'),
  )
  expect(await world.court.differences()).toEqual([])
})

test('a leader asks the units in their charge, and sees the proof that these give', async () => {
  const made = await asked({ orgs: [org('民事审判第一庭')], reasonOver: '前次自查范围不含二审案件' }, '副院长')
  const { id } = SimilarCaseView.parse(made.body)
  expect(await answer(id, '民一庭庭长', '民事审判第一庭', { outcome: 'not-found', words: '逐件核对没有发现缺少' })).toMatchObject({
    status: 200,
  })
  const proof = files.get('民一庭庭长') ?? ''
  expect((await world.ask('副院长', 'GET', `/evidence/${proof}/file`)).status).toBe(200)
  expect((await world.ask('信访处处长', 'GET', `/evidence/${proof}/file`)).status).toBe(404)
  expect((await read(id, '副院长')).found).not.toBeNull()
})
