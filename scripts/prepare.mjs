// Runs before `npm start` and `npm test`, maybe on an old Node with nothing installed: plain JavaScript, built-in modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

/** Says in two languages what is wrong and what to do, and ends. */
function giveUp(chinese, english) {
  console.error(`\n错误：${chinese}\nError: ${english}\n`)
  process.exit(1)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20) {
  giveUp(
    `当前 Node 为 ${process.versions.node}，需要 20 或更高版本。请升级 Node 后重试。`,
    `this is Node ${process.versions.node}; 20 or later is needed. Upgrade Node and try again.`,
  )
}

/** One digest of the names and bytes of files and folders. */
function digestOf(entries) {
  const hash = createHash('sha256')
  const visit = (entry) => {
    const stat = statSync(entry, { throwIfNoEntry: false })
    if (!stat) return
    if (stat.isDirectory()) {
      for (const name of readdirSync(entry).toSorted()) visit(path.join(entry, name))
      return
    }
    hash.update(`${entry}\0`).update(readFileSync(entry))
  }
  for (const entry of entries) visit(entry)
  return hash.digest('hex')
}

function isStale(stamp, digest) {
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest
}

function writeStamp(stamp, digest) {
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
}

function run(command, args, failed) {
  const { status, signal, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (signal) process.exit(1)
  if (error || status !== 0) giveUp(...failed)
}

function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages
}

/** Whether somebody ran `npm install` or `npm ci` already: everything of the lock is there, but for what other platforms need. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const there = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(
    ([name, { version, optional = false }]) => name === '' || there[name]?.version === version || (optional && !there[name]),
  )
}

function installWhenStale() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(readFileSync('package.json', 'utf8'))
  const wanted = JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides])
  const digest = createHash('sha256').update(wanted).update(readFileSync('package-lock.json')).digest('hex')
  if (!isStale('node_modules/.installed', digest)) return
  if (isInstalled()) {
    writeStamp('node_modules/.installed', digest)
    return
  }
  console.log('正在安装所需组件（首次约一分钟）… installing (about a minute the first time) …')
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const failed = [
    '安装失败，原因见上。请检查网络或 npm 镜像设置（npm config get registry）后重试。',
    'the installation failed, see above. Check the network or the npm registry setting and try again.',
  ]
  // npm's own Node, never the one inside node_modules: npm ci deletes that one while it runs
  const npm = process.env.npm_execpath
  if (npm) run(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], failed)
  else run('npm', args, failed)
  writeStamp('node_modules/.installed', digest)
}

/** The Node that everything else runs on: the one npm brought, else this one where it is new enough. */
function nodeOfProject() {
  const own = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(own)) return own
  if (major > 24 || (major === 24 && minor >= 0)) return process.execPath
  return giveUp(
    `本平台（${process.platform}-${process.arch}）没有随附的 Node 24，而当前 Node 为 ${process.versions.node}。请安装 Node 24。`,
    `no Node 24 comes with npm for ${process.platform}-${process.arch}, and this is ${process.versions.node}. Install Node 24.`,
  )
}

function buildWhenStale(node) {
  if (!existsSync('src/web/index.html')) return
  const digest = digestOf(['src/web', 'src/contract', 'src/core', 'vite.config.ts', 'package-lock.json', 'scripts/compress.ts'])
  if (!isStale('dist/.built', digest)) return
  console.log('正在构建网页… building the web …')
  const failed = ['网页构建失败，原因见上。', 'the web could not be built, see above.']
  run(node, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], failed)
  run(node, ['scripts/compress.ts'], failed)
  writeStamp('dist/.built', digest)
}

installWhenStale()
buildWhenStale(nodeOfProject())
