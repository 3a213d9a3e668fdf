import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { CommitmentPage } from '#contract/commitment.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { storeFinding } from '#server/finding-consequence/inspection.fixture.ts'
import { definitionOf } from '#server/occurrence/court.fixture.ts'

const Made = z.object({ commitment: z.string(), ref: z.string() })
const Change = z.object({ id: z.string(), version: z.number(), pinned: z.string() })
const demand = { words: '逐件补齐送达回证并复核一遍', dueOn: '2026-03-31', nature: 'staged' }
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })

let world: ClosureCourt
beforeAll(async () => {
  world = await startClosureCourt()
  await world.join('核实人', 'office')
  await world.join('审批人', 'leader')
  await world.join('立案庭庭长', 'unit', '林疏影')
  await world.join('信访处处长', 'unit', '何以宁')
})
afterAll(() => world.court.server.close())

const stored = (words: string, more: { readonly state?: string; readonly mark?: number; readonly org?: string } = {}) =>
  storeFinding(world.court, { org: '立案庭', words, ...more })
const make = (id: string, changes: object = {}, who = 'office') =>
  world.ask(who, 'POST', `/inspection-findings/${id}/commitment`, { version: 1, ...demand, ...changes })
const follows = async (id: string, who = 'office') => (await world.ask(who, 'GET', `/inspection-findings/${id}/consequence`)).body
const stateOf = async (id: string) =>
  (
    await world.court.server.database.db
      .selectFrom('inspectionFinding')
      .select('state')
      .where('jurisdictionId', '=', world.court.jurisdictionId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).state

/** What is done for a commitment, with proof. */
const prove = (commitment: string) =>
  world.prove('work-done', {
    org: world.court.org('立案庭'),
    occurredOn: { from: '2026-03-01', to: '2026-03-01' },
    subjects: [],
    values: { what: '已补齐全部送达回证', product: '文件', commitments: [commitment] },
    state: 'submitted',
  })

async function closeIt(commitment: string) {
  await world.request('office', commitment)
  await world.agree('核实人', commitment)
  return world.agree('审批人', commitment)
}

describe('a finding becomes a commitment', () => {
  test('of its unit, in the plan of the year, named from both sides, and stands as its closure stands', async () => {
    const { id, inspection } = await stored('12件案件缺少送达回证')
    const { commitment, ref } = Made.parse((await make(id)).body)
    expect(ref).toBe('督-1')
    const page = CommitmentPage.parse((await world.ask('立案庭庭长', 'GET', `/commitments/${commitment}`)).body)
    expect(page).toMatchObject({
      plan: { title: '2026年督查发现问题整改' },
      aspect: '送达工作专项督查（2026-02-26至2026-02-27）',
      finding: '12件案件缺少送达回证',
      measure: demand.words,
      commitment: { state: 'confirmed', text: demand.words, source: { kind: 'inspection-finding', inspection, finding: id } },
      counting: { isComputable: true },
      items: [{ occurrence: { subject: `org:${world.court.org('立案庭')}`, period: { to: '2026-03-31' } } }],
    })
    expect((await world.ask('立案庭庭长', 'GET', `/commitments/${commitment}/origins`)).body).toMatchObject({
      origins: [{ kind: 'commitment', inspection, ordinal: 1, org: '立案庭', state: 'raised', isSeen: true }],
      review: null,
    })
    expect(await follows(id)).toMatchObject({
      consequences: [{ kind: 'commitment', commitment, ref, state: 'open', isOff: false }],
      follows: false,
    })
    const report = { version: 2, act: 'report', note: '已经全部补齐送达回证', photos: [] }
    expect(await world.ask('立案庭庭长', 'POST', `/inspection-findings/${id}/acts`, report)).toMatchObject(refused('finding-followed'))
    expect((await world.ask('信访处处长', 'GET', `/commitments/${commitment}`)).status).toBe(404)
    expect((await world.ask('信访处处长', 'GET', `/inspection-findings/${id}/consequence`)).status).toBe(404)
    expect((await world.ask('office', 'GET', `/commitments/${commitment}/dispatch`)).body).toMatchObject({
      state: 'waiting',
      suggested: { unit: { name: '立案庭' } },
    })
    expect((await world.request('立案庭庭长', commitment)).body).toMatchObject({ data: { refusal: 'gate-not-passed' } })
    await prove(commitment)
    await world.request('立案庭庭长', commitment)
    expect(await stateOf(id)).toBe('reported')
    await world.agree('核实人', commitment)
    expect(await world.agree('审批人', commitment)).toMatchObject({ status: 200 })
    expect(await stateOf(id)).toBe('verified')
    expect(await world.court.differences()).toEqual([])
  })

  test('what is ended without being done is no longer demanded', async () => {
    const { id } = await stored('档案借阅没有逐次登记')
    const { commitment } = Made.parse((await make(id, { dueOn: '2026-04-30' })).body)
    const asked = { asked: { kind: 'termination' }, reason: '上级机关另有部署，此项不再推进' }
    let at = Change.parse((await world.ask('立案庭庭长', 'POST', `/commitments/${commitment}/changes`, asked)).body)
    for (const who of ['核实人', '审批人']) {
      const { id: change, version, pinned } = at
      at = Change.parse((await world.ask(who, 'POST', `/changes/${change}/agree`, { version, pinned, note: '' })).body)
    }
    expect(await stateOf(id)).toBe('withdrawn')
  })

  test('two of one inspection stand under one aspect', async () => {
    const { id } = await stored('送达地址确认书未入卷归档')
    expect(await make(id)).toMatchObject({ status: 200 })
    const rows = await world.court.server.database.db
      .selectFrom('clause')
      .select('title')
      .where('jurisdictionId', '=', world.court.jurisdictionId)
      .where('kind', '=', 'aspect')
      .where('title', 'like', '送达工作专项督查%')
      .execute()
    expect(rows).toHaveLength(1)
  })

  test.for([
    ['the unit was not told', { state: 'noted' }, {}, 'inspection-finding-state'],
    ['it was seen to be done', { state: 'verified' }, {}, 'inspection-finding-state'],
    ['its inspection is marked', { mark: 1 }, {}, 'inspection-marked'],
    ['nine characters', {}, { words: '一二三四五六七八九' }, 'reason-too-short'],
    ['the day has passed', {}, { dueOn: '2026-03-01' }, 'due-past'],
  ] as const)('not where %s', async ([, more, changes, code]) => {
    const { id } = await stored('同样的问题又出现了', more)
    expect(await make(id, changes)).toMatchObject(refused(code))
  })

  test('once, whoever tries at the same time; and by the office alone', async () => {
    const { id } = await stored('窗口收件未当场登记')
    const answers = await Promise.all([make(id), make(id), make(id)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect(await make(id, { version: 2 })).toMatchObject(refused('finding-followed'))
    expect((await make(id, {}, '审批人')).status).toBe(403)
    expect((await make(id, {}, '立案庭庭长')).status).toBe(403)
  })
})

describe('a finding opens again what was closed', () => {
  test('with its words as the reason, as a relapse, and is seen with it', async () => {
    const commitment = world.court.commitment('1-1-3')
    const definition = definitionOf(
      world.court,
      'work-done',
      {},
      { sources: [{ register: 'work-done', where: null, link: 'commitments' }] },
    )
    await world.ask('office', 'PUT', `/commitments/${commitment}/counting`, { version: 0, definition })
    const { id, inspection } = await stored('议事规则修订后没有执行')
    const reopen = (closure: string | null, closureVersion: number, note = '抽查三次会议均未按新规则') =>
      world.ask('office', 'POST', `/inspection-findings/${id}/reopening`, { version: 1, closure, closureVersion, note })
    await prove(commitment)
    await world.request('office', commitment)
    const open = await world.view('office', commitment)
    expect(await reopen(open.id, open.version)).toMatchObject(refused('not-closed'))
    await world.agree('核实人', commitment)
    await world.agree('审批人', commitment)
    const closed = await world.view('office', commitment)
    expect(closed.state).toBe('closed')
    // everything closed is offered, also what no unit was ever given; that of the unit first
    const offered = async (text: string) =>
      z
        .object({ items: z.array(z.looseObject({ ref: z.string(), units: z.string(), isOfUnit: z.boolean() })), total: z.number() })
        .parse((await world.ask('office', 'GET', `/inspection-findings/${id}/closed?text=${encodeURIComponent(text)}`)).body)
    const all = await offered('')
    expect(all.items.map(({ ref, isOfUnit }) => [ref, isOfUnit])).toEqual([
      ['督-1', true],
      ['督-2', true],
      ['1-1-3', false],
    ])
    expect(all.total).toBe(3)
    expect(await offered('议事规则 1-1-3')).toMatchObject({ items: [{ ref: '1-1-3' }], total: 1 })
    expect(await offered('议事规则 督-1')).toEqual({ items: [], total: 0 })
    expect((await world.ask('立案庭庭长', 'GET', `/inspection-findings/${id}/closed`)).status).toBe(403)
    expect(await reopen(closed.id, closed.version, '太短')).toMatchObject(refused('reason-too-short'))
    expect(await reopen(closed.id, closed.version - 1)).toMatchObject({ status: 409 })
    const both = await Promise.all([reopen(closed.id, closed.version), reopen(closed.id, closed.version)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const after = await world.view('office', commitment)
    expect(after).toMatchObject({ state: 'open', reopened: 1 })
    expect(after.steps.at(-1)).toMatchObject({ kind: 'reopen', note: expect.stringContaining('议事规则修订后没有执行') })
    expect((await world.ask('office', 'GET', `/commitments/${commitment}/origins`)).body).toMatchObject({
      origins: [{ kind: 'reopening', inspection, state: 'raised' }],
    })
    // its unit learns that something was opened again, what it is only who sees it
    const told = { kind: 'reopening', commitment, ref: '1-1-3' }
    expect((await world.ask('立案庭庭长', 'GET', `/commitments/${commitment}`)).status).toBe(404)
    expect(await follows(id, '立案庭庭长')).toMatchObject({ consequences: [{ ...told, isSeen: false, sentence: '', stage: '' }] })
    expect(await follows(id)).toMatchObject({ consequences: [{ ...told, isSeen: true, sentence: expect.stringContaining('议事规则') }] })
    const looks = await world.court.server.database.db
      .selectFrom('closureCheck')
      .select('outcome')
      .where('jurisdictionId', '=', world.court.jurisdictionId)
      .where('closureId', '=', closed.id)
      .execute()
    expect(looks).toEqual([{ outcome: 'relapsed' }])
    // closed again, the finding is verified with it
    expect(await closeIt(commitment)).toMatchObject({ status: 200 })
    expect(await stateOf(id)).toBe('verified')
  })
})
