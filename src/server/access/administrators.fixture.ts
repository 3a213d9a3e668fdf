import * as z from 'zod'
import { InitialPassword } from '#contract/account.ts'
import { GrantRequest } from '#core/access/grant.ts'
import { AdminPost, type Post } from '#core/access/post.ts'
import { OWN_PASSWORD } from '#server/account/account.fixture.ts'
import type { TestServer } from '#test/database/test-server.ts'

const Passwords = z.object({ passwords: z.array(InitialPassword).readonly() })

/** A jurisdiction in service: the cookies of the office and of the three administrators, all with their second factor. */
export type InService = Readonly<Record<'office' | AdminPost, string>>

/** Goes into service as the office and signs the three administrators in, who take their first password and a second factor. */
export async function goIntoService(server: TestServer, office: string): Promise<InService> {
  const appointed = Object.fromEntries(AdminPost.options.map((post) => [post, { name: `某${post}`, login: post }]))
  await enrol(server, office)
  const entered = await server.ask('POST', '/api/setup/service', appointed, office)
  if (entered.status !== 200) throw new Error(JSON.stringify(entered.body))
  const signedIn: [AdminPost, string][] = []
  for (const [index, made] of Passwords.parse(entered.body).passwords.entries())
    signedIn.push([AdminPost.options[index] ?? 'system_admin', await begin(server, made)])
  const cookies = new Map(signedIn)
  const of = (post: AdminPost): string => cookies.get(post) ?? ''
  return { office, system_admin: of('system_admin'), security_admin: of('security_admin'), audit_admin: of('audit_admin') }
}

/** Signs in with a printed password, takes one’s own and a second factor. */
export async function begin(server: TestServer, made: { readonly login: string; readonly password: string }): Promise<string> {
  const first = await server.ask('POST', '/api/session', { login: made.login, password: made.password })
  const changed = await server.ask('POST', '/api/session/password', { current: made.password, next: OWN_PASSWORD }, first.cookie)
  if (changed.cookie === null) throw new Error(`the password was not changed: ${JSON.stringify(changed.body)}`)
  return enrol(server, changed.cookie)
}

/** Prints codes, which is a second factor, and gives the cookie that goes on. */
async function enrol(server: TestServer, cookie: string): Promise<string> {
  const printed = await server.ask('POST', '/api/second-factor/codes', {}, cookie)
  if (printed.status !== 200) throw new Error(JSON.stringify(printed.body))
  return printed.cookie ?? cookie
}

/** An account made by the system administrator, its post asked for by the security administrator and confirmed by the office; signed in. */
export async function appoint(
  server: TestServer,
  by: InService,
  { name, post, person = null }: { readonly name: string; readonly post: Post; readonly person?: string | null },
): Promise<{ readonly id: string; readonly cookie: string }> {
  const asked = { accounts: [{ person, name, login: name, post: 'unassigned' }] }
  const [made] = Passwords.parse((await server.ask('POST', '/api/accounts', asked, by.system_admin)).body).passwords
  if (made === undefined) throw new Error('no account was made')
  if (post !== 'unassigned') await grantPost(server, by, { account: made.id, post })
  return { id: made.id, cookie: await begin(server, made) }
}

/** Asks for a post as the security administrator and confirms it as the office. */
export async function grantPost(
  server: TestServer,
  by: InService,
  { account, post }: { readonly account: string; readonly post: Post },
): Promise<void> {
  const asked = await server.ask('POST', '/api/grants/posts', { account, post, reason: '到岗' }, by.security_admin)
  if (asked.status !== 200) throw new Error(JSON.stringify(asked.body))
  const confirmed = await server.ask('POST', `/api/grants/${GrantRequest.parse(asked.body).id}/confirm`, {}, by.office)
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body))
}
