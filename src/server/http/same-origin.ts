import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendFailure } from '#server/http/failures.ts'

const READING = new Set(['GET', 'HEAD'])
const OWN_SITE = new Set(['same-origin', 'none'])
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/i

/**
 * Refuses writes that a page of another site sent, and, where the program serves this machine only, requests under a foreign host name
 * (a name made to point at 127.0.0.1). Programs that send neither Origin nor Sec-Fetch-Site are let through: no cookie travels with those unasked.
 */
export function demandSameOrigin(app: FastifyInstance, { isLoopbackOnly }: { isLoopbackOnly: boolean }): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isLoopbackOnly && !LOOPBACK.test(request.host)) return sendFailure(reply, 403)
    if (!READING.has(request.method) && !isOwnPage(request)) return sendFailure(reply, 403)
    return undefined
  })
}

function isOwnPage(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (typeof site === 'string' && !OWN_SITE.has(site)) return false
  return origin === undefined || origin === `${request.protocol}://${request.host}`
}
