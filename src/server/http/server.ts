import { readFileSync } from 'node:fs'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { mountApi } from '#server/http/api.ts'
import { mountDownloads } from '#server/http/download.ts'
import { downloadRoutes } from '#server/http/download-routes.ts'
import { handleFailures } from '#server/http/failures.ts'
import { measure } from '#server/http/measure.ts'
import type { Parts } from '#server/http/request-context.ts'
import { mountUploads } from '#server/http/upload.ts'
import { uploadRoutes } from '#server/http/upload-routes.ts'
import { mountLive } from '#server/live/route.ts'
import { demandSecure, listProxies } from '#server/http/demand-secure.ts'
import { demandSameOrigin } from '#server/http/same-origin.ts'
import { setSecurityHeaders } from '#server/http/security.ts'
import { serveWeb } from '#server/http/web.ts'
import type { Metrics } from '#server/operations/metrics.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { describeError } from '#server/platform/log.ts'

/** How the server is reached. */
export interface HttpSettings {
  readonly logLevel: 'silent' | 'warn' | 'info'
  readonly tls: { readonly cert: string; readonly key: string } | null
  /** Addresses of the proxies whose X-Forwarded-* headers are believed. */
  readonly proxies: readonly string[]
  readonly isLoopbackOnly: boolean
  /** Counts the requests; null: nobody looks. */
  readonly metrics?: Metrics | null
  /** Where the log goes; standard output unless said otherwise. */
  readonly logTo?: { readonly write: (line: string) => void }
  /** The largest evidence that is taken, in bytes; 500 MiB unless said otherwise. */
  readonly largestEvidence?: number
  /** The program that looks for malware in what is uploaded; null: none. */
  readonly scanner?: string | null
}

const BODY_LIMIT = 1024 ** 2
const SMALLEST_COMPRESSED = 1024
/** 500 MB over a line of 2 Mbit/s take 35 minutes. The head of a request has Node's minute. */
const REQUEST_TIMEOUT_MS = 3_600_000

/** Builds the HTTP server; it does not listen yet. */
export async function buildHttp(settings: HttpSettings, parts: Parts): Promise<FastifyInstance> {
  const proxies = listProxies(settings.proxies)
  const app = Fastify({
    ...(settings.tls ? { https: { cert: readFileSync(settings.tls.cert), key: readFileSync(settings.tls.key) } } : {}),
    // route and status only: a path may hold a token, an address is a person's, an error may quote what was entered
    logger: {
      level: settings.logLevel,
      serializers: {
        req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),
        err: (error: unknown) => ({ ...describeError(error) }),
      },
      ...(settings.logTo === undefined ? {} : { stream: settings.logTo }),
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.proxies.length > 0 ? [...settings.proxies] : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // answers under way are finished, idle connections closed
    forceCloseConnections: 'idle',
    genReqId: uuidv7,
    return503OnClosing: true,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  })
  handleFailures(app)
  measure(app, settings.metrics ?? null)
  await setSecurityHeaders(app, settings.tls !== null || settings.proxies.length > 0)
  demandSecure(app, proxies)
  demandSameOrigin(app, { isLoopbackOnly: settings.isLoopbackOnly && settings.proxies.length === 0 })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  await app.register(cookie)
  await app.register(compress, { threshold: SMALLEST_COMPRESSED })
  await serveWeb(app)
  await app.register(async (uploads) => mountUploads(uploads, parts, uploadRoutes, settings), { prefix: '/api' })
  await app.register(async (files) => mountDownloads(files, parts, downloadRoutes), { prefix: '/api' })
  await app.register(async (live) => mountLive(live, parts), { prefix: '/api' })
  await app.register(async (api) => mountApi(api, parts), { prefix: '/api' })
  return app
}
