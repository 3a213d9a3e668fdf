import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSettings } from '#server/platform/settings.ts'

function dataWith(settings: string | null): string {
  const data = mkdtempSync('/tmp/xiaohao-settings-')
  onTestFinished(() => rmSync(data, { recursive: true }))
  if (settings !== null) writeFileSync(path.join(data, 'settings.json'), settings)
  return data
}

test('nothing set: this machine only, the embedded database', () => {
  expect(readSettings({})).toMatchObject({
    listen: { host: '127.0.0.1', port: 8420 },
    databaseUrl: null,
    tls: null,
    proxies: [],
    fonts: null,
  })
})

test.for([
  ['127.0.0.1:9000', '127.0.0.1', 9000],
  ['localhost:80', 'localhost', 80],
  ['[::1]:8420', '::1', 8420],
] as const)('listens on %s', ([text, host, port]) => {
  expect(readSettings({ XIAOHAO_LISTEN: text }).listen).toEqual({ host, port })
})

test('the environment goes before the file', () => {
  const data = dataWith('{ "XIAOHAO_LISTEN": "127.0.0.1:9001", "XIAOHAO_PROXIES": "10.0.0.1, 10.0.0.2" }')
  expect(readSettings({ XIAOHAO_DATA: data })).toMatchObject({ data, listen: { port: 9001 }, proxies: ['10.0.0.1', '10.0.0.2'] })
  expect(readSettings({ XIAOHAO_DATA: data, XIAOHAO_LISTEN: '127.0.0.1:9002' }).listen.port).toBe(9002)
})

test.for([
  [{ XIAOHAO_LISTEN: '8420' }, null, 'XIAOHAO_LISTEN (environment)'],
  [{ XIAOHAO_LISTEN: '127.0.0.1:70000' }, null, 'XIAOHAO_LISTEN (environment)'],
  [{ DATABASE_URL: 'mysql://x' }, null, 'DATABASE_URL (environment)'],
  [{ XIAOHAO_TLS_CERT: '/nowhere/cert.pem' }, null, 'XIAOHAO_TLS_CERT (environment)'],
  [{ XIAOHAO_TLS_CERT: '/etc/passwd' }, null, 'XIAOHAO_TLS_CERT, XIAOHAO_TLS_KEY'],
  [{}, '{ "XIAOHAO_LISTEN": "nonsense" }', 'XIAOHAO_LISTEN (/tmp/'],
  [{}, '{ "XIAOHAO_PORT": "1" }', 'settings.json'],
  [{}, '{', 'settings.json'],
] as const)('%j and %s: says where', ([environment, file, where]) => {
  const read = () => readSettings({ ...environment, XIAOHAO_DATA: dataWith(file) })
  expect(read).toThrow(expect.objectContaining({ name: 'Trouble', where: expect.stringContaining(where) }))
})
