import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { askDatabase, freePort, startProgram, until } from '#test/reliability/program.ts'

const CLI = path.join(import.meta.dirname, '../../bin/xiaohao.mjs')
const account = { login: 'zhangsan', password: 'Correct#Horse9' }
const json = { 'content-type': 'application/json' }

test(
  'assurance 71: from the continuous archive the installation stands again as at a moment, at most five minutes being at risk',
  { timeout: 400_000 },
  async () => {
    const folder = mkdtempSync('/tmp/xiaohao-archive-')
    chmodSync(folder, 0o755)
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const archive = path.join(folder, 'archive')
    const env = { XIAOHAO_ARCHIVE: archive }
    const options = { data: path.join(folder, 'data'), port: await freePort(), env }
    let program = await startProgram(options)
    onTestFinished(() => void program.child.kill('SIGTERM'))
    const { url } = program
    const post = (where: string, body: object, cookie = '') =>
      fetch(url + where, { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify(body) })
    const setup = await post('/api/setup', { token: program.setupToken, jurisdiction: '某市中级人民法院', name: '张三', ...account })
    const cookie = setup.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const upload = async (words: string) => {
      const form = new FormData()
      form.append('file', new File([words], `${words}.txt`))
      return (await fetch(`${url}/api/evidence`, { method: 'POST', headers: { cookie }, body: form })).status
    }
    expect(await upload('之前')).toBe(200)
    await until(() => globSync('base/base-*/base.json', { cwd: archive }).length > 0, 'a copy of the cluster is there', 120_000)
    expect(await askDatabase(options.data, "SELECT setting::int <= 300 AS ok FROM pg_settings WHERE name = 'archive_timeout'")).toEqual([
      { ok: true },
    ])

    // a start makes a round of the archive, so that the evidence of before is in it
    expect(await program.end('SIGTERM')).toBe(0)
    program = await startProgram(options)
    await until(() => globSync('files/*/*/*', { cwd: archive }).length === 1, 'the evidence is in the archive', 120_000)
    await sleep(1100)
    const moment = new Date().toISOString()
    await sleep(1100)
    const signedIn = await post('/api/session', account)
    const again = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await post('/api/organisation/sample', {}, again)).status).toBe(200)
    const before = await askDatabase(options.data, `SELECT id FROM journal_entry WHERE at < '${moment}' ORDER BY id`)
    const all = await askDatabase(options.data, 'SELECT id FROM journal_entry ORDER BY id')
    expect(all.length).toBeGreaterThan(before.length)
    // the machine is lost: nothing of it but the archive remains. A stop has archived what there was.
    expect(await program.end('SIGTERM')).toBe(0)
    rmSync(options.data, { recursive: true })

    const restore = (data: string, ...args: readonly string[]) =>
      spawnSync(process.execPath, [CLI, 'restore', '--archive', archive, ...args], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], XIAOHAO_DATA: data },
      })
    const [early, late] = [path.join(folder, 'early'), path.join(folder, 'late')]
    expect(restore(early, '--at', moment)).toMatchObject({ status: 0 })
    expect(restore(late)).toMatchObject({ status: 0 })
    expect(restore(path.join(folder, 'never'), '--at', '2001-01-01T00:00:00Z')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('no copy of the database'),
    })
    expect(restore(path.join(folder, 'future'), '--at', '2101-01-01T00:00:00Z')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('does not reach'),
    })
    expect(existsSync(path.join(early, 'restore-unfinished'))).toBe(false)

    for (const [data, entries] of [
      [early, before],
      [late, all],
    ] as const) {
      const restored = await startProgram({ data, port: await freePort() })
      onTestFinished(() => void restored.child.kill('SIGTERM'))
      const found = await askDatabase(data, 'SELECT id FROM journal_entry ORDER BY id')
      expect(found.slice(0, entries.length)).toEqual(entries)
      expect(found).toHaveLength(entries.length)
      expect(globSync('files/*/*/*', { cwd: data })).toHaveLength(1)
      const answer = await fetch(`${restored.url}/api/session`, { method: 'POST', headers: json, body: JSON.stringify(account) })
      expect(answer.status).toBe(200)
      expect(await restored.end('SIGTERM')).toBe(0)
      expect(
        spawnSync(process.execPath, [CLI, 'journal', 'verify'], {
          encoding: 'utf8',
          env: { PATH: process.env['PATH'], XIAOHAO_DATA: data },
        }),
      ).toMatchObject({ status: 0 })
    }
  },
)
