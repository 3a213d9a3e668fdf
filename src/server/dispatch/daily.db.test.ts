import { afterAll, beforeAll, expect, test } from 'vitest'
import { DispatchBoard } from '#contract/dispatch.ts'
import { OrganisationView } from '#contract/org.ts'
import { type ClosureCourt, startClosureCourt } from '#server/closure/closure.fixture.ts'
import { rollResponsibility } from '#server/dispatch/daily.ts'

const LEADER = '唐致远'

let world: ClosureCourt
beforeAll(async () => {
  world = await startClosureCourt()
  await world.join(LEADER, 'leader', LEADER)
})
afterAll(() => world.court.server.close())

const responsibility = async () => {
  const row = await world.court.server.database.db
    .selectFrom('ledgerEntry')
    .select('responsibility')
    .where('jurisdictionId', '=', world.court.jurisdictionId)
    .where('commitmentId', '=', world.court.commitment('1-1-3'))
    .executeTakeFirstOrThrow()
  return row.responsibility
}

test('a post that is given up from a later day on is named until then, and not after', async () => {
  const { plan, claims } = DispatchBoard.parse((await world.ask(LEADER, 'GET', '/dispatch')).body)
  const items = claims.slice(0, 1).map(({ finding, version }) => ({ finding, version }))
  expect((await world.ask(LEADER, 'POST', `/plans/${plan}/claims`, { items, leader: null })).status).toBe(200)
  const { version, organisation } = OrganisationView.parse((await world.ask('office', 'GET', '/organisation')).body)
  const holding = organisation.holdings.find(({ person }) => person === world.court.person(LEADER))?.id ?? ''
  const ended = await world.ask('office', 'POST', `/organisation/holdings/${holding}/end`, { version, to: '2026-04-30' })
  expect(ended.status).toBe(200)
  expect(await responsibility()).toContain(LEADER)
  const { db } = world.court.server.database
  await rollResponsibility(db, world.court.server.clock.now())
  expect(await responsibility()).toContain(LEADER)
  world.court.server.clock.forward(70 * 24 * 60)
  await rollResponsibility(db, world.court.server.clock.now())
  expect(await responsibility()).not.toContain(LEADER)
})
