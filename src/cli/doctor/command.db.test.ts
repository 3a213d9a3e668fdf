import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { openSigner } from '#server/journal/signer.ts'
import { type SealedWorld, startSealedWorld } from '#server/journal/sealed-world.fixture.ts'

const program = fileURLToPath(new URL('../../../bin/xiaohao.mjs', import.meta.url))

let world: SealedWorld
let data: string
beforeEach(async () => {
  world = await startSealedWorld()
  await world.grow(5)
  await world.grow(3)
  data = mkdtempSync('/tmp/xiaohao-doctor-')
  openSigner(data)
})
afterEach(async () => {
  await world.close()
  rmSync(data, { recursive: true })
})

function examine(environment: Readonly<Record<string, string>> = {}) {
  const { host, port } = inject('server')
  const url = `postgres://xiaohao@localhost:${port}/${world.database.pool.options.database ?? ''}?host=${encodeURIComponent(host)}`
  const env = { ...process.env, XIAOHAO_DATA: data, DATABASE_URL: url, ...environment }
  return spawnSync(process.execPath, [program, 'doctor'], { encoding: 'utf8', env })
}

test('a healthy installation has a line for each thing, and only the backup is missing', () => {
  const { stdout, status } = examine()
  expect(stdout.split('\n').filter((line) => line.startsWith('✗'))).toEqual([])
  for (const word of ['data folder', 'disk space', 'keys', 'database', 'schema', 'clock', 'journal', 'backup', 'mode', 'address'])
    expect(stdout).toMatch(new RegExp(`^[✓!] .* ${word}：`, 'm'))
  expect([status, /^! 备份 backup：还没有备份过/m.test(stdout)]).toEqual([0, true])
})

test.for<[string, () => void | Promise<void>, Readonly<Record<string, string>>, RegExp]>([
  ['a key that others may read', () => chmodSync(path.join(data, 'keys', 'journal.json'), 0o644), {}, /^✗ 密钥 keys/m],
  ['a key that is gone', () => rmSync(path.join(data, 'keys', 'journal.json')), {}, /^✗ 密钥 keys.*journal.json/m],
  ['a data folder that is not there', () => undefined, { XIAOHAO_DATA: '/tmp/no-such-folder' }, /^✗ 数据目录 data folder/m],
  [
    'a database that is away',
    () => undefined,
    { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' },
    /^✗ 数据库 database：.*ECONNREFUSED/m,
  ],
  ['an address beyond loopback on trial', () => undefined, { XIAOHAO_LISTEN: '192.0.2.1:8420' }, /^✗ 监听地址 address/m],
  [
    'a leaf that was changed',
    () => world.tamper('UPDATE journal_leaf SET leaf = repeat($$0$$, 64) WHERE leaf_index = 6'),
    {},
    /^✗ 操作日志 journal/m,
  ],
  ['a clock that was put back', () => world.tamper(`UPDATE journal_head SET at = now() + interval '1 day'`), {}, /^✗ 时钟 clock/m],
  ['a schema of a newer program', () => world.tamper(`INSERT INTO migration VALUES ('9999_later.sql', '')`), {}, /^✗ 数据库结构 schema/m],
])('%s is wrong, with what to do', async ([, spoil, environment, line]) => {
  await spoil()
  const { stdout, stderr, status } = examine(environment)
  expect(stdout).toMatch(line)
  expect(stdout).toContain('    → ')
  expect([status, stderr]).toEqual([1, expect.stringMatching(/things are wrong/)])
})
