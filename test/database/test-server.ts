import { mkdtempSync, rmSync } from 'node:fs'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { Instant } from '#core/day/day.ts'
import { type Limits, makeLimits, type SignInRules } from '#server/authn/guessing/limits.ts'
import type { Database } from '#server/db/connect.ts'
import { type Files, openFiles } from '#server/files/store.ts'
import { buildHttp } from '#server/http/server.ts'
import { type RunningJobs, startJobs } from '#server/jobs/jobs.ts'
import { loadPacks } from '#server/pack/load-packs.ts'
import { openLive } from '#server/live/hub.ts'
import { addMinutes } from '#server/platform/clock.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { prepareSetup } from '#server/setup/prepare.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

/** An answer of the server, as tests look at it. */
interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly body: Record<string, unknown>
  readonly headers: Readonly<Record<string, unknown>>
  /** `name=value` of the session cookie it set, or null. */
  readonly cookie: string | null
}

/** A whole server on a database of its own, asked without a network, whose clock a test may turn. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly database: Database
  readonly files: Files
  /** Where the file store keeps its files. */
  readonly folder: string
  readonly jobs: RunningJobs
  readonly limits: Limits
  readonly clock: { readonly now: () => Instant; readonly forward: (minutes: number) => void }
  /** Sends a request; `cookie` signs it. */
  readonly ask: (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object | null,
    cookie?: string | null,
  ) => Promise<Answer>
  /** Any other request. */
  readonly inject: (options: InjectOptions) => Promise<Answer>
  /** Does the set-up and gives the cookie of the first account (login `zhangsan`, password `Correct#Horse9`). */
  readonly setUp: () => Promise<string>
  readonly close: () => Promise<void>
}

export const LOGIN = 'zhangsan'
export const PASSWORD = 'Correct#Horse9'

/** People sign in so often in tests that their passwords would take longer than all else. What a hash really costs is tested by itself (`hashing.test.ts`). */
const CHEAP_HASH = { memoryCost: 64, timeCost: 1, parallelism: 1 }

/** Starts a server. `jobNames`: the kinds of job it may queue; `logTo`: who reads its log (otherwise it writes none); `proxies`: whose forwarded headers it believes; `rules`: how people sign in; `scanner`: what looks for malware; `beside`: a server whose database and files it shares. */
export async function startTestServer({
  jobNames = [],
  proxies = [],
  rules = {},
  logTo,
  scanner = null,
  beside = null,
}: {
  jobNames?: readonly string[]
  proxies?: readonly string[]
  rules?: Partial<SignInRules>
  logTo?: { readonly write: (line: string) => void }
  scanner?: string | null
  beside?: TestServer | null
} = {}): Promise<TestServer> {
  const database = beside?.database ?? (await freshDatabase())
  const folder = beside?.folder ?? mkdtempSync('/tmp/xiaohao-files-')
  const files = beside?.files ?? (await openFiles(folder))
  const jobs = beside?.jobs ?? (await startJobs(database.pool, jobNames, () => undefined))
  const limits = await makeLimits(rules, CHEAP_HASH)
  const live = await openLive(database.pool, () => undefined)
  let now = Instant.parse('2026-03-02T01:00:00.000Z')
  const clock = { now: () => now, forward: (minutes: number) => void (now = addMinutes(now, minutes)) }
  const log = logTo === undefined ? ({ logLevel: 'silent' } as const) : ({ logLevel: 'info', logTo } as const)
  const settings = { ...log, scanner, tls: null, proxies, isLoopbackOnly: true } as const
  const app = await buildHttp(settings, {
    db: database.db,
    clock: clock.now,
    newId: uuidv7,
    files,
    jobs,
    live,
    limits,
    packs: await loadPacks(),
  })
  const inject = async (options: InjectOptions) => answerOf(await app.inject(options))
  const ask: TestServer['ask'] = (method, url, payload, cookie) =>
    inject({ method, url, ...(payload ? { payload } : {}), headers: cookie ? { cookie } : {} })
  return {
    app,
    database,
    files,
    folder,
    jobs,
    limits,
    clock,
    ask,
    inject,
    async setUp() {
      const token = await prepareSetup(database.db, now)
      const answer = await ask('POST', '/api/setup', {
        token,
        jurisdiction: '某市中级人民法院',
        name: '张三',
        login: LOGIN,
        password: PASSWORD,
      })
      if (answer.cookie === null) throw new Error(`set-up answered ${answer.status}`)
      return answer.cookie
    },
    async close() {
      await app.close()
      await live.stop()
      if (beside !== null) return
      await jobs.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function answerOf(response: Awaited<ReturnType<FastifyInstance['inject']>>): Answer {
  const isJson = String(response.headers['content-type']).includes('json')
  const body: Record<string, unknown> = isJson && response.body !== '' ? response.json() : {}
  const set = response.cookies.find(({ name, value }) => name.endsWith('xiaohao-session') && value !== '')
  return {
    status: response.statusCode,
    code: typeof body['code'] === 'string' ? body['code'] : undefined,
    body,
    headers: response.headers,
    cookie: set ? `${set.name}=${set.value}` : null,
  }
}
