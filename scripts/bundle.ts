import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { copyProgram, digestOf, writeHashes } from './bundle/program.ts'
import { packagesFor, readLock } from './bundle/packages.ts'
import { sbomOf } from './bundle/sbom.ts'

// `npm run bundle` [-- --cpu arm64] [--to FOLDER]: one archive with everything the program needs where there is neither npm nor a network:
// program, Node, PostgreSQL, web pages, fonts where the folder `fonts` has some, hashes of every file, list of components.
const ROOT = path.join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { cpu: { type: 'string', default: process.arch }, to: { type: 'string', default: path.join(ROOT, 'bundle') } },
})
const { cpu } = values
const to = path.resolve(values.to)

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? status}`)
}

/** The folder of packages for a processor: ours, or one that npm fetches for another. */
function packagesFolder(work: string): string {
  if (cpu === process.arch) return ROOT
  const folder = path.join(work, 'packages')
  mkdirSync(folder)
  for (const name of ['package.json', 'package-lock.json']) cpSync(path.join(ROOT, name), path.join(folder, name))
  run(
    'npm',
    ['ci', '--omit=dev', '--os=linux', `--cpu=${cpu}`, '--libc=glibc', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    folder,
  )
  return folder
}

if (!existsSync(path.join(ROOT, 'dist/web/index.html'))) run('npm', ['run', 'build'], ROOT)
const work = mkdtempSync(path.join(tmpdir(), 'xiaohao-bundle-'))
try {
  const source = packagesFolder(work)
  const packages = packagesFor(readLock(ROOT), ROOT, cpu)
  const stage = path.join(work, 'xiaohao')
  const program = path.join(stage, 'program')
  copyProgram(ROOT, program)
  for (const { folder } of packages) {
    if (!existsSync(path.join(source, folder))) throw new Error(`${folder} is not installed`)
    cpSync(path.join(source, folder), path.join(program, folder), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) =>
        !path.relative(path.join(source, folder), file).split(path.sep).includes('node_modules') &&
        !/\.a$|\/include(\/|$)|\/pgxs(\/|$)|\.map$/.test(file),
    })
  }
  const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) satisfies { name: string; version: string }
  writeFileSync(path.join(program, 'sbom.cdx.json'), `${JSON.stringify(sbomOf({ name, version }, packages), null, 1)}\n`)
  const hashes = writeHashes(program)
  const id = digestOf(hashes).slice(0, 12)
  cpSync(program, path.join(stage, `program-${id}`), { recursive: true, verbatimSymlinks: true })
  rmSync(program, { recursive: true })
  const start = readFileSync(path.join(ROOT, 'scripts/bundle/start.sh'), 'utf8')
  writeFileSync(path.join(stage, 'xiaohao'), start.replaceAll('@ID@', id).replaceAll('@CPU@', cpu).replaceAll('@VERSION@', version))
  chmodSync(path.join(stage, 'xiaohao'), 0o755)
  for (const unit of ['xiaohao.service', 'xiaohao-backup.service', 'xiaohao-backup.timer'])
    cpSync(path.join(ROOT, 'scripts/bundle', unit), path.join(stage, unit))
  mkdirSync(to, { recursive: true })
  const archive = path.join(to, `xiaohao-${version}-linux-${cpu}.tar.gz`)
  run('tar', ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '-czf', archive, 'xiaohao'], work)
  writeFileSync(`${archive}.sha256`, `${digestOf(readFileSync(archive))}  ${path.basename(archive)}\n`)
  console.log(`${archive}  (${packages.length} packages, program-${id})`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
