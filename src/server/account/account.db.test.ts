import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AccountCandidate, AccountRow } from '#contract/account.ts'
import { OrganisationView } from '#contract/org.ts'
import { createAccounts, OWN_PASSWORD, signInNew } from '#server/account/account.fixture.ts'
import { disableIdle } from '#server/account/disable-idle.ts'
import { otherCourt } from '#server/import/plan.fixture.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { PASSWORD, startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let office: string
let people: ReadonlyMap<string, string>
beforeEach(async () => {
  server = await startTestServer()
  office = await server.setUp()
  await server.ask('POST', '/api/organisation/sample', {}, office)
  const { organisation } = OrganisationView.parse((await server.ask('GET', '/api/organisation', null, office)).body)
  people = new Map(organisation.people.map(({ name, id }) => [name, id]))
})
afterEach(() => server.close())

const list = async (cookie = office) =>
  z.object({ items: z.array(AccountRow) }).parse((await server.ask('GET', '/api/accounts', null, cookie)).body).items
const one = (name: string, login = name) => ({ person: people.get(name) ?? '', name, login, post: 'unit' as const })
const act = (id: string, name: string, payload: object = {}, cookie = office) =>
  server.ask('POST', `/api/accounts/${id}/${name}`, payload, cookie)
const signIn = (login: string, password: string) => server.ask('POST', '/api/session', { login, password })
const refusal = (answer: { readonly body: Record<string, unknown> }) =>
  z.object({ data: z.object({ refusal: z.string() }) }).safeParse(answer.body).data?.data.refusal

test('everybody in office is offered an account, with a login and a post', async () => {
  const { items } = z
    .object({ items: z.array(AccountCandidate) })
    .parse((await server.ask('GET', '/api/accounts/candidates', null, office)).body)
  expect(items.find(({ name }) => name === '陆怀瑾')).toMatchObject({
    login: '陆怀瑾',
    post: 'unit',
    places: expect.arrayContaining(['办公室 主任']),
    isHead: true,
    groups: expect.arrayContaining(['中层干部']),
  })
  expect(items.find(({ name }) => name === '许明远')).toMatchObject({ post: 'leader', isHead: true })
})

describe('an account that was made', () => {
  test('is a person’s, must change its password at the first sign-in, and is in the journal without it', async () => {
    const [made] = await createAccounts(server, office, [one('陆怀瑾')])
    expect(made).toMatchObject({ login: '陆怀瑾', places: expect.arrayContaining(['办公室 主任']), until: '2026-03-05T01:00:00.000Z' })
    const password = made?.password ?? ''
    expect(password).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    const first = await signIn('陆怀瑾', password)
    expect(first).toMatchObject({ status: 200, body: { post: 'unit', mustChangePassword: true } })
    expect(await server.ask('GET', '/api/plans', null, first.cookie)).toMatchObject({ status: 403, code: 'PASSWORD_CHANGE_REQUIRED' })
    const changed = await server.ask('POST', '/api/session/password', { current: password, next: OWN_PASSWORD }, first.cookie)
    expect((await server.ask('GET', '/api/plans', null, changed.cookie)).status).toBe(200)
    expect((await signIn('陆怀瑾', password)).status).toBe(401)
    expect((await list()).find(({ login }) => login === '陆怀瑾')).toMatchObject({
      person: people.get('陆怀瑾'),
      initialUntil: null,
      signedInAt: '2026-03-02T01:00:00.000Z',
    })
    const { rows } = await server.database.pool.query('SELECT * FROM journal_entry')
    expect(JSON.stringify(rows)).toContain('account.create')
    expect(JSON.stringify(rows)).not.toContain(password)
  })

  test('its printed password is worth nothing after 72 hours, and the answer does not say why', async () => {
    const [made] = await createAccounts(server, office, [one('陆怀瑾')])
    server.clock.forward(72 * 60)
    const answer = await signIn('陆怀瑾', made?.password ?? '')
    expect(answer.body).toEqual((await signIn('陆怀瑾', 'wrong')).body)
    expect(answer.status).toBe(401)
  })

  test.for([
    ['a login that somebody has, in another width', [['陆怀瑾', 'ＺＨＡＮＧＳＡＮ']], 'login-taken'],
    [
      'the same login twice',
      [
        ['陆怀瑾', 'x1'],
        ['白予安', 'X1'],
      ],
      'login-taken',
    ],
    [
      'a person twice',
      [
        ['陆怀瑾', 'x1'],
        ['陆怀瑾', 'x2'],
      ],
      'person-has-account',
    ],
    ['somebody unknown', [['无名氏', 'x1']], 'unknown-person'],
  ] as const)('is not, nor any beside it: %s', async ([, asked, code]) => {
    const nobody = '0198f4a0-0000-7000-8000-00000000dead'
    const accounts = asked.map(([name, login]) => ({ ...one(name, login), person: people.get(name) ?? nobody }))
    expect(refusal(await server.ask('POST', '/api/accounts', { accounts }, office))).toBe(code)
    expect(await list()).toHaveLength(1)
  })
})

describe('an account is', () => {
  test('disabled at once and enabled again; never one’s own, never the last of the office', async () => {
    const { id, cookie } = await signInNew(server, office, { person: people.get('陆怀瑾') ?? '', name: '陆怀瑾', post: 'unit' })
    const self = (await list()).find(({ login }) => login === 'zhangsan')?.id ?? ''
    expect((await act(id, 'disable')).status).toBe(200)
    expect((await server.ask('GET', '/api/session', null, cookie)).status).toBe(401)
    expect((await signIn('陆怀瑾', OWN_PASSWORD)).status).toBe(401)
    expect(refusal(await act(id, 'disable'))).toBe('nothing-changed')
    expect((await act(id, 'enable')).status).toBe(200)
    expect((await signIn('陆怀瑾', OWN_PASSWORD)).status).toBe(200)
    expect([refusal(await act(self, 'disable')), refusal(await act(self, 'post', { post: 'unit' }))]).toEqual([
      'own-account',
      'own-account',
    ])
  })

  test('given another post, which counts from the next request on', async () => {
    const { id, cookie } = await signInNew(server, office, { person: people.get('陆怀瑾') ?? '', name: '陆怀瑾', post: 'unit' })
    expect((await server.ask('GET', '/api/accounts', null, cookie)).status).toBe(403)
    await act(id, 'post', { post: 'office' })
    expect((await server.ask('GET', '/api/accounts', null, cookie)).status).toBe(200)
    const self = (await list()).find(({ login }) => login === 'zhangsan')?.id ?? ''
    expect((await act(self, 'post', { post: 'leader' }, cookie)).status).toBe(200)
    expect(refusal(await act(id, 'disable', {}, cookie))).toBe('own-account')
  })

  test('unlocked', async () => {
    const { id } = await signInNew(server, office, { person: people.get('陆怀瑾') ?? '', name: '陆怀瑾', post: 'unit' })
    for (let guess = 0; guess < 5; guess += 1) await signIn('陆怀瑾', 'wrong')
    expect((await signIn('陆怀瑾', OWN_PASSWORD)).status).toBe(401)
    expect((await act(id, 'unlock')).status).toBe(200)
    expect((await signIn('陆怀瑾', OWN_PASSWORD)).status).toBe(200)
  })

  test('given a new password to print; the old one and every session end', async () => {
    const { id, cookie } = await signInNew(server, office, { person: people.get('陆怀瑾') ?? '', name: '陆怀瑾', post: 'unit' })
    server.clock.forward(1)
    const password = String((await act(id, 'reset')).body['password'])
    expect((await server.ask('GET', '/api/session', null, cookie)).status).toBe(401)
    expect((await signIn('陆怀瑾', OWN_PASSWORD)).status).toBe(401)
    const again = await signIn('陆怀瑾', password)
    expect(again.body).toMatchObject({ mustChangePassword: true })
    const back = await server.ask('POST', '/api/session/password', { current: password, next: OWN_PASSWORD }, again.cookie)
    expect(back).toMatchObject({ status: 400, body: { data: { fields: [{ code: 'reused' }] } } })
  })

  test('linked to its person, one to one', async () => {
    const self = (await list())[0]?.id ?? ''
    const [made] = await createAccounts(server, office, [one('陆怀瑾')])
    expect(refusal(await act(self, 'link', { person: people.get('陆怀瑾') }))).toBe('person-has-account')
    await act(made?.id ?? '', 'link', { person: null })
    expect((await act(self, 'link', { person: people.get('陆怀瑾') })).status).toBe(200)
    expect((await list()).map(({ person }) => person)).toEqual([people.get('陆怀瑾'), null])
  })
})

test('another court sees and changes none of them', async () => {
  const [made] = await createAccounts(server, office, [one('陆怀瑾')])
  const other = await otherCourt(server)
  expect((await list(other)).map(({ name }) => name)).toEqual(['李四'])
  for (const name of ['disable', 'enable', 'unlock', 'reset']) expect((await act(made?.id ?? '', name, {}, other)).status).toBe(404)
  expect((await signIn('zhangsan', PASSWORD)).status).toBe(200)
})

test('assurance 44: who has not signed in for 90 days is listed, and disabled by the program', async () => {
  const { id, cookie } = await signInNew(server, office, { person: people.get('陆怀瑾') ?? '', name: '陆怀瑾', post: 'unit' })
  const parts = { db: server.database.db, newId: uuidv7 }
  expect(await disableIdle({ ...parts, now: server.clock.now() })).toBe(0)
  server.clock.forward(91 * 24 * 60)
  const again = (await signIn('zhangsan', PASSWORD)).cookie ?? ''
  const changed = await server.ask('POST', '/api/session/password', { current: PASSWORD, next: OWN_PASSWORD }, again)
  expect((await list(changed.cookie ?? '')).map(({ isIdle }) => isIdle)).toEqual([false, true])
  expect(await disableIdle({ ...parts, now: server.clock.now() })).toBe(1)
  expect((await list(changed.cookie ?? '')).find((each) => each.id === id)?.disabledAt).not.toBeNull()
  expect((await server.ask('GET', '/api/session', null, cookie)).status).toBe(401)
  const { rows } = await server.database.pool.query("SELECT actor_id, actor_name FROM journal_entry WHERE verb = 'account.disable-idle'")
  expect(rows).toEqual([{ actor_id: null, actor_name: '系统' }])
  expect((await act(id, 'enable', {}, changed.cookie ?? '')).status).toBe(200)
  expect(await disableIdle({ ...parts, now: server.clock.now() })).toBe(0)
})

test('assurance 45: an account that signs in from two addresses within a day is flagged', async () => {
  const payload = { login: 'zhangsan', password: PASSWORD }
  for (const remoteAddress of ['127.0.0.1', '127.0.0.9'])
    await server.inject({ method: 'POST', url: '/api/session', payload, remoteAddress })
  expect((await list()).map(({ addresses }) => addresses)).toEqual([2])
  server.clock.forward(25 * 60)
  const cookie = (await signIn('zhangsan', PASSWORD)).cookie ?? ''
  expect((await list(cookie)).map(({ addresses }) => addresses)).toEqual([1])
})
