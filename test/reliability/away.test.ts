import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/postgres/supervisor.ts'
import { command, wrongWith } from '#test/reliability/check.ts'
import { send, setUpCourt } from '#test/reliability/court.ts'
import { startFaultProxy } from '#test/reliability/fault-proxy.ts'
import { freePort, startProgram, until } from '#test/reliability/program.ts'
import { startWriter, writeOn } from '#test/reliability/writer.ts'

const WRITERS = 3
/** Whoever asks while the database is away gets an answer before they give up. */
const PATIENCE_MS = 15_000
const AFTERWARDS = 40

test(
  'over bad lines and a database that restarts nothing acknowledged is lost or there twice, and all is well at once afterwards',
  { timeout: 900_000 },
  async () => {
    const folder = mkdtempSync('/tmp/xiaohao-away-')
    chmodSync(folder, 0o755)
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const start = async () => startEmbeddedPostgres(path.join(folder, 'postgres'), { settings: { fsync: 'off' } })
    let postgres: EmbeddedPostgres = await start()
    onTestFinished(async () => postgres.stop())
    const toDatabase = await startFaultProxy(() => ({ path: `${postgres.connection.host}/.s.PGSQL.${postgres.connection.port}` }))
    const options = { data: path.join(folder, 'data'), port: await freePort() }
    const env = { DATABASE_URL: `postgres://${postgres.connection.user}@127.0.0.1:${toDatabase.port}/${postgres.connection.database}` }
    const program = await startProgram({ ...options, env })
    onTestFinished(() => void program.child.kill('SIGKILL'))
    const toServer = await startFaultProxy(() => ({ host: '127.0.0.1', port: options.port }))
    onTestFinished(async () => {
      await toServer.stop()
      await toDatabase.stop()
    })
    const desk = await setUpCourt(program.url, program.setupToken)
    const cookie = await desk.login('')
    const writers = Array.from({ length: WRITERS }, (_, n) => startWriter({ ...desk, url: `http://127.0.0.1:${toServer.port}` }, `w${n}`))
    const asked = async () => send(program.url, 'GET', '/plans', { cookie })

    /** While it lasts a request is answered, with the plans or with a clear no; afterwards there is no other answer than the plans. */
    const through = async (fault: (toldAway: () => Promise<void>) => Promise<void>, isAway: boolean) => {
      const ending = new AbortController()
      const statuses: number[] = []
      const toldAway = async () => until(() => statuses.includes(503), 'somebody is told that the database is away')
      const unclear: unknown[] = []
      const asking = (async () => {
        while (!ending.signal.aborted) {
          const answer = await Promise.race([asked(), sleep(PATIENCE_MS, null)])
          statuses.push(answer?.status ?? 0)
          if (answer?.status === 503 && !JSON.stringify(answer.body).includes('"UNAVAILABLE"')) unclear.push(answer.body)
          await sleep(50)
        }
      })()
      await fault(toldAway)
      ending.abort()
      await asking
      expect({ unclear, others: statuses.filter((status) => ![200, 503].includes(status)) }).toEqual({ unclear: [], others: [] })
      expect(statuses.includes(503) || !isAway).toBe(true)
      await until(async () => (await asked()).status === 200, 'the server has its database again')
      const afterwards: number[] = []
      for (let n = 0; n < AFTERWARDS; n += 1) afterwards.push((await asked()).status)
      expect(new Set(afterwards)).toEqual(new Set([200]))
    }

    await writeOn(writers)
    // the line to the database: broken again and again, gone, slow, silent
    await through(async () => {
      for (let n = 0; n < 15; n += 1) {
        toDatabase.cut()
        await sleep(150)
      }
    }, false)
    await through(async (toldAway) => {
      toDatabase.close()
      await toldAway()
      await sleep(2000)
      toDatabase.mend()
    }, true)
    await through(async () => {
      toDatabase.slow(40)
      await sleep(3000)
      toDatabase.mend()
    }, false)
    await through(async () => {
      toDatabase.slow(Infinity)
      await sleep(3000)
      toDatabase.mend()
    }, false)
    // the database itself, stopped and started again
    await through(async (toldAway) => {
      await postgres.stop()
      await toldAway()
      postgres = await start()
    }, true)
    // the line to those who write: answers are lost on the way
    for (let n = 0; n < 25; n += 1) {
      toServer.cut()
      await sleep(40 + ((n * 37) % 200))
    }
    toServer.slow(80)
    await sleep(2000)
    toServer.mend()
    await writeOn(writers)
    for (const writer of writers) await writer.stop()

    const done = writers.flatMap((writer) => writer.done)
    expect(writers.flatMap((writer) => writer.surprises)).toEqual([])
    const client = new pg.Client({ ...postgres.connection })
    await client.connect()
    const ask = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows
    await until(
      async () => (await ask("SELECT 1 FROM plan_import WHERE state NOT IN ('done', 'failed', 'cancelled')")).length === 0,
      'every import comes to its end',
      120_000,
    )
    expect(
      await wrongWith(
        ask,
        options.data,
        done,
        writers.flatMap((writer) => writer.open),
      ),
    ).toEqual([])
    await client.end()
    expect(await program.end('SIGTERM')).toBe(0)
    // not over the line, which this process would have to serve meanwhile
    const { host, port, user, database } = postgres.connection
    const direct = { DATABASE_URL: `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}` }
    expect(command(options.data, ['journal', 'verify'], direct)).toEqual({ code: 0, output: expect.any(String) })
    expect(command(options.data, ['ledger', 'recompute', '--check'], direct)).toEqual({ code: 0, output: expect.any(String) })
    console.log(`${done.length} acknowledged, ${writers.reduce((sum, writer) => sum + writer.repeats(), 0)} asked again`)
  },
)
