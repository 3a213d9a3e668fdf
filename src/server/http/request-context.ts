import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pack } from '#core/pack/pack.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { agentOf } from '#server/authn/sessions/agent.ts'
import type { SecretBox } from '#server/authn/secret-box.ts'
import { currentCaller, demandComplete } from '#server/authn/sessions/current.ts'
import { type DigestSettings, digestSettingsOf } from '#server/digest/settings.ts'
import type { Db } from '#server/db/connect.ts'
import type { Files } from '#server/files/store.ts'
import { cookieOf } from '#server/http/session-cookie.ts'
import type { RequestContext } from '#server/http/implementer.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import type { Live } from '#server/live/hub.ts'
import { type Clock, dayInShanghai } from '#server/platform/clock.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context } from '#server/verb/context.ts'

/** The parts a running server is made of, as requests need them. */
export interface Parts {
  readonly db: Db
  readonly clock: Clock
  readonly newId: () => string
  readonly files: Files
  readonly jobs: Jobs
  readonly limits: Limits
  readonly live: Live
  /** The definitions the program was started with. */
  readonly packs: readonly Pack[]
  /** Whether the daily digest goes out by e-mail, and when; left out: it does not. */
  readonly digest?: DigestSettings
}

/** The context of one request: its time and today are read once, here. */
export function contextOf(request: FastifyRequest, reply: FastifyReply, parts: Parts): RequestContext {
  const now = parts.clock()
  return {
    ...parts,
    digest: parts.digest ?? digestSettingsOf(null),
    actor: null,
    now,
    asOf: dayInShanghai(now),
    requestId: request.id,
    address: request.ip,
    agent: agentOf(request.headers['user-agent']),
    isOutsideAdministration: parts.limits.rules.administratorAddresses?.has(request.ip) === false,
    cookie: cookieOf(request, reply),
    ...sentIn(request, parts.limits.rules.box),
  }
}

/** The context of a plain route (an upload) for those signed in; throws UNAUTHENTICATED, or what is still to be done. */
export async function signedInContextOf(request: FastifyRequest, reply: FastifyReply, parts: Parts): Promise<RequestContext & Context> {
  const context = contextOf(request, reply, parts)
  const { actor, step } = await currentCaller(context, context.cookie.token)
  demandComplete(step)
  return { ...context, actor }
}

const KEY = /^[\w-]{8,100}$/

/** The key under which a writing request may come twice, with the digest of what it asks; of a file that of its length. INVALID where it is no key. */
function sentIn({ headers, method, url, body }: FastifyRequest, box: SecretBox): Pick<RequestContext, 'sent'> {
  const key = headers['idempotency-key']
  if (key === undefined || method === 'GET') return {}
  if (typeof key !== 'string' || !KEY.test(key)) throw new AppError('INVALID', { fields: [{ path: ['Idempotency-Key'], code: 'invalid' }] })
  // what is asked may be a password: with a key that does not lie in the database, so that nobody tries words against it there
  const asked = `${method} ${url} ${JSON.stringify(body) ?? headers['content-length'] ?? ''}`
  let nth = 0
  return { sent: { key, digest: box.digest(asked, 'sent').toString('hex'), next: () => nth++ } }
}
