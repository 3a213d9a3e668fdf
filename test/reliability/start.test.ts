import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  askDatabase,
  freePort,
  placeOf,
  postmasterOf,
  startProgram,
  startRefused,
  type StartOptions,
  until,
} from '#test/reliability/program.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = 65_534
/** Whether another user can read the program at all: not below root's home. */
const canOthersRun = isRoot && spawnSync(process.execPath, ['--version'], { uid: NOBODY, gid: NOBODY }).status === 0
const entry = { jurisdiction: '某市中级人民法院', name: '张三', login: 'zhangsan', password: 'Correct#Horse9' }

let folder: string
let options: StartOptions
beforeEach(async () => {
  folder = mkdtempSync('/tmp/xiaohao-start-')
  chmodSync(folder, 0o755)
  options = { data: path.join(folder, 'data'), port: await freePort() }
})
afterEach(() => {
  if (existsSync(options.data)) removePlace(options.data)
  rmSync(folder, { recursive: true, force: true })
})

/** Removes a database that lies outside of the data folder. */
function removePlace(data: string): void {
  const place = placeOf(data)
  if (place.startsWith('/var/lib/xiaohao/')) rmSync(place, { recursive: true, force: true })
}

async function setUp(url: string, token: string | null): Promise<Response> {
  return fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...entry }),
  })
}

async function signIn(url: string): Promise<number> {
  const { login, password } = entry
  const body = JSON.stringify({ login, password })
  return (await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status
}

const WORDING = ['错误：', '位置：', '处理：', 'Error: ', 'Where: ', 'To do: ']

/** Starts expecting a refusal; gives which of the words the message lacks, and whether it ended with 1 and without a stack. */
async function refusalOf(refused: StartOptions, ...words: string[]) {
  const { code, output } = await startRefused(refused)
  return { code, lacks: [...WORDING, ...words].filter((word) => !output.includes(word)), hasStack: /\n\s+at .*\.ts:\d+/.test(output) }
}
const CLEAR = { code: 1, lacks: [], hasStack: false }

describe('a start', () => {
  test('prints the link until it is used, keeps what was entered, and leaves nothing running', async () => {
    const first = await startProgram(options)
    expect(first.setupToken).not.toBeNull()
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200)
    expect(await first.end('SIGTERM')).toBe(0)

    const second = await startProgram(options)
    expect(second.setupToken).not.toBe(first.setupToken)
    expect((await setUp(second.url, first.setupToken)).status).toBe(404)
    expect((await setUp(second.url, second.setupToken)).status).toBe(200)
    expect(await second.end('SIGINT')).toBe(0)

    const third = await startProgram(options)
    expect(third.setupToken).toBeNull()
    expect(await signIn(third.url)).toBe(200)
    expect(await third.end('SIGTERM')).toBe(0)
    expect(postmasterOf(options.data)).toBeNull()
    expect(existsSync(path.join(options.data, 'lock'))).toBe(false)
  })

  test('serves the page, though nothing listens but on loopback', async () => {
    const program = await startProgram(options)
    const page = await fetch(`${program.url}/`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    await program.end('SIGTERM')
  })

  test.skipIf(!canOthersRun)('by an ordinary user works as by root', async () => {
    mkdirSync(options.data)
    chownSync(options.data, NOBODY, NOBODY)
    const program = await startProgram({ ...options, user: { uid: NOBODY, gid: NOBODY } })
    expect((await setUp(program.url, program.setupToken)).status).toBe(200)
    expect(statSync(path.join(options.data, 'postgres', 'cluster-18')).uid).toBe(NOBODY)
    expect(await program.end('SIGTERM')).toBe(0)
  })

  test.skipIf(!isRoot)('below a folder that others may not enter puts the database where its user can work', async () => {
    chmodSync(folder, 0o700)
    const first = await startProgram(options)
    const place = placeOf(options.data)
    expect(place).toMatch(/^\/var\/lib\/xiaohao\/[0-9a-f]{16}$/)
    expect((await setUp(first.url, first.setupToken)).status).toBe(200)
    expect(await first.end('SIGTERM')).toBe(0)
    expect([statSync(folder).mode & 0o777, placeOf(options.data)]).toEqual([0o700, place])

    const again = await startProgram(options)
    expect(await signIn(again.url)).toBe(200)
    expect(await again.end('SIGTERM')).toBe(0)
  })

  test('its database has the locale that Chinese search needs', async () => {
    const program = await startProgram(options)
    expect(
      await askDatabase(options.data, "SELECT '信访' ~ '^\\w+$' AS letters, current_setting('lc_messages') IS NOT NULL AS ok"),
    ).toEqual([{ letters: true, ok: true }])
    await program.end('SIGTERM')
  })
})

describe('a start is refused, saying what, where and what to do,', () => {
  test('when the port is taken', async () => {
    const other = createServer().listen(options.port, '127.0.0.1')
    onTestFinished(() => void other.close())
    expect(await refusalOf(options, `127.0.0.1:${options.port}`, '端口已被其他程序占用')).toEqual(CLEAR)
    expect(postmasterOf(options.data)).toBeNull()
  })

  test('when the data folder is in use, and the user of it goes on', async () => {
    const program = await startProgram(options)
    expect(await refusalOf({ ...options, port: await freePort() }, options.data, `pid ${program.child.pid}`, program.url)).toEqual(CLEAR)
    expect((await fetch(`${program.url}/api/setup`)).status).toBe(200)
    expect(await program.end('SIGTERM')).toBe(0)
  })

  test('beyond loopback', async () => {
    expect(await refusalOf({ ...options, env: { XIAOHAO_LISTEN: `0.0.0.0:${options.port}` } }, '试用方式')).toEqual(CLEAR)
    expect(existsSync(options.data)).toBe(false)
  })

  test('when a setting is wrong', async () => {
    expect(await refusalOf({ ...options, env: { XIAOHAO_LISTEN: 'nonsense' } }, 'XIAOHAO_LISTEN')).toEqual(CLEAR)
  })

  test('when the external database is not there, without its password', async () => {
    const env = { DATABASE_URL: `postgres://someone:canary@127.0.0.1:${await freePort()}/none` }
    const { code, output } = await startRefused({ ...options, env })
    expect([code, output.includes('canary'), output.includes('DATABASE_URL')]).toEqual([1, false, true])
  })
})

describe('after kill -9', () => {
  test('of the program, its database stops by itself and the next start takes over', async () => {
    const program = await startProgram(options)
    expect((await setUp(program.url, program.setupToken)).status).toBe(200)
    await program.end('SIGKILL')
    await until(() => postmasterOf(options.data) === null, 'the watchdog stops the database')
    const next = await startProgram(options)
    expect(await signIn(next.url)).toBe(200)
    expect(await next.end('SIGTERM')).toBe(0)
  })

  test('of the program, a start at once takes over as well', async () => {
    const program = await startProgram(options)
    expect((await setUp(program.url, program.setupToken)).status).toBe(200)
    await program.end('SIGKILL')
    const next = await startProgram(options)
    expect(await signIn(next.url)).toBe(200)
    expect(await next.end('SIGTERM')).toBe(0)
  })

  test('of the database, the program starts it again', async () => {
    const program = await startProgram(options)
    expect((await setUp(program.url, program.setupToken)).status).toBe(200)
    process.kill(postmasterOf(options.data) ?? 0, 'SIGKILL')
    await until(async () => (await signIn(program.url)) === 200, 'sign-in works again')
    expect(await program.end('SIGTERM')).toBe(0)
  })
})
