import * as z from 'zod'
import { SubmissionsView } from '#contract/submission.ts'
import { filePart } from '#test/database/file-part.ts'
import { storePlan } from '#server/import/plan.fixture.ts'
import type { TestServer } from '#test/database/test-server.ts'
import type { World } from '#test/leakage/build.ts'
import { jurisdictionOf } from '#test/leakage/build-acts.ts'
import { planOf } from '#test/leakage/plan-of.ts'

const OFFICE = 0
const UNITS = [2, 3]
const Id = z.object({ id: z.string() })
const QUARTER = { year: 2025, quarter: 4 }

/** What lies on the desk of the office (rules of phrases, batches of plans, other readings of a plan), and the quarter as it is confirmed and handed up. */
export async function buildDesk(server: TestServer, world: World): Promise<void> {
  const own = (): string => world.planted.word({ of: 'office' })
  await addToDesk(server, world, own)
  await addRevision(server, world, 0, own)
  for (const account of world.drawn.accounts.keys())
    await world.ask(account, 'PUT', '/digest/address', {
      email: `${world.planted.word({ of: 'account', account })}@example.org`,
      isOn: true,
    })
  await buildQuarter(world)
}

/** Rules that were taught, one of them taken back, with where they were used; a batch that is done and one that is not. */
export async function addToDesk(server: TestServer, world: World, own: () => string): Promise<void> {
  const { ids, ask, cookies } = world
  for (const isRemoved of [false, true]) {
    const { id } = Id.parse(
      await ask(OFFICE, 'POST', '/phrase-rules', { phrase: own(), teaches: { kind: 'org', name: own() }, example: own() }),
    )
    ids.phraseRules.push(id)
    if (isRemoved) await ask(OFFICE, 'POST', `/phrase-rules/${id}/remove`, { version: 1, reason: own() })
    else await noteUse(server, world, id, own())
  }
  for (const end of ['finish', 'cancel']) {
    const { id } = Id.parse(await ask(OFFICE, 'POST', '/plan-batches', { name: own(), expected: 2 }))
    ids.batches.push(id)
    const { headers, payload } = filePart(`${own()}.txt`, Buffer.from(own()))
    const url = `/api/plan-batches/${id}/files?path=${own()}.txt`
    const { status } = await server.inject({ method: 'POST', url, headers: { ...headers, cookie: cookies[OFFICE] ?? '' }, payload })
    if (status !== 200) throw new Error(`a file of a batch was answered ${status}`)
    await ask(OFFICE, 'POST', `/plan-batches/${id}/unsent`, { path: own(), code: 'empty' })
    await ask(OFFICE, 'POST', `/plan-batches/${id}/${end}`, {})
  }
}

async function noteUse(server: TestServer, { ids }: World, ruleId: string, quote: string): Promise<void> {
  const jurisdictionId = await jurisdictionOf(server, ids)
  const use = { jurisdictionId, ruleId, planId: ids.plans[0] ?? '', uses: 1, quotes: JSON.stringify([quote]) }
  await server.database.db.insertInto('phraseRuleUse').values(use).execute()
}

/** Another reading of a plan that waits for the office, and one that it took back. */
export async function addRevision(server: TestServer, { ids, ask }: World, plan: number, own: () => string): Promise<void> {
  for (const isWithdrawn of [true, false]) {
    const from = await storePlan(server, ids.accounts[OFFICE] ?? '', planOf(own, own))
    const { id } = Id.parse(await ask(OFFICE, 'POST', `/plans/${ids.plans[plan]}/revisions`, { from }))
    if (isWithdrawn) await ask(OFFICE, 'DELETE', `/plans/${ids.plans[plan]}/revisions/${id}`)
    else ids.revisions.push(id)
  }
}

/** 季度对账确认 by those who may, and 季度报告 with what the office writes in it. */
async function buildQuarter({ ids, ask, planted: { word } }: World): Promise<void> {
  for (const account of UNITS) {
    const { units } = SubmissionsView.parse(await ask(account, 'GET', '/submissions?year=2025&quarter=4'))
    for (const { org, digest, mayConfirm, openDifferences, state } of units)
      if (mayConfirm && openDifferences === 0 && state !== 'confirmed')
        await ask(account, 'POST', '/submissions', { org, ...QUARTER, digest })
  }
  const own = (): string => word({ of: 'leading' })
  const words = { to: own(), arrangement: own(), difficulties: own(), next: own() }
  await ask(OFFICE, 'PUT', '/quarter-reports/words', { ...QUARTER, version: 0, words })
  ids.reports.push(Id.parse(await ask(OFFICE, 'POST', '/quarter-reports', { ...QUARTER, address: null })).id)
}
