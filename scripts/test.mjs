// `npm test` [-- --long]: every check and every test, ending with one line for the whole: `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { provideTools } from './test-tools.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const isLong = process.argv.includes('--long') || process.env.XIAOHAO_LONG === '1'
const bin = path.join(process.cwd(), 'node_modules', '.bin')
const folder = mkdtempSync(path.join(tmpdir(), 'xiaohao-counts-'))
const counts = path.join(folder, 'counts.json')
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, ...(isLong ? { XIAOHAO_LONG: '1' } : {}) }
// settings of a running installation must not reach the tests
for (const name of Object.keys(env)) if (/^(XIAOHAO_(?!LONG$)|DATABASE_URL$)/.test(name)) delete env[name]

const steps = [
  ['format', 'oxfmt', '--check'],
  ['lint', 'oxlint', '--type-aware'],
  ...['pure', 'node', 'web', 'e2e'].map((config) => [`types (${config})`, 'tsc', '-p', `tsconfig.${config}.json`]),
  ['unused code', 'knip'],
]

let passed = 0
let failed = 0

/** Runs one step, counts it, and says how it went. */
function step(name, program, args, environment) {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: environment })
  if (status === 0) passed += 1
  else failed += 1
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
  return status === 0
}

/** Prints the closing line and ends. */
function close() {
  rmSync(folder, { recursive: true, force: true })
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

// a step like the others, so that the closing line stands there even where nothing can be installed or built
if (!step('installed and built', process.execPath, ['scripts/prepare.mjs'], process.env)) close()
provideTools()
for (const [name, program, ...args] of steps) step(name, path.join(bin, program), args, env)

const { status } = spawnSync(path.join(bin, 'node'), ['node_modules/vitest/vitest.mjs', 'run'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...env, XIAOHAO_COUNTS: counts },
})
const tests = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { passed: 0, failed: 1, skipped: 0 }
passed += tests.passed
// a run that ends badly without a failed test (an error between tests, a crash) is a failure as well
failed += tests.failed === 0 && status !== 0 ? 1 : tests.failed

if (tests.skipped > 0) console.log(`${tests.skipped} skipped (what they need is not on this machine, see above)`)
console.log(isLong ? 'the long run: every case' : 'the normal run: a seeded tenth of the long cases; all of them: npm run test:long')
close()
