import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendFailure } from '#server/http/failures.ts'

const DIST = path.join(import.meta.dirname, '../../../dist/web')
const NOT_BUILT =
  '<!doctype html><meta charset="utf-8"><title>xiaohao</title><p>网页尚未构建 · the web is not built: <code>npm run build</code>'

/** Serves the built assets with a year of cache, and for every other path the one page, with a fresh nonce. */
export async function serveWeb(app: FastifyInstance, dist = DIST): Promise<void> {
  const index = path.join(dist, 'index.html')
  const page = existsSync(index) ? readFileSync(index, 'utf8') : NOT_BUILT
  if (existsSync(path.join(dist, 'assets'))) {
    await app.register(files, {
      root: path.join(dist, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
      wildcard: false,
      index: false,
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && isPagePath(request.url)
    if (!isPage) return sendFailure(reply, 404)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll('__NONCE__', reply.cspNonce.style))
  })
}

/** Pages have neither a dot (a file) nor the prefix of the API or the assets; the metrics are served elsewhere. */
function isPagePath(url: string): boolean {
  const { pathname } = new URL(url, 'http://local')
  return !/^\/(api|assets|metrics)(\/|$)/.test(pathname) && !pathname.includes('.')
}
