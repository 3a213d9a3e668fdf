import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { ChangeView } from '#contract/change.ts'
import { CommitmentPage } from '#contract/commitment.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { storeFinding } from '#server/finding-consequence/inspection.fixture.ts'

const Made = z.object({ commitment: z.string(), ref: z.string() })
const Stands = z.object({ consequences: z.array(z.looseObject({ ref: z.string(), state: z.string(), isOff: z.boolean() })) })

let world: ClosureCourt
beforeAll(async () => {
  world = await startClosureCourt()
  await world.join('核实人', 'office')
  await world.join('审批人', 'leader')
})
afterAll(() => world.court.server.close())

/** A part of what is split. */
const part = (text: string) => ({ text, span: null, changes: {} })

/** A finding that was made a commitment, due on 2026-04-10 where the inspectors had set 2026-03-31. */
async function made(words: string) {
  const { id } = await storeFinding(world.court, { org: '立案庭', words })
  const demand = { version: 1, words: '逐件补齐送达回证；逐人开展送达培训', dueOn: '2026-04-10', nature: 'staged' }
  const { commitment, ref } = Made.parse((await world.ask('office', 'POST', `/inspection-findings/${id}/commitment`, demand)).body)
  const { plan, commitment: page } = CommitmentPage.parse((await world.ask('office', 'GET', `/commitments/${commitment}`)).body)
  return { id, commitment, ref, plan: plan.id, version: page.version }
}

const finding = async (id: string) =>
  world.court.server.database.db
    .selectFrom('inspectionFinding')
    .select(['state', 'dueOn', 'originalDue'])
    .where('jurisdictionId', '=', world.court.jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const stands = async (id: string) =>
  Stands.parse((await world.ask('office', 'GET', `/inspection-findings/${id}/consequence`)).body).consequences
const origins = async (commitment: string) => (await world.ask('office', 'GET', `/commitments/${commitment}/origins`)).body

test('a later day of the commitment is a later day of the finding, and the first stays beside', async () => {
  const { id, commitment } = await made('送达回证没有逐件归档')
  expect(await finding(id)).toEqual({ state: 'raised', dueOn: '2026-04-10', originalDue: '2026-03-31' })
  const asked = { asked: { kind: 'extension', due: '2026-05-20' }, reason: '需等卷宗全部调回再逐件补齐' }
  let at = ChangeView.parse((await world.ask('office', 'POST', `/commitments/${commitment}/changes`, asked)).body)
  for (const who of ['核实人', '审批人']) {
    const { id: change, version, pinned } = at
    at = ChangeView.parse((await world.ask(who, 'POST', `/changes/${change}/agree`, { version, pinned, note: '' })).body)
  }
  expect(await finding(id)).toEqual({ state: 'raised', dueOn: '2026-05-20', originalDue: '2026-03-31' })
})

test('split, the finding stands in all parts; undone, in the whole again', async () => {
  const { id, commitment, ref, plan, version } = await made('送达地址没有逐一核对')
  const at = `/plans/${plan}/commitments/${commitment}`
  const split = (seen: number) =>
    world.ask('office', 'POST', `${at}/split`, { version: seen, parts: [part('逐件补齐送达回证'), part('逐人开展送达培训')] })
  expect((await split(version)).status).toBe(200)
  expect(await stands(id)).toHaveLength(2)
  expect((await world.ask('office', 'POST', `${at}/restore`, { version: version + 1 })).status).toBe(200)
  expect((await stands(id)).map((each) => each.ref)).toEqual([ref])
  expect((await split(version + 2)).status).toBe(200)
  const parts = await stands(id)
  expect(parts).toHaveLength(2)
  expect(await finding(id)).toMatchObject({ state: 'raised' })
  const [first] = z.array(z.looseObject({ commitment: z.string() })).parse(parts)
  expect(await origins(first?.commitment ?? '')).toMatchObject({ origins: [{ kind: 'commitment' }] })
  await world.terminate(first?.commitment ?? '', ['核实人', '审批人'])
  // one part is ended, the other still owed
  expect(await finding(id)).toMatchObject({ state: 'raised' })
})

test('discarded, nothing of it is demanded; restored, it is again', async () => {
  const { id, commitment, plan, version } = await made('送达方式没有事先告知')
  const at = `/plans/${plan}/commitments/${commitment}`
  expect((await world.ask('office', 'POST', `${at}/discard`, { version, reason: 'duplicate', note: '与另一项重复' })).status).toBe(200)
  expect(await finding(id)).toMatchObject({ state: 'withdrawn' })
  expect(await stands(id)).toMatchObject([{ isOff: true }])
  expect((await world.ask('office', 'POST', `${at}/restore`, { version: version + 1 })).status).toBe(200)
  expect(await finding(id)).toMatchObject({ state: 'raised' })
})

test('merged into another, it stands in that', async () => {
  const one = await made('送达回执没有及时扫描')
  const other = await made('送达回执扫描件没有入卷')
  const merged = await world.ask('office', 'POST', `/plans/${one.plan}/commitments/merge`, {
    into: one.commitment,
    others: [other.commitment],
    versions: [one.version, other.version],
  })
  expect(merged.status).toBe(200)
  expect((await stands(other.id)).map(({ ref }) => ref)).toEqual([one.ref])
  await world.terminate(one.commitment, ['核实人', '审批人'])
  expect([(await finding(one.id)).state, (await finding(other.id)).state]).toEqual(['withdrawn', 'withdrawn'])
})
