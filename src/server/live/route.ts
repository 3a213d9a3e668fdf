import type { FastifyInstance } from 'fastify'
import { demandComplete, stepOf } from '#server/authn/sessions/current.ts'
import { findSession } from '#server/authn/sessions/session.ts'
import { contextOf, type Parts } from '#server/http/request-context.ts'
import { AppError } from '#server/platform/errors.ts'

/** Below `/api`: server-sent events that tell which nouns have changed in one's jurisdiction. */
export const LIVE_PATH = '/live'

/** Proxies and browsers drop what is silent; who has signed out is dropped within this time. */
const HEARTBEAT_MS = 20_000
const RETRY_MS = 3000
/** Bytes that wait for a slow reader. */
const MOST_UNREAD = 65_536

/** Mounts the stream. It does not keep a session alive, and ends with it. TOO_MANY_REQUESTS where there is no room. */
export async function mountLive(app: FastifyInstance, parts: Parts): Promise<void> {
  const ends = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of ends) end()
  })
  app.get(LIVE_PATH, async (request, reply) => {
    const { cookie } = contextOf(request, reply, parts)
    const { token } = cookie
    const find = async () => (token === null ? null : findSession(parts.db, token, parts.clock()))
    const session = await find()
    if (!session) throw new AppError('UNAUTHENTICATED')
    demandComplete(stepOf(session, parts.limits.rules, parts.clock()))
    const { jurisdictionId, id: accountId } = session
    const send = (words: string): void => {
      // who does not read is let go, and asks again
      if (reply.raw.writableLength > MOST_UNREAD) end()
      else if (ends.has(end)) reply.raw.write(words)
    }
    const leave = parts.live.watch({ jurisdictionId, accountId }, (nouns) => send(`event: changed\ndata: ${JSON.stringify({ nouns })}\n\n`))
    if (leave === null) throw new AppError('TOO_MANY_REQUESTS')
    reply.hijack()
    const beat = setInterval(() => {
      find().then(
        (alive) => (alive ? send(': \n\n') : end()),
        () => send(': \n\n'),
      )
    }, HEARTBEAT_MS)
    const end = (): void => {
      clearInterval(beat)
      leave()
      ends.delete(end)
      reply.raw.end()
    }
    ends.add(end)
    request.raw.on('close', end)
    reply.raw.on('close', end)
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value)
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write(`retry: ${RETRY_MS}\n\n`)
  })
}
