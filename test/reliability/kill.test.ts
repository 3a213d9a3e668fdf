import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { casesOf } from '#test/long.ts'
import { command, wrongWith } from '#test/reliability/check.ts'
import { setUpCourt } from '#test/reliability/court.ts'
import { askDatabase, freePort, postmasterOf, startProgram, type Started, until } from '#test/reliability/program.ts'
import { startWriter, writeOn } from '#test/reliability/writer.ts'

const KILLS = casesOf(1000, 50)
const WRITERS = 4
const SEED = 20_260_401

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

/** Processes of the database that serve a connection; the sealer's and a writer's are among them. */
function backendsOf(postmaster: number): readonly number[] {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ').map(Number)
  return children.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('xiaohao')
    } catch {
      return false
    }
  })
}

test(
  `assurance 53: of what was acknowledged nothing is lost and nothing is there twice, over ${KILLS} kills -9 of seed ${SEED}`,
  { timeout: 7_200_000 },
  async () => {
    const folder = mkdtempSync('/tmp/xiaohao-kill-')
    chmodSync(folder, 0o755)
    const options = { data: path.join(folder, 'data'), port: await freePort() }
    const random = seeded(SEED)
    let program: Started = await startProgram(options)
    onTestFinished(() => void program.child.kill('SIGTERM'))
    const desk = await setUpCourt(program.url, program.setupToken)
    const writers = Array.from({ length: WRITERS }, (_, n) => startWriter(desk, `w${n}`))
    const killed = { program: 0, database: 0, connection: 0 }

    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep(100 + random() * 900)
      const [what, which] = [random(), random()]
      const postmaster = postmasterOf(options.data)
      if (what < 0.25 && postmaster !== null) {
        process.kill(postmaster, 'SIGKILL')
        killed.database += 1
      } else if (what < 0.5 && postmaster !== null) {
        // the sealer's, a writer's or a job's: the database then ends all others and recovers
        const backends = backendsOf(postmaster)
        const pid = backends[Math.floor(which * backends.length)]
        if (pid !== undefined) process.kill(pid, 'SIGKILL')
        killed.connection += 1
      } else {
        await program.end('SIGKILL')
        if (which < 0.3) await sleep(300)
        program = await startProgram(options)
        killed.program += 1
      }
    }
    await until(async () => {
      if (program.child.exitCode !== null) throw new Error(program.output())
      return (await fetch(`${program.url}/api/setup`).catch(() => null))?.status === 404
    }, 'the server is back')
    await writeOn(writers)
    for (const writer of writers) await writer.stop()

    const done = writers.flatMap((writer) => writer.done)
    const open = writers.flatMap((writer) => writer.open)
    expect(writers.flatMap((writer) => writer.surprises)).toEqual([])
    expect(done.length).toBeGreaterThan(KILLS)
    const ask = async (text: string) => askDatabase(options.data, text)
    const unfinished = async () => ask("SELECT count(*)::int AS n FROM plan_import WHERE state NOT IN ('done', 'failed', 'cancelled')")
    await until(async () => (await unfinished())[0]?.['n'] === 0, 'every import comes to its end', 300_000)
    expect(await ask("SELECT state, count(*) AS n FROM plan_import WHERE state <> 'done' GROUP BY 1")).toEqual([])
    expect(await wrongWith(ask, options.data, done, open)).toEqual([])
    expect(await program.end('SIGTERM')).toBe(0)

    // the sealed journal and everything that is computed agree with what stands there
    expect(command(options.data, ['journal', 'verify'])).toEqual({ code: 0, output: expect.any(String) })
    expect(command(options.data, ['ledger', 'recompute', '--check'])).toEqual({ code: 0, output: expect.any(String) })
    const repeats = writers.reduce((sum, writer) => sum + writer.repeats(), 0)
    console.log(`kills ${JSON.stringify(killed)}; ${done.length} acknowledged, ${repeats} asked again, ${open.length} left open`)
    rmSync(folder, { recursive: true, force: true })
  },
)
