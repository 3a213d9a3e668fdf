import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#server/db/connect.ts'
import { startEmbeddedPostgres } from '#server/postgres/supervisor.ts'
import { freePort, startProgram, type Started, until } from '#test/reliability/program.ts'

const CLI = path.join(import.meta.dirname, '../../bin/xiaohao.mjs')
const entry = { jurisdiction: '某市中级人民法院', name: '张三', login: 'zhangsan', password: 'Correct#Horse9' }
const PLANS = 6

function planOf(number: number): string {
  return `方案${number}\n\n一、加强政治理论学习\n1.党组每年组织集中学习12次。牵头单位：政治部。\n2.2026年3月底前修订议事规则。牵头单位：办公室。\n`
}

async function post(url: string, body: object, cookie = ''): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) })
}

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** Follows what a server tells of changes; gives what was heard so far. */
function listen({ url }: Started, cookie: string): () => string {
  let heard = ''
  void fetch(`${url}/api/live`, { headers: { cookie } }).then(
    async ({ body }) => {
      for await (const chunk of body ?? []) heard += Buffer.from(chunk).toString()
    },
    () => undefined,
  )
  return () => heard
}

test(
  'two servers on one database: each job is done once, live updates reach the browsers of both, and one may go',
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync('/tmp/xiaohao-processes-')
    chmodSync(folder, 0o755)
    const database = await startEmbeddedPostgres(path.join(folder, 'database'))
    onTestFinished(async () => {
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    const { host, port, user, database: name } = database.connection
    const env = { DATABASE_URL: `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}` }
    const data = path.join(folder, 'data')
    const first = await startProgram({ data, port: await freePort(), env })
    const second = await startProgram({ data, port: await freePort(), env })
    onTestFinished(() => void [first, second].map(({ child }) => child.kill('SIGTERM')))

    // the link of the one that started last is the one that holds
    expect((await post(`${first.url}/api/setup`, { token: first.setupToken, ...entry })).status).toBe(404)
    expect((await post(`${first.url}/api/setup`, { token: second.setupToken, ...entry })).status).toBe(200)
    const cookies = await Promise.all(
      [first, second].map(async ({ url }) => cookieOf(await post(`${url}/api/session`, { login: entry.login, password: entry.password }))),
    )
    const heard = [listen(first, cookies[0] ?? ''), listen(second, cookies[1] ?? '')]
    await until(() => heard.every((said) => said().includes('retry')), 'both streams are open')

    for (let number = 0; number < PLANS; number += 1) {
      const form = new FormData()
      form.append('file', new File([planOf(number)], `方案${number}.txt`))
      const server = number % 2 === 0 ? first : second
      expect(
        (await fetch(`${server.url}/api/imports`, { method: 'POST', headers: { cookie: cookies[number % 2] ?? '' }, body: form })).status,
      ).toBe(200)
    }
    const { pool, close } = openDatabase(database.connection, () => undefined)
    const ask = async (text: string) => (await pool.query<Record<string, unknown>>(text)).rows
    await until(
      async () => (await ask("SELECT id FROM plan_import WHERE state = 'done'")).length === PLANS,
      'every import is done',
      120_000,
    )
    expect(await ask('SELECT count(*)::int AS plans FROM plan')).toEqual([{ plans: PLANS }])
    expect(await ask("SELECT retry_count, count(*)::int AS jobs FROM pgboss.job WHERE name = 'plan-import' GROUP BY 1")).toEqual([
      { retry_count: 0, jobs: PLANS },
    ])
    await until(() => heard.every((said) => said().includes('"plan"')), 'both were told of the plans')

    // what one keeps the other gives, and when one goes the other goes on
    expect(await first.end('SIGTERM')).toBe(0)
    const form = new FormData()
    form.append('file', new File([planOf(PLANS)], '方案.txt'))
    expect((await fetch(`${second.url}/api/imports`, { method: 'POST', headers: { cookie: cookies[1] ?? '' }, body: form })).status).toBe(
      200,
    )
    await until(
      async () => (await ask("SELECT id FROM plan_import WHERE state = 'done'")).length === PLANS + 1,
      'the other goes on',
      120_000,
    )
    await until(
      async () =>
        (await ask('SELECT FROM journal_entry e WHERE NOT EXISTS (SELECT FROM journal_leaf l WHERE l.entry_id = e.id)')).length === 0,
      'all is sealed',
    )
    const verified = spawnSync(process.execPath, [CLI, 'journal', 'verify'], {
      encoding: 'utf8',
      env: { ...process.env, ...env, XIAOHAO_DATA: data },
    })
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('完整 whole') })
    await close()
    expect(await second.end('SIGTERM')).toBe(0)
  },
)
