import * as z from 'zod'
import { InitialPassword } from '#contract/account.ts'
import type { Post } from '#core/access/post.ts'
import type { TestServer } from '#test/database/test-server.ts'

const Created = z.object({ passwords: z.array(InitialPassword).readonly() })

/** What every account made here is signed in with. */
export const OWN_PASSWORD = 'Unit#Horse-2026'

/** Makes accounts as the office and gives their printed passwords. */
export async function createAccounts(
  { ask }: TestServer,
  office: string,
  accounts: readonly { readonly person: string | null; readonly name: string; readonly login: string; readonly post: Post }[],
): Promise<readonly z.infer<typeof InitialPassword>[]> {
  return Created.parse((await ask('POST', '/api/accounts', { accounts }, office)).body).passwords
}

/** Makes an account, signs in, changes the printed password, and gives the cookie. */
export async function signInNew(
  server: TestServer,
  office: string,
  account: { readonly person: string | null; readonly name: string; readonly post: Post },
): Promise<{ readonly id: string; readonly cookie: string }> {
  const [made] = await createAccounts(server, office, [{ ...account, login: account.name }])
  if (made === undefined) throw new Error('no account was made')
  const first = await server.ask('POST', '/api/session', { login: made.login, password: made.password })
  const passwords = { current: made.password, next: OWN_PASSWORD }
  const changed = await server.ask('POST', '/api/session/password', passwords, first.cookie)
  if (changed.cookie === null) throw new Error(`the password was not changed: ${changed.status}`)
  return { id: made.id, cookie: changed.cookie }
}
