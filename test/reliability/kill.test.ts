import { createHash } from 'node:crypto'
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { casesOf } from '#test/long.ts'
import { askDatabase, freePort, postmasterOf, startProgram, type Started, until } from '#test/reliability/program.ts'
import { startWriter } from '#test/reliability/writer.ts'

const KILLS = casesOf(50)
const WRITERS = 3
const SEED = 20_260_401
const entry = { jurisdiction: '某市中级人民法院', name: '张三', login: 'zhangsan', password: 'Correct#Horse9' }

/** The same numbers in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function post(url: string, where: string, body: object): Promise<string> {
  const answer = await fetch(url + where, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${where}: ${answer.status}`)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

test(`of what was acknowledged nothing is lost and nothing is there twice, over ${KILLS} kills -9`, { timeout: 1_800_000 }, async () => {
  const folder = mkdtempSync('/tmp/xiaohao-kill-')
  chmodSync(folder, 0o755)
  const options = { data: path.join(folder, 'data'), port: await freePort() }
  const random = seeded(SEED)
  let program: Started = await startProgram(options)
  const { url } = program
  onTestFinished(() => void program.child.kill('SIGTERM'))
  await post(url, '/api/setup', { token: program.setupToken, ...entry })
  const login = () => post(url, '/api/session', { login: entry.login, password: entry.password })
  const writers = Array.from({ length: WRITERS }, (_, n) => startWriter(url, `方案${n}`, login))

  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(200 + random() * 1500)
    const postmaster = postmasterOf(options.data)
    const isDatabase = random() < 0.4 && postmaster !== null
    if (isDatabase) process.kill(postmaster, 'SIGKILL')
    else {
      await program.end('SIGKILL')
      if (random() < 0.3) await sleep(500)
      program = await startProgram(options)
    }
  }
  await until(async () => {
    if (program.child.exitCode !== null) throw new Error(program.output())
    return (await fetch(`${url}/api/setup`).catch(() => null))?.status === 404
  }, 'the server is back')
  await sleep(500)
  for (const writer of writers) await writer.stop()

  const acknowledged = writers.flatMap((writer) => writer.acknowledged)
  const requests = writers.flatMap((writer) => writer.requests)
  expect(writers.flatMap((writer) => writer.surprises)).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(KILLS)

  const ask = (text: string) => askDatabase(options.data, text)
  const unfinished = () => ask("SELECT count(*)::int AS n FROM plan_import WHERE state NOT IN ('done', 'failed', 'cancelled')")
  await until(async () => (await unfinished())[0]?.['n'] === 0, 'every import comes to its end', 180_000)
  const imports = new Map((await ask('SELECT id, state, plan_id FROM plan_import')).map((row) => [row['id'], row]))
  expect(acknowledged.filter((id) => imports.get(id)?.['state'] !== 'done')).toEqual([])

  // once each: a plan for an import, a journal entry for a request, a start and a plan for what is in the journal
  expect(await ask('SELECT plan_id FROM plan_document GROUP BY plan_id HAVING count(*) <> 1')).toEqual([])
  expect(await ask("SELECT count(*)::int - count(DISTINCT plan_id)::int AS twice FROM plan_import WHERE state = 'done'")).toEqual([
    { twice: 0 },
  ])
  expect(await ask("SELECT (SELECT count(*) FROM plan) - (SELECT count(*) FROM plan_import WHERE state = 'done') AS loose")).toEqual([
    { loose: '0' },
  ])
  const entries = await ask("SELECT request_id, count(*)::int AS n FROM journal_entry WHERE verb = 'import.start' GROUP BY 1")
  const counts = new Map(entries.map((row) => [row['request_id'], row['n']]))
  expect(requests.filter((id) => counts.get(id) !== 1)).toEqual([])
  expect(entries.length).toBe(imports.size)

  // every row has its bytes, and no upload that was cut off stays after the next start
  const stored = await ask('SELECT jurisdiction_id, sha256 FROM stored_file')
  for (const row of stored) {
    const sha256 = String(row['sha256'])
    const bytes = readFileSync(path.join(options.data, 'files', String(row['jurisdiction_id']), sha256.slice(0, 2), sha256))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  }
  expect(globSync(path.join(options.data, 'files', 'incoming', '*'))).toEqual([])
  console.log(`${KILLS} kills, ${acknowledged.length} imports acknowledged, ${imports.size} there, none lost`)
  expect(await program.end('SIGTERM')).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})
