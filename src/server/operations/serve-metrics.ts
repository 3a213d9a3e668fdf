import { createServer } from 'node:http'
import type { Gauge, Metrics } from '#server/operations/metrics.ts'
import { portTrouble } from '#server/http/listen.ts'
import type { Settings } from '#server/platform/settings.ts'

/** Serves `GET /metrics` on an address of its own on this machine, and nothing else. Gives what ends it. */
export async function serveMetrics(
  listen: NonNullable<Settings['metrics']>,
  metrics: Metrics,
  gauges: () => Promise<readonly Gauge[]>,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    gauges().then(
      (found) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(metrics.render(found)),
      () => response.writeHead(503).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portTrouble(error, listen)))
    server.listen(listen.port, listen.host, resolve)
  })
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
