import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Court, definitionOf, startCourt } from '#server/occurrence/court.fixture.ts'

const program = fileURLToPath(new URL('../../../bin/xiaohao.mjs', import.meta.url))

let court: Court
let url: string
beforeAll(async () => {
  court = await startCourt()
  const definition = definitionOf(court, 'study-session')
  await court.ask('PUT', `/commitments/${court.commitment('1-1-1')}/counting`, { version: 0, definition })
  const { rows } = await court.server.database.pool.query<{ name: string }>('SELECT current_database() AS name')
  const { host, port } = inject('server')
  url = `postgres://xiaohao@localhost:${port}/${rows[0]?.name}?host=${encodeURIComponent(host)}`
})
afterAll(() => court.server.close())

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [program, 'ledger', ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: url } })
}

test('a comparison finds nothing, then what was spoilt; a recomputation puts it right', async () => {
  const right = { status: 0, stdout: expect.stringContaining('commitments 1，期次 occurrences 1，不一致 differing 0'), stderr: '' }
  expect(run('recompute', '--check')).toMatchObject(right)
  await court.server.database.pool.query('DELETE FROM occurrence')
  const found = run('recompute', '--check')
  expect(found).toMatchObject({ status: 1, stdout: expect.stringContaining(`${court.commitment('1-1-1')}  1 changed, 0 gone`) })
  expect(found.stderr).toContain('Error: 1 commitments differ from a full recomputation')
  expect(run('recompute').status).toBe(0)
  expect(run('recompute', '--check')).toMatchObject(right)
})

test.for([[], ['check'], ['recompute', '--dry'], ['recompute', '--check', 'x']])('ledger %j is answered with its use', (args) => {
  expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('xiaohao ledger recompute [--check]') })
})
