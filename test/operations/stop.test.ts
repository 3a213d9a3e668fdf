import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort, startProgram, until } from '#test/reliability/program.ts'

const entry = { jurisdiction: '某市中级人民法院', name: '张三', login: 'zhangsan', password: 'Correct#Horse9' }
const json = { 'content-type': 'application/json' }

test('a stop lets a request under way end, takes no new one, and ends with 0; metrics are served on their own address', async () => {
  const folder = mkdtempSync('/tmp/xiaohao-stop-')
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const metrics = `127.0.0.1:${await freePort()}`
  const env = { XIAOHAO_METRICS: metrics, XIAOHAO_LOG: 'info' }
  const program = await startProgram({ data: path.join(folder, 'data'), port: await freePort(), env })
  onTestFinished(() => void program.child.kill('SIGTERM'))
  await fetch(`${program.url}/api/setup`, { method: 'POST', headers: json, body: JSON.stringify({ token: program.setupToken, ...entry }) })

  const scraped = await (await fetch(`http://${metrics}/metrics`)).text()
  expect(scraped).toMatch(/^xiaohao_http_request_duration_seconds_count\{method="POST",route="setup.complete",status="200"\} 1$/m)
  expect(scraped).toMatch(/^xiaohao_database_up 1$/m)
  expect(scraped).not.toMatch(/zhangsan|张三|127\.0\.0\.1/)
  expect((await fetch(`http://${metrics}/`)).status).toBe(404)

  const body = JSON.stringify({ login: entry.login, password: entry.password })
  const answered = Promise.withResolvers<number>()
  const headers = { ...json, 'content-length': Buffer.byteLength(body), expect: '100-continue' }
  const asked = request(`${program.url}/api/session`, { method: 'POST', headers }, (answer) => {
    answer.resume()
    answered.resolve(answer.statusCode ?? 0)
  })
  asked.on('error', answered.reject)
  asked.write(body.slice(0, 10))
  // the server says that it has the head of the request
  await once(asked, 'continue')
  const ended = program.end('SIGTERM')
  const isRefused = async () => (await fetch(`${program.url}/api/health`).catch(() => null)) === null
  await until(isRefused, 'no new request is taken')
  asked.end(body.slice(10))
  expect(await answered.promise).toBe(200)
  expect(await ended).toBe(0)
  expect(program.output()).not.toMatch(/zhangsan|张三/)
})
