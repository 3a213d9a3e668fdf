import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { OrganisationView } from '#contract/org.ts'
import { Handover } from '#core/handover/handover.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { definitionOf, startCourt, type Court } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

let court: Court
let post: string
const cookies = { from: '', to: '', third: '' }
beforeAll(async () => {
  court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const { organisation } = OrganisationView.parse((await court.ask('GET', '/organisation')).body)
  const held = organisation.holdings.find(
    (each) => each.person === court.person('程砚秋') && organisation.posts.some(({ id, title }) => id === each.post && title === '主任'),
  )
  post = held?.post ?? ''
  const definition = definitionOf(court, 'study-session', { scope: { kind: 'post', post } })
  const defined = await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, { version: 0, definition })
  if (defined.status !== 200) throw new Error(JSON.stringify(defined.body))
  for (const [who, name] of [
    ['from', '程砚秋'],
    ['to', '白予安'],
    ['third', '陆怀瑾'],
  ] as const)
    cookies[who] = (await signInNew(court.server, office, { person: court.person(name), name, post: 'unit' })).cookie
})
afterAll(() => court.server.close())

const act = (who: keyof typeof cookies, id: string, name: string) =>
  court.server.ask('POST', `/api/handovers/${id}/${name}`, {}, cookies[who])
const refusal = (answer: { readonly body: Record<string, unknown> }) =>
  z.object({ data: z.object({ refusal: z.string() }) }).safeParse(answer.body).data?.data.refusal
const begin = (from = '程砚秋') =>
  court.ask('POST', '/handovers', { post, from: court.person(from), to: court.person('白予安'), on: '2026-03-02', note: '' })

test('lists what is open of the post, which stays with it, and both sides confirm', async () => {
  expect(refusal(await begin('陆怀瑾'))).toBe('not-the-holder')
  const begun = Handover.parse((await begin()).body)
  expect(begun.items.find(({ commitment }) => commitment === court.commitment('1-1-1'))).toMatchObject({
    stays: 'post',
    required: '12',
    owed: '12',
  })
  // as if there were none
  expect((await act('third', begun.id, 'confirm')).body).toEqual((await act('third', begun.postId, 'confirm')).body)
  expect((await act('from', begun.id, 'confirm')).body).toMatchObject({ fromConfirmedByName: '程砚秋', toConfirmedAt: null })
  expect(refusal(await act('from', begun.id, 'confirm'))).toBe('already-confirmed')
  expect((await act('to', begun.id, 'confirm')).body).toMatchObject({ toConfirmedByName: '白予安' })
  expect(refusal(await court.ask('POST', `/handovers/${begun.id}/cancel`, {}))).toBe('handover-over')
})

test('concerns both sides and the office, nobody else', async () => {
  const seen = async (cookie: string) =>
    z.object({ items: z.array(z.unknown()) }).parse((await court.server.ask('GET', '/api/handovers', null, cookie)).body).items.length
  expect([await seen(cookies.from), await seen(cookies.to), await seen(cookies.third)]).toEqual([1, 1, 0])
  expect((await court.server.ask('POST', '/api/handovers', { post }, cookies.from)).status).toBeGreaterThanOrEqual(400)
})
