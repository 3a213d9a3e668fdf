import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  globSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { isLong } from '#test/long.ts'
import { freePort } from '#test/reliability/program.ts'

const ROOT = path.join(import.meta.dirname, '../..')
/** A network without a way out needs root. */
const canCutOff = process.getuid?.() === 0 && spawnSync('unshare', ['--net', 'true']).status === 0
/** Programs of the system that the bundle may use: a shell and the core utilities. */
const SYSTEM = ['sh', 'dirname', 'sha256sum', 'id', 'cat', 'head', 'kill', 'cp', 'mv', 'gzip', 'sync', 'test']

const folder = mkdtempSync('/tmp/xiaohao-bundle-')
const bin = path.join(folder, 'bin')
let archive = ''
beforeAll(() => {
  if (!isLong) return
  chmodSync(folder, 0o755)
  const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/bundle.ts', '--to', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  archive = globSync('*.tar.gz', { cwd: folder }).map((name) => path.join(folder, name))[0] ?? ''
  mkdirSync(bin)
  for (const name of SYSTEM) {
    const found = ['/usr/bin', '/bin'].map((place) => path.join(place, name)).find((file) => spawnSync('test', ['-x', file]).status === 0)
    if (found !== undefined) symlinkSync(found, path.join(bin, name))
  }
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function unpack(into: string): string {
  mkdirSync(into, { recursive: true })
  expect(spawnSync('tar', ['-xzf', archive, '-C', into]).status).toBe(0)
  return path.join(into, 'xiaohao')
}

const programOf = (home: string) => path.join(home, globSync('program-*', { cwd: home })[0] ?? '')

const Seen = z.looseObject({ end: z.number().nullable(), output: z.string() })

/** Uses the unpacked program where there is no network, no npm and no Node of the system. */
async function useCutOff(home: string) {
  const node = globSync('program-*/node_modules/node-linux-*/bin/node', { cwd: home })[0] ?? ''
  const inside = ['-c', 'ip link set lo up && exec env -i PATH="$1" "$2" --disable-warning=ExperimentalWarning "$3" "$4" "$5"', 'sh']
  const args = [bin, path.join(home, node), path.join(import.meta.dirname, 'inside.ts'), home, String(await freePort())]
  const { stdout, stderr } = spawnSync('unshare', ['--net', '/bin/sh', ...inside, ...args], { encoding: 'utf8' })
  try {
    return Seen.parse(JSON.parse(stdout))
  } catch (cause) {
    throw new Error(`${stdout}${stderr}`, { cause })
  }
}

describe.runIf(isLong)('the bundle', () => {
  test.runIf(canCutOff)(
    'starts with one command where there is neither a network nor npm, and is updated with its data',
    { timeout: 600_000 },
    async () => {
      const home = unpack(path.join(folder, 'intranet'))
      const used = await useCutOff(home)
      expect(used).toMatchObject({
        interfaces: ['lo'],
        outside: 'not reached',
        wasSetUp: true,
        statuses: [200, 200, 200],
        plans: 1,
        doctor: 0,
        backup: 0,
        end: 0,
      })

      // as if what runs here were an older one
      const [program, script] = [programOf(home), path.join(home, 'xiaohao')]
      const older = path.join(home, 'program-000000000000')
      renameSync(program, older)
      writeFileSync(script, readFileSync(script, 'utf8').replace(path.basename(program), path.basename(older)))
      expect(await useCutOff(home)).toMatchObject({ wasSetUp: false, statuses: [200, 200, 200], plans: 2, end: 0 })

      unpack(path.join(folder, 'intranet'))
      expect(await useCutOff(home)).toMatchObject({ wasSetUp: false, statuses: [200, 200, 200], plans: 3, doctor: 0, backup: 0, end: 0 })
      expect(readFileSync(script, 'utf8')).toContain(path.basename(program))
    },
  )

  test('assurance 64: names every component with its version and hash, and holds no source of the web and no test', () => {
    const home = unpack(path.join(folder, 'looked-at'))
    const sbom = z.object({
      components: z.array(z.looseObject({ name: z.string(), version: z.string(), hashes: z.array(z.unknown()).optional() })),
    })
    const { components } = sbom.parse(JSON.parse(readFileSync(path.join(programOf(home), 'sbom.cdx.json'), 'utf8')))
    const names = new Set(components.map(({ name }) => name))
    expect(['fastify', 'pg', 'zod', `node-linux-${process.arch}`].filter((name) => !names.has(name))).toEqual([])
    expect(components.filter(({ hashes = [] }) => hashes.length === 0).map(({ name }) => name)).toEqual([])
    expect(globSync(['program-*/src/**/*.test.ts', 'program-*/src/web/**', 'program-*/test/**'], { cwd: home })).toEqual([])
  })

  test('refuses to start when a file was damaged on the way, and names it', () => {
    const home = unpack(path.join(folder, 'damaged'))
    appendFileSync(path.join(programOf(home), 'src/server/start.ts'), '\n')
    const { status, stderr, stdout } = spawnSync(path.join(home, 'xiaohao'), ['doctor'], { encoding: 'utf8', env: { PATH: bin } })
    expect([status, `${stdout}${stderr}`]).toEqual([1, expect.stringMatching(/src\/server\/start\.ts: FAILED[^]*安装包有文件损坏/)])
  })
})
