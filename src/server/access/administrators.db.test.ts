import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { GrantRequest } from '#core/access/grant.ts'
import { AdminPost } from '#core/access/post.ts'
import { appoint, begin, goIntoService, grantPost, type InService } from '#server/access/administrators.fixture.ts'
import { readMode } from '#server/setup/mode.ts'
import { InitialPassword } from '#contract/account.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'

let server: TestServer
let by: InService
beforeAll(async () => {
  server = await startTestServer()
  const office = await server.setUp()
  await server.ask('POST', '/api/organisation/sample', {}, office)
  by = await goIntoService(server, office)
})
afterAll(() => server.close())

const refusal = (answer: { readonly body: Record<string, unknown> }) =>
  z.object({ data: z.object({ refusal: z.string() }) }).safeParse(answer.body).data?.data.refusal
const ask = (path: string, payload: object, cookie: string) => server.ask('POST', `/api${path}`, payload, cookie)
const idOf = async (login: string): Promise<string> => {
  const { rows } = await server.database.pool.query<{ id: string }>('SELECT id FROM account WHERE login = $1', [login])
  return rows[0]?.id ?? ''
}
/** The last entry of something that was done. */
const lastEntry = async () => {
  const { rows } = await server.database.pool.query(
    "SELECT verb, actor_post, after FROM journal_entry WHERE result = 'done' ORDER BY at DESC, id DESC LIMIT 1",
  )
  return rows[0]
}

test('in service the mode says so, and there is no second entering', async () => {
  expect(await readMode(server.database.db)).toBe('service')
  const three = Object.fromEntries(AdminPost.options.map((post) => [post, { name: post, login: `${post}2` }]))
  expect((await ask('/setup/service', three, by.office)).status).toBe(403)
})

describe('assurance 31–33: each administrator', () => {
  test.for([
    ['system_admin', 'POST /accounts/candidates', 404],
    ['system_admin', 'GET /accounts', 200],
    ['system_admin', 'GET /organisation', 200],
    ['system_admin', 'GET /journal', 403],
    ['system_admin', 'GET /plans', 403],
    ['system_admin', 'GET /registers', 403],
    ['system_admin', 'GET /home', 403],
    ['system_admin', 'GET /grants', 403],
    ['security_admin', 'GET /accounts', 200],
    ['security_admin', 'GET /grants', 200],
    ['security_admin', 'GET /accounts/candidates', 403],
    ['security_admin', 'GET /organisation', 403],
    ['security_admin', 'GET /journal', 403],
    ['security_admin', 'GET /plans', 403],
    ['audit_admin', 'GET /journal', 200],
    ['audit_admin', 'GET /accounts', 403],
    ['audit_admin', 'GET /organisation', 403],
    ['audit_admin', 'GET /plans', 403],
    ['office', 'GET /accounts', 403],
    ['office', 'GET /journal', 403],
    ['office', 'GET /plans', 200],
    ['office', 'GET /grants', 200],
  ] as const)('%s asks %s: %i', async ([post, asked, status]) => {
    const [method, path = ''] = asked.split(' ')
    expect((await server.ask(method === 'POST' ? 'POST' : 'GET', `/api${path}`, null, by[post])).status).toBe(status)
  })

  test('assurance 33: the audit administrator notes on an entry, and the note is an entry', async () => {
    const { rows } = await server.database.pool.query<{ id: string }>('SELECT id FROM journal_entry LIMIT 1')
    expect((await ask(`/journal/${rows[0]?.id}/annotations`, { text: '已核对' }, by.audit_admin)).status).toBe(200)
    expect(await lastEntry()).toMatchObject({ verb: 'journal.annotate', actor_post: 'audit_admin', after: { text: '已核对' } })
    expect((await ask('/journal/0198f4a0-0000-7000-8000-00000000dead/annotations', { text: '已核对' }, by.audit_admin)).status).toBe(404)
  })
})

describe('assurance 34: a grant', () => {
  test('counts once a second person confirmed it; both are in the journal', async () => {
    const asked = { accounts: [{ person: null, name: '白予安', login: '白予安', post: 'unassigned' }] }
    const made = z.object({ passwords: z.array(InitialPassword) }).parse((await ask('/accounts', asked, by.system_admin)).body).passwords[0]
    if (made === undefined) throw new Error('no account')
    const cookie = await begin(server, made)
    const home = async () => (await server.ask('GET', '/api/home', null, cookie)).status
    const request = GrantRequest.parse(
      (await ask('/grants/posts', { account: made.id, post: 'unit', reason: '到岗' }, by.security_admin)).body,
    )
    expect([await home(), request.state]).toEqual([403, 'waiting'])
    expect(await lastEntry()).toMatchObject({ verb: 'grant.request', actor_post: 'security_admin', after: { value: 'unit' } })
    expect(refusal(await ask(`/grants/${request.id}/confirm`, {}, by.security_admin))).toBe('own-request')
    expect((await ask(`/grants/${request.id}/confirm`, {}, by.system_admin)).status).toBe(403)
    expect(await home()).toBe(403)
    expect((await ask(`/grants/${request.id}/confirm`, {}, by.office)).body).toMatchObject({ state: 'confirmed' })
    expect(await lastEntry()).toMatchObject({ verb: 'grant.confirm', actor_post: 'office', after: { value: 'unit' } })
    expect(await home()).toBe(200)
    expect(refusal(await ask(`/grants/${request.id}/confirm`, {}, by.office))).toBe('not-waiting')
  })

  test('declined or withdrawn changes nothing; one waits at a time', async () => {
    const { id } = await appoint(server, by, { name: '程砚秋', post: 'unit' })
    const request = async () => ask('/grants/posts', { account: id, post: 'leader', reason: '分管' }, by.security_admin)
    const [first, second] = [GrantRequest.parse((await request()).body), await request()]
    expect(refusal(second)).toBe('already-waiting')
    expect((await ask(`/grants/${first.id}/decline`, {}, by.office)).body).toMatchObject({ state: 'declined' })
    const again = GrantRequest.parse((await request()).body)
    expect(refusal(await ask(`/grants/${again.id}/withdraw`, {}, by.office))).toBe('not-yours')
    expect((await ask(`/grants/${again.id}/withdraw`, {}, by.security_admin)).body).toMatchObject({ state: 'withdrawn' })
    const { rows } = await server.database.pool.query('SELECT post FROM account WHERE id = $1', [id])
    expect(rows).toEqual([{ post: 'unit' }])
  })

  test('of what changed meanwhile is not confirmed', async () => {
    const { id } = await appoint(server, by, { name: '陆怀瑾', post: 'unit' })
    const asked = await ask('/grants/clearances', { account: id, clearance: 'restricted', reason: '承办' }, by.security_admin)
    await grantPost(server, by, { account: id, post: 'unassigned' })
    expect(refusal(await ask(`/grants/${GrantRequest.parse(asked.body).id}/confirm`, {}, by.office))).toBe('changed-meanwhile')
  })
})

describe('assurance 30: an administrator’s post', () => {
  test('excludes every other, by the rule', async () => {
    const { id } = await appoint(server, by, { name: '许明远', post: 'unit' })
    const request = (account: string, post: string) => ask('/grants/posts', { account, post, reason: '兼任' }, by.security_admin)
    expect(refusal(await request(id, 'audit_admin'))).toBe('posts-exclude')
    expect(refusal(await request(await idOf('audit_admin'), 'unit'))).toBe('posts-exclude')
    expect(refusal(await request(await idOf('audit_admin'), 'system_admin'))).toBe('posts-exclude')
    expect(refusal(await request(await idOf('audit_admin'), 'unassigned'))).toBe('last-administrator')
    expect(refusal(await request(await idOf('security_admin'), 'unassigned'))).toBe('own-account')
  })

  test.for([
    ['two posts at once', "UPDATE account SET post = 'audit_admin,unit' WHERE login = 'audit_admin'", 'account_post_check'],
    ['business rows', "UPDATE account SET clearance = 1 WHERE login = 'audit_admin'", 'account_clearance_check'],
    [
      'a request confirmed by who made it',
      `UPDATE grant_request SET state = 'confirmed', decided_by = requested_by, decided_by_name = 'x', decided_at = now() WHERE state = 'withdrawn'`,
      'grant_request_check',
    ],
  ] as const)('is kept from %s by the database', async ([, statement, constraint]) => {
    await expect(server.database.pool.query(statement)).rejects.toThrow(constraint)
  })

  test('is one person’s, who has no other account', async () => {
    const person = await server.database.pool.query<{ id: string; jurisdiction_id: string }>(
      'SELECT id, jurisdiction_id FROM person LIMIT 2',
    )
    const [first, second] = person.rows
    await server.database.pool.query('UPDATE person SET account_id = $1 WHERE id = $2', [await idOf('audit_admin'), first?.id])
    const twice = server.database.pool.query('UPDATE person SET account_id = $1 WHERE id = $2', [await idOf('audit_admin'), second?.id])
    await expect(twice).rejects.toThrow('person_account')
    const asked = { accounts: [{ person: first?.id, name: '又一个', login: '又一个', post: 'unassigned' }] }
    expect(refusal(await ask('/accounts', asked, by.system_admin))).toBe('person-has-account')
  })
})

test('assurance 31: accounts made in service hold no post, nor does the system administrator give one', async () => {
  const account = { person: null, name: '新来的', login: '新来的', post: 'unit' }
  expect(refusal(await ask('/accounts', { accounts: [account] }, by.system_admin))).toBe('post-needs-grant')
  const { id } = await appoint(server, by, { name: '有岗的', post: 'unit' })
  expect((await ask(`/accounts/${id}/post`, { post: 'office' }, by.system_admin)).status).toBe(403)
  expect(refusal(await ask(`/accounts/${id}/link`, { person: null }, by.system_admin))).toBe('holds-post')
})
