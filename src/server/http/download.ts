import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { type Parts, signedInContextOf } from '#server/http/request-context.ts'
import type { RequestContext } from '#server/http/implementer.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context } from '#server/verb/context.ts'

/** A file as it goes out. `type`: only of images, so that a page may show them as pictures; anything else goes as plain bytes. */
export interface Download {
  readonly name: string
  readonly type: string
  /** Null where it is not known beforehand. */
  readonly bytes: number | null
  readonly content: Readable
}

/** A route that gives one file, by the `:id` in its path; a path without one gives the only file there is. */
export interface DownloadRoute {
  /** Below `/api`. */
  readonly path: string
  /** The verb: asks for the permission itself. */
  readonly give: (context: RequestContext & Context, id: string) => Promise<Download>
}

const Params = z.object({ id: z.uuid().default('') })

/** Mounts routes that give files as streams, always to be saved (`attachment`), never shown in the page's origin. */
export async function mountDownloads(app: FastifyInstance, parts: Parts, routes: readonly DownloadRoute[]): Promise<void> {
  for (const { path, give } of routes) {
    app.get(path, async (request, reply) => {
      const context = await signedInContextOf(request, reply, parts)
      const params = Params.safeParse(request.params)
      if (!params.success) throw new AppError('NOT_FOUND')
      const { name, type, bytes, content } = await give(context, params.data.id)
      if (bytes !== null) void reply.header('content-length', bytes)
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, escapeCharacter)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-store')
        .send(content)
    })
  }
}

// RFC 5987: encodeURIComponent leaves them alone
function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
