import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { OrganisationView } from '#contract/org.ts'
import { SignedIn } from '#contract/session.ts'
import { Substitution } from '#core/substitution/substitution.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let office: string
const cookies = { away: '', deputy: '', third: '' }
const ids = { away: '', deputy: '', third: '', post: '', org: '' }
beforeAll(async () => {
  server = await startTestServer()
  office = await server.setUp()
  await server.ask('POST', '/api/organisation/sample', {}, office)
  const { organisation } = OrganisationView.parse((await server.ask('GET', '/api/organisation', null, office)).body)
  const personOf = (name: string) => organisation.people.find((each) => each.name === name)?.id ?? ''
  for (const [who, name] of [
    ['away', '程砚秋'],
    ['deputy', '白予安'],
    ['third', '陆怀瑾'],
  ] as const) {
    ids[who] = personOf(name)
    cookies[who] = (await signInNew(server, office, { person: ids[who], name, post: 'unit' })).cookie
  }
  const holding = organisation.holdings.find(
    ({ person, post }) => person === ids.away && organisation.posts.some(({ id, title }) => id === post && title === '主任'),
  )
  ids.post = holding?.post ?? ''
  ids.org = organisation.posts.find(({ id }) => id === ids.post)?.org ?? ''
})
afterAll(() => server.close())

const ask = (who: keyof typeof cookies, path: string, payload: object = {}) => server.ask('POST', `/api${path}`, payload, cookies[who])
const refusal = (answer: { readonly body: Record<string, unknown> }) =>
  z.object({ data: z.object({ refusal: z.string() }) }).safeParse(answer.body).data?.data.refusal
const request = (who: keyof typeof cookies) =>
  ask(who, '/substitutions', {
    post: ids.post,
    absent: ids.away,
    substitute: ids.deputy,
    from: '2026-03-02',
    to: '2026-03-06',
    reason: '外出学习',
  })
const session = async (who: keyof typeof cookies) => SignedIn.parse((await server.ask('GET', '/api/session', null, cookies[who])).body)
const entry = () => ({
  org: ids.org,
  occurredOn: { from: '2026-03-01', to: '2026-03-01' },
  subjects: [],
  values: { form: '专题辅导', themes: ['廉洁教育'], topic: '代理期间登记' },
  state: 'draft',
})
let id = ''
test('is asked for by who is away and confirmed by who substitutes, nobody else', async () => {
  expect(refusal(await request('third'))).toBe('not-concerned')
  id = Substitution.parse((await request('away')).body).id
  expect(refusal(await ask('deputy', '/substitutions/act', { id }))).toBe('not-acting-now')
  expect(refusal(await ask('away', `/substitutions/${id}/confirm`))).toBe('own-request')
  expect((await ask('third', `/substitutions/${id}/confirm`)).status).toBe(404)
  expect((await ask('deputy', `/substitutions/${id}/confirm`)).body).toMatchObject({ state: 'confirmed', decidedByName: '白予安' })
})

test('lends the post, not the person, and both stand in the journal', async () => {
  expect((await ask('deputy', '/substitutions/act', { id })).body).toEqual({ acting: id })
  expect(await session('deputy')).toMatchObject({ name: '白予安（代 主任 程砚秋）', post: 'unit', isActing: true })
  expect(refusal(await ask('deputy', '/registers/study-session/records', entry()))).toBe('register-not-yours')
  const entered = await ask('deputy', '/registers/work-done/records', { ...entry(), values: { what: '代理期间登记' } })
  expect(entered.status).toBe(200)
  const { rows } = await server.database.pool.query("SELECT actor_name FROM journal_entry WHERE verb = 'record.enter'")
  expect(rows).toEqual([{ actor_name: '白予安（代 主任 程砚秋）' }])
  expect((await server.ask('GET', '/api/about-me', null, cookies.deputy)).body).toMatchObject({ person: { id: ids.deputy } })
  await ask('deputy', '/substitutions/act', { id: null })
  expect(await session('deputy')).toMatchObject({ name: '白予安', isActing: false })
})

test('what is done for the post is journalled under both names', async () => {
  await ask('deputy', '/substitutions/act', { id })
  await ask('deputy', '/substitutions/act', { id: null })
  const { rows } = await server.database.pool.query<{ actor_name: string }>(
    "SELECT actor_name FROM journal_entry WHERE verb = 'substitution.act' ORDER BY at, id",
  )
  expect(rows.at(-1)?.actor_name).toBe('白予安（代 主任 程砚秋）')
})

test('ends by itself, or when who is away is back', async () => {
  await ask('deputy', '/substitutions/act', { id })
  expect((await session('deputy')).isActing).toBe(true)
  expect((await ask('third', `/substitutions/${id}/end`)).status).toBe(404)
  expect((await ask('away', `/substitutions/${id}/end`)).body).toMatchObject({ state: 'ended' })
  expect(await session('deputy')).toMatchObject({ name: '白予安', isActing: false })
  const again = Substitution.parse((await request('away')).body).id
  await ask('deputy', `/substitutions/${again}/confirm`)
  server.clock.forward(5 * 24 * 60)
  const answer = await server.ask('POST', '/api/session', { login: '白予安', password: 'Unit#Horse-2026' })
  expect(refusal(await server.ask('POST', '/api/substitutions/act', { id: again }, answer.cookie))).toBe('not-acting-now')
})

test('of another’s the list tells nothing; the office sees all', async () => {
  const listed = async (cookie: string | null) =>
    z.object({ items: z.array(z.object({ id: z.string() })) }).parse((await server.ask('GET', '/api/substitutions', null, cookie)).body)
      .items.length
  const [third, first] = [
    (await server.ask('POST', '/api/session', { login: '陆怀瑾', password: 'Unit#Horse-2026' })).cookie,
    (await server.ask('POST', '/api/session', { login: 'zhangsan', password: 'Correct#Horse9' })).cookie,
  ]
  expect([await listed(third), await listed(first)]).toEqual([0, 2])
})
