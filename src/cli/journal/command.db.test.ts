import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { EntryProof, isProven } from '#core/journal/proof.ts'
import { type SealedWorld, startSealedWorld } from '#server/journal/sealed-world.fixture.ts'
import { isSignedBy } from '#server/journal/signer.ts'
import { journalHash, sm3 } from '#server/journal/sm3.ts'

const program = fileURLToPath(new URL('../../../bin/xiaohao.mjs', import.meta.url))
const folder = mkdtempSync('/tmp/xiaohao-journal-')
const at = (name: string) => path.join(folder, name)

let world: SealedWorld
let url: string
beforeAll(async () => {
  world = await startSealedWorld()
  await world.grow(7)
  const { rows } = await world.database.pool.query<{ name: string }>('SELECT current_database() AS name')
  const { host, port } = inject('server')
  url = `postgres://xiaohao@localhost:${port}/${rows[0]?.name}?host=${encodeURIComponent(host)}`
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await world.close()
})

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [program, 'journal', ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: url } })
}
const WHOLE = { status: 0, stdout: expect.stringContaining('entries 7'), stderr: '' }

test('the journal and its export are whole, by the key that signed it', () => {
  expect(run('verify')).toMatchObject(WHOLE)
  expect(run('export', '--output', at('journal.jsonl')).status).toBe(0)
  expect(run('verify', at('journal.jsonl'), '--key', world.signer.key)).toMatchObject(WHOLE)
  expect(run('verify', at('journal.jsonl'), '--key', 'another')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('not signed by a trusted key'),
  })
  expect(run('export', '--output', at('journal.jsonl'))).toMatchObject({ status: 3, stderr: expect.stringContaining('EEXIST') })
})

test('one letter of an export that is changed, and one line that is gone, are found out', () => {
  const text = readFileSync(at('journal.jsonl'), 'utf8')
  writeFileSync(at('changed.jsonl'), text.replace('张三', '李四'))
  expect(run('verify', at('changed.jsonl'))).toMatchObject({ status: 1, stdout: expect.stringContaining('root') })
  writeFileSync(at('shorter.jsonl'), text.split('\n').toSpliced(3, 1).join('\n'))
  expect(run('verify', at('shorter.jsonl')).status).toBe(1)
})

test('heads that were kept elsewhere are held against it', () => {
  const heads = readFileSync(at('journal.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"head"'))
  const kept = heads.map((line) => line.slice('{"head":'.length, -1))
  writeFileSync(at('kept.jsonl'), `${kept.join('\n')}\n`)
  expect(run('verify', at('journal.jsonl'), '--witness', at('kept.jsonl'))).toMatchObject(WHOLE)
  writeFileSync(at('other.jsonl'), `${(kept[0] ?? '').replace(/"size":\d+/, '"size":99')}\n`)
  expect(run('verify', at('journal.jsonl'), '--witness', at('other.jsonl'))).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('a head that was witnessed is gone'),
  })
})

test('one entry is proven without the others', async () => {
  const entry = (await world.lines()).flatMap((line) => ('entry' in line ? [line.entry] : []))[4]
  expect(run('prove', entry?.id ?? '', '--output', at('proof.json')).status).toBe(0)
  const proof = EntryProof.parse(JSON.parse(readFileSync(at('proof.json'), 'utf8')))
  const parts = { tree: journalHash, digest: sm3, isSigned: isSignedBy }
  expect(isProven(proof, parts)).toBe(true)
  expect(isProven({ ...proof, entry: { ...proof.entry, verb: 'plan.read' } }, parts)).toBe(false)
  expect(isProven({ ...proof, payload: { salt: '', before: null, after: null } }, parts)).toBe(false)
})

test.for([
  [['verify', at('none.jsonl')], 3, 'cannot read'],
  [['verify', program], 3, 'line 1 is not of an exported journal'],
  [['prove', '7', '--output', at('x')], 2, 'not the id of an entry'],
  [['prove', '00000000-0000-4000-8000-000000000000', '--output', at('x')], 3, 'no such entry'],
  [[], 2, 'usage'],
  [['export'], 2, 'usage'],
  [['verify', '--all'], 2, 'usage'],
] as const)('journal %j ends with %i', ([args, status, words]) => {
  expect(run(...args)).toMatchObject({ status, stderr: expect.stringContaining(words) })
})
