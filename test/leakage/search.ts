import type { Procedure } from '#test/database/procedures.ts'
import type { TestServer } from '#test/database/test-server.ts'
import type { World } from '#test/leakage/build.ts'
import { canariesIn, wordsOf } from '#test/leakage/canary.ts'
import { mayKnow } from '#test/leakage/oracle.ts'
import { type Asked, requestsOf } from '#test/leakage/requests.ts'

/** A word that was told to somebody who may not know it. */
interface Leak {
  readonly route: string
  readonly url: string
  readonly account: string
  readonly word: string
  readonly fact: unknown
}

/** All that an answer says: its status, its headers and its bytes. */
export async function told(
  server: TestServer,
  { method, url, payload }: Asked,
  cookie: string,
): Promise<{ status: number; words: string }> {
  const answer = await server.app.inject({ method, url, ...(payload === null ? {} : { payload }), headers: { cookie } })
  const headers = { ...answer.headers, 'x-request-id': '', date: '', 'content-security-policy': '' }
  return { status: answer.statusCode, words: `${answer.statusCode} ${JSON.stringify(headers)}\n${wordsOf(answer.rawPayload)}` }
}

/** The words in a text that an account may not know. */
export function secretsIn(world: World, account: number, words: string): readonly string[] {
  return [...canariesIn(words)].filter((word) => {
    const fact = world.planted.facts.get(word)
    return fact === undefined || !mayKnow(world.drawn, account, fact)
  })
}

/** Asks the routes as an account and gives what it was told and may not know; and how many requests that were. */
export async function leaksOf(
  server: TestServer,
  world: World,
  foreign: World | null,
  account: number,
  procedures: readonly Procedure[],
): Promise<{ leaks: readonly Leak[]; asked: number; found: ReadonlySet<string>; unmade: readonly string[] }> {
  const leaks: Leak[] = []
  const unmade = new Set<string>()
  const found = new Set<string>()
  let asked = 0
  for (const procedure of procedures) {
    const statuses = new Set<number>()
    for (const request of requestsOf(procedure, world, foreign, world.drawn.accounts[account]?.post === 'office')) {
      asked += 1
      const { status, words } = await told(server, request, world.cookies[account] ?? '')
      for (const word of canariesIn(words)) found.add(word)
      for (const word of secretsIn(world, account, words))
        leaks.push({
          route: procedure.name,
          url: request.url,
          account: `${account} ${world.drawn.accounts[account]?.post}`,
          word,
          fact: world.planted.facts.get(word),
        })
      // what is denied is so whatever it is about
      if (status === 403) break
      if (status === 401) throw new Error(`${procedure.name}: the account is signed in no more`)
      statuses.add(status)
    }
    // nothing came past the door: what it is asked with must be made by hand (`requests.ts`)
    if (statuses.size > 0 && [...statuses].every((status) => status === 400)) unmade.add(procedure.name)
  }
  return { leaks, asked, found, unmade: [...unmade] }
}
