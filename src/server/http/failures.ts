import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway } from '#server/db/is-away.ts'
import { STATUSES } from '#server/http/statuses.ts'
import { AppError } from '#server/platform/errors.ts'
import { isDiskFull } from '#server/platform/is-disk-full.ts'

/** The body of every answer that is not a success, the same as oRPC's. Codes and parameters, never prose, stacks, SQL or paths. */
interface Failure {
  readonly defined: false
  readonly code: string
  readonly status: number
  readonly message: string
  readonly data?: unknown
}

const CODES: Readonly<Record<number, string>> = {
  400: 'INVALID',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
  507: 'STORAGE_FULL',
}

/** Answers a failure in the one shape. */
export function sendFailure(reply: FastifyReply, status: number, code = CODES[status] ?? 'INVALID', data?: unknown): FastifyReply {
  const body: Failure = { defined: false, code, status, message: code, ...(data === undefined ? {} : { data }) }
  return reply.code(status).type('application/json; charset=utf-8').header('cache-control', 'no-store').send(body)
}

/** Gives every error of Fastify and its plugins the one shape; what is not a known "no" is a bug: logged with its cause, answered 500. */
export function handleFailures(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof AppError) return sendFailure(reply, STATUSES[error.code], error.code, error.data)
    if (isDatabaseAway(error)) return sendFailure(reply, 503)
    if (isDiskFull(error)) return sendFailure(reply, 507)
    const status = error.statusCode ?? 500
    if (status < 500) return sendFailure(reply, status)
    request.log.error({ err: error }, 'bug')
    return sendFailure(reply, 500, 'INTERNAL_SERVER_ERROR')
  })
}
