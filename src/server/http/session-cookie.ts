import type { FastifyReply, FastifyRequest } from 'fastify'

const SESSION = 'xiaohao-session'
/** Of a browser that is on its way to the provider of identities and back. */
const ELSEWHERE = 'xiaohao-elsewhere'
/** Over TLS: browsers let no other host and no plain connection set them. */
const SECURE = '__Host-'
/** As in the code of sessions: nothing outlives twelve hours. */
const LIFE_SECONDS = 12 * 60 * 60
const ELSEWHERE_SECONDS = 10 * 60

/** Reads the session token of a request and sets or clears it on the answer; so with the secret of a sign-in elsewhere. */
export function cookieOf(request: FastifyRequest, reply: FastifyReply) {
  const session = oneOf(request, reply, SESSION, LIFE_SECONDS)
  return {
    ...session,
    clear() {
      session.clear()
      void reply.header('clear-site-data', '"cache", "storage"')
    },
    elsewhere: oneOf(request, reply, ELSEWHERE, ELSEWHERE_SECONDS),
  }
}

function oneOf(request: FastifyRequest, reply: FastifyReply, plain: string, maxAge: number) {
  const isSecure = request.protocol === 'https'
  const name = isSecure ? `${SECURE}${plain}` : plain
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const
  return {
    token: request.cookies[name] ?? null,
    set(token: string) {
      void reply.setCookie(name, token, { ...options, maxAge })
    },
    clear() {
      void reply.clearCookie(name, options)
    },
  }
}
