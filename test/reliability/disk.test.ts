import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { command, wrongWith } from '#test/reliability/check.ts'
import { send, setUpCourt } from '#test/reliability/court.ts'
import { askDatabase, freePort, startProgram, until } from '#test/reliability/program.ts'
import { startWriter, writeOn } from '#test/reliability/writer.ts'

const SIZE = '320m'
const MB = 1024 ** 2
const FULL_MS = 6000
const PATIENCE_MS = 60_000

/** A small disk of its own, where this machine lets one be made. */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync('/tmp/xiaohao-disk-')
  chmodSync(folder, 0o755)
  const disk = path.join(folder, 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', disk]).status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    return null
  }
  onTestFinished(() => {
    spawnSync('umount', ['-l', disk])
    rmSync(folder, { recursive: true, force: true })
  })
  return disk
}

/** Takes all the room that is left. */
function fill(file: string): void {
  const handle = openSync(file, 'a')
  for (let size = MB; size >= 1; size = Math.floor(size / 2)) {
    const bytes = Buffer.alloc(size, 1)
    try {
      for (;;) if (writeSync(handle, bytes) < size) break
    } catch {
      // no room for so much: for half of it perhaps
    }
  }
  closeSync(handle)
}

test(
  'assurance 53: a full disk refuses writes clearly, leaves nothing half done, and goes on when there is room',
  { timeout: 600_000 },
  async ({ skip }) => {
    const disk = mountSmallDisk() ?? skip('no small disk can be made here (mount needs root)')
    const options = { data: path.join(disk, 'data'), port: await freePort() }
    let program = await startProgram(options)
    onTestFinished(() => void program.child.kill('SIGTERM'))
    const desk = await setUpCourt(program.url, program.setupToken)
    const writers = Array.from({ length: 2 }, (_, n) => startWriter(desk, `w${n}`))
    await writeOn(writers)

    const statuses: number[] = []
    const [fullUntil, waitedFor] = [Date.now() + FULL_MS, Date.now() + PATIENCE_MS]
    while (Date.now() < fullUntil || (!statuses.includes(507) && Date.now() < waitedFor)) {
      // again, as the database may have given some room back
      fill(path.join(disk, 'filler'))
      const form = new FormData()
      form.append('file', new File([Buffer.alloc(MB, 'x')], 'large.txt'))
      const cookie = await desk.login('')
      const answer = await fetch(`${program.url}/api/evidence`, { method: 'POST', headers: { cookie }, body: form }).catch(() => null)
      // an answer that comes while the file is still being sent may be cut off with it
      if (answer !== null) statuses.push(answer.status)
      await sleep(200)
    }
    const reading = await send(program.url, 'GET', '/plans', { cookie: await desk.login('') }).catch(() => null)
    rmSync(path.join(disk, 'filler'))
    await until(async () => {
      if (program.child.exitCode !== null) program = await startProgram(options)
      const answer = await send(program.url, 'GET', '/plans', { cookie: await desk.login('') }).catch(() => null)
      return answer?.status === 200
    }, 'it is well again')
    await writeOn(writers)
    for (const writer of writers) await writer.stop()
    console.log(`while full uploads were answered ${[...new Set(statuses)].join(', ')} (${statuses.length}), reading ${reading?.status}`)
    expect(statuses.filter((status) => ![503, 507].includes(status))).toEqual([])
    expect(statuses).toContain(507)
    expect(writers.flatMap((writer) => writer.surprises)).toEqual([])
    const ask = async (text: string) => askDatabase(options.data, text)
    await until(
      async () => (await ask("SELECT 1 FROM plan_import WHERE state NOT IN ('done', 'failed', 'cancelled')")).length === 0,
      'imports end',
    )
    const done = writers.flatMap((writer) => writer.done)
    const open = writers.flatMap((writer) => writer.open)
    expect(await wrongWith(ask, options.data, done, open)).toEqual([])
    expect(await program.end('SIGTERM')).toBe(0)
    expect(command(options.data, ['journal', 'verify'])).toEqual({ code: 0, output: expect.any(String) })
    expect(command(options.data, ['ledger', 'recompute', '--check'])).toEqual({ code: 0, output: expect.any(String) })
  },
)
