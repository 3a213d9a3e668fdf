import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { PlanView } from '#contract/plan.ts'
import { LedgerRow } from '#core/ledger/row.ts'
import { type Court, startCourt } from '#server/occurrence/court.fixture.ts'

let court: Court
beforeAll(async () => {
  court = await startCourt()
})
afterAll(() => court.server.close())

async function responsible(knownAt: string | null) {
  const view = { plan: null, filters: [], sort: [], groupBy: null, knownAt }
  const { body } = await court.ask('POST', '/ledger/window', { view, offset: 0, limit: 10 })
  const [row] = z.object({ rows: z.array(LedgerRow) }).parse(body).rows
  return row?.leadOrgs
}

test('who answered for it is told as it was written before it was amended', async () => {
  const then = await responsible(null)
  const before = court.server.clock.now()
  const amend = async (org: string) => {
    court.server.clock.forward(1)
    const { commitments } = PlanView.parse((await court.ask('GET', `/plans/${court.planId}`)).body)
    const [{ id, version } = { id: '', version: 0 }] = commitments.filter(({ ref }) => ref === '1-1-1')
    const changed = await court.ask('PATCH', `/plans/${court.planId}/commitments/${id}`, {
      version,
      changes: { leadOrgs: [org] },
      note: '',
    })
    expect(changed.status).toBe(200)
  }
  await amend('研究室')
  const between = court.server.clock.now()
  await amend('办公室')
  expect(await responsible(null)).toBe('办公室')
  expect(await responsible(between)).toBe('研究室')
  expect(await responsible(before)).toBe(then)
})
