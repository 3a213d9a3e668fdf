import type { FastifyInstance } from 'fastify'
import type { Metrics } from '#server/operations/metrics.ts'

/** The procedure of the contract that a request under way asks for, by the id of the request. */
const procedures = new Map<string, string>()

/** Says which procedure a request asks for: its path may hold ids. */
export function nameProcedure(requestId: string, name: string): void {
  procedures.set(requestId, name)
}

/**
 * Counts every answer, and writes it into the log where that is as talkative: id, method, route, status, time. No address, no path, no name: who did what stands in the journal.
 */
export function measure(app: FastifyInstance, metrics: Metrics | null): void {
  app.addHook('onRequest', async () => metrics?.begin())
  app.addHook('onResponse', async (request, reply) => {
    const route = procedures.get(request.id) ?? request.routeOptions.url ?? 'page'
    procedures.delete(request.id)
    const { method } = request
    metrics?.end({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 })
    request.log.info({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
}
