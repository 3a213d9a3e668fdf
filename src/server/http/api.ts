import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ORPCError } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { contract } from '#contract/contract.ts'
import { sendFailure } from '#server/http/failures.ts'
import { nameProcedure } from '#server/http/measure.ts'
import { contextOf, type Parts } from '#server/http/request-context.ts'
import { router } from '#server/http/router.ts'

const PREFIX = '/api'

/** Mounts the contract below `/api`, and its description at `/api/openapi.json`. */
export async function mountApi(app: FastifyInstance, parts: Parts): Promise<void> {
  const handler = new OpenAPIHandler(router, {
    clientInterceptors: [
      (options) => {
        nameProcedure(options.context.requestId, options.path.join('.'))
        return options.next()
      },
    ],
    interceptors: [
      async (options) => {
        try {
          return await options.next()
        } catch (error) {
          if (!(error instanceof ORPCError) || (error.status >= 500 && error.status !== 503))
            app.log.error({ err: error, reqId: options.context.requestId }, 'bug')
          throw error
        }
      },
    ],
  })
  // a page of another site could send plain text without asking first
  app.removeContentTypeParser('text/plain')
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    // a file is saved, never shown in the page's origin
    const disposition = reply.getHeader('content-disposition')
    if (typeof disposition === 'string') reply.header('content-disposition', disposition.replace(/^inline/, 'attachment'))
  })
  app.get('/health', async () => {
    await sql`select 1`.execute(parts.db)
    return { ok: true }
  })
  let description: Promise<unknown> | undefined
  app.get('/openapi.json', () => (description ??= describe()))
  app.all('/*', async (request, reply) => {
    const { matched } = await handler.handle(request, reply, { prefix: PREFIX, context: contextOf(request, reply, parts) })
    return matched ? reply : sendFailure(reply, 404)
  })
}

// imported when it is asked for: it takes a tenth of a start
async function describe(): Promise<unknown> {
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([import('@orpc/openapi'), import('@orpc/zod/zod4')])
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, { info: { title: '销号 xiaohao', version: '1' }, servers: [{ url: PREFIX }] })
}
