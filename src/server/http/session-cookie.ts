import type { FastifyReply, FastifyRequest } from 'fastify'

const PLAIN = 'xiaohao-session'
/** Over TLS: browsers let no other host and no plain connection set it. */
const SECURE = '__Host-xiaohao-session'
/** As in the code of sessions: nothing outlives twelve hours. */
const LIFE_SECONDS = 12 * 60 * 60

/** Reads the session token of a request and sets or clears it on the answer. */
export function cookieOf(request: FastifyRequest, reply: FastifyReply) {
  const isSecure = request.protocol === 'https'
  const name = isSecure ? SECURE : PLAIN
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const
  return {
    token: request.cookies[name] ?? null,
    set(token: string) {
      void reply.setCookie(name, token, { ...options, maxAge: LIFE_SECONDS })
    },
    clear() {
      void reply.clearCookie(name, options).header('clear-site-data', '"cache", "storage"')
    },
  }
}
