import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { PledgeView } from '#contract/dispatch.ts'
import { type DispatchWorld, startDispatchWorld } from '#server/dispatch/world.fixture.ts'

let world: DispatchWorld
let court: DispatchWorld['court']

const pledgesOf = async (who: string) =>
  z.object({ items: z.array(PledgeView) }).parse((await world.ask(who, 'GET', `/plans/${court.planId}/pledges`)).body).items
const path = (rest: string) => `/plans/${court.planId}/${rest}`
const refusal = ({ body }: { readonly body: unknown }) => z.object({ data: z.object({ refusal: z.string() }) }).parse(body).data.refusal

beforeAll(async () => {
  world = await startDispatchWorld()
  court = world.court
})
afterAll(() => court.server.close())

test('a leader claims; nobody else gets the same finding', async () => {
  const { claims } = await world.boardOf('唐致远')
  expect(claims[0]?.suggested).toMatchObject([{ why: 'inChargeOf', units: ['政治部'], isMe: true }])
  const items = claims.slice(0, 1).map(({ finding, version }) => ({ finding, version }))
  const claimed = await world.ask('唐致远', 'POST', path('claims'), { plan: court.planId, items, leader: null })
  expect(claimed).toMatchObject({ status: 200, body: { claimed: 1 } })
  const stale = await world.ask('office', 'POST', path('claims'), { items, leader: { kind: 'person', id: court.person('宋知微') } })
  expect(stale.status).toBe(409)
  const now = (await world.boardOf('唐致远')).claims
  expect(now[0]).toMatchObject({ isMine: true, leader: { names: ['唐致远'] } })
  const again = now.slice(0, 1).map(({ finding, version }) => ({ finding, version }))
  const second = await world.ask('office', 'POST', path('claims'), { items: again, leader: { kind: 'person', id: court.person('宋知微') } })
  expect(refusal(second)).toBe('claimed-already')
  expect((await world.ask('程砚秋', 'POST', path('claims'), { items: again, leader: null })).status).toBe(403)
})

test('what nobody claims is the first responsible’s', async () => {
  const { first } = await world.boardOf()
  const party = first.suggested.find(({ names }) => names.includes('许明远'))?.party
  expect((await world.ask('office', 'POST', path('first-responsible'), { version: 0, party })).status).toBe(200)
  expect((await world.ask('office', 'POST', path('first-responsible'), { version: 0, party })).status).toBe(409)
  expect(await world.viewOf('1-1-1')).toMatchObject({ lead: { names: ['唐致远'] }, leadSource: 'claim', first: { names: ['许明远'] } })
  expect(await world.viewOf('2-1-1')).toMatchObject({ lead: { names: ['许明远'] }, leadSource: 'general' })
})

test('a pledge is signed as it was read, and what changes is signed anew', async () => {
  await world.handOut('政治部', '1-1-1', '1-1-2')
  const owner = { kind: 'person', id: court.person('程砚秋') }
  expect(
    (await world.act('程砚秋', '1-1-1', 'confirm', { owner, tasks: [{ words: '制定计划', by: '2026-12-01', who: null }], note: '' }))
      .status,
  ).toBe(200)
  const [own] = await pledgesOf('程砚秋')
  expect(own).toMatchObject({ items: 1, signature: null, maySign: true, holder: { title: '政治部' } })
  expect(await pledgesOf('陆怀瑾')).toEqual([])
  const party = own?.party
  const sign = (who: string, digest: string | undefined) => world.ask(who, 'POST', path('pledges/sign'), { party, digest })
  expect(refusal(await sign('程砚秋', 'other'))).toBe('changed-since-read')
  expect(refusal(await sign('office', own?.digest))).toBe('not-yours-to-sign')
  expect((await sign('陆怀瑾', own?.digest)).status).toBe(404)
  expect(await sign('程砚秋', own?.digest)).toMatchObject({ status: 200, body: { isOutdated: false, maySign: false } })
  expect(refusal(await sign('程砚秋', own?.digest))).toBe('signed-already')
  expect((await world.act('程砚秋', '1-1-2', 'confirm', { owner, tasks: [], note: '' })).status).toBe(200)
  expect((await pledgesOf('程砚秋'))[0]).toMatchObject({ items: 2, isOutdated: true, maySign: true, signature: { digest: own?.digest } })
})

test('leaders and units have a pledge each, as an editable document', async () => {
  const pledges = await pledgesOf('office')
  expect(pledges.map(({ holder, items }) => [holder.names.join('') || holder.title, items])).toEqual([
    ['许明远', 1],
    ['唐致远', 4],
    ['政治部', 2],
  ])
  const file = await world.ask('office', 'POST', path('pledges/file'), { party: pledges[2]?.party })
  expect(file.status).toBe(200)
})
