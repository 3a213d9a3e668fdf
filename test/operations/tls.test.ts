import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Certificates, makeCertificates } from '#test/operations/certificates.ts'
import { askDatabase, freePort, startProgram, startRefused, type StartOptions } from '#test/reliability/program.ts'

const entry = { jurisdiction: '某市中级人民法院', name: '张三', login: 'zhangsan', password: 'Correct#Horse9' }

async function optionsIn(): Promise<{ readonly folder: string; readonly options: StartOptions }> {
  const folder = mkdtempSync('/tmp/xiaohao-tls-')
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, options: { data: path.join(folder, 'data'), port: await freePort() } }
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Asks over TLS; trusts the authority of the test alone. */
function ask(url: string, { ca }: Certificates, body: object | null = null): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const asked = request(url, { ca: readFileSync(ca), method: body ? 'POST' : 'GET', headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
    })
    asked.on('error', reject)
    asked.end(body ? JSON.stringify(body) : undefined)
  })
}

test('assurance 25, 61, 65: over TLS the cookie is for this host and TLS only, and browsers are told to stay with it', async () => {
  const { folder, options } = await optionsIn()
  const certificates = makeCertificates(folder)
  const env = { XIAOHAO_TLS_CERT: certificates.cert, XIAOHAO_TLS_KEY: certificates.key }
  const program = await startProgram({ ...options, env })
  onTestFinished(() => void program.child.kill('SIGTERM'))
  const origin = `https://127.0.0.1:${options.port}`
  const token = /^setup: https:\/\/\S+\/setup#(\S+)$/m.exec(program.output())?.[1]
  const { status, headers } = await ask(`${origin}/api/setup`, certificates, { token, ...entry })
  expect([status, String(headers['set-cookie'])]).toEqual([
    200,
    expect.stringMatching(/^__Host-xiaohao-session=[^;]+;.*Path=\/;.*HttpOnly; Secure; SameSite=Strict/),
  ])
  expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  await expect(fetch(`http://127.0.0.1:${options.port}/api/health`)).rejects.toThrow('fetch failed')
  const stranger = makeCertificates(mkdtempSync(path.join(folder, 'other-')))
  await expect(ask(`${origin}/api/health`, stranger)).rejects.toThrow(/verif|certificate|self-signed/)
  expect(await program.end('SIGTERM')).toBe(0)
})

test('assurance 65: on trial no other address is served, not even over TLS; in service not without TLS or a proxy', async () => {
  const { folder, options } = await optionsIn()
  const certificates = makeCertificates(folder)
  // this machine under a name that is not taken for loopback: nobody else reaches it all the same
  const beyond = { XIAOHAO_LISTEN: `[::ffff:7f00:1]:${options.port}` }
  const overTls = { ...beyond, XIAOHAO_TLS_CERT: certificates.cert, XIAOHAO_TLS_KEY: certificates.key }
  const refusal = async (env: Readonly<Record<string, string>>) => (await startRefused({ ...options, env })).output
  expect(await refusal(beyond)).toContain('须配置 TLS')
  expect(await refusal(overTls)).toContain('试用方式只在本机')

  const program = await startProgram(options)
  const headers = { 'content-type': 'application/json' }
  await fetch(`${program.url}/api/setup`, { method: 'POST', headers, body: JSON.stringify({ token: program.setupToken, ...entry }) })
  await askDatabase(options.data, 'UPDATE jurisdiction SET in_service_since = now()')
  expect(await program.end('SIGTERM')).toBe(0)

  expect(await refusal(beyond)).toContain('须配置 TLS')
  const inService = await startProgram({ ...options, env: overTls })
  onTestFinished(() => void inService.child.kill('SIGTERM'))
  expect((await ask(`https://127.0.0.1:${options.port}/api/health`, certificates)).status).toBe(200)
  expect(await inService.end('SIGTERM')).toBe(0)
})
