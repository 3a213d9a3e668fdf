import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Programs of the system that tests use, with the packages of Debian that bring them. */
const TOOLS = [
  { packages: ['chromium'], isThere: () => isProgram('chromium') || isProgram('chromium-browser') },
  { packages: ['libreoffice-writer', 'libreoffice-calc'], isThere: () => isProgram('soffice') && hasOffice() },
  { packages: ['fonts-noto-cjk'], isThere: hasChineseFont },
  { packages: ['slapd', 'openssl'], isThere: () => existsSync('/usr/sbin/slapd') && isProgram('openssl') },
]
const APT = ['-y', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', '-q']

/** Installs through apt what is missing, when run by root; otherwise says what to install. The tests that need it fail or say that they were skipped. */
export function provideTools() {
  const missing = TOOLS.filter((tool) => !tool.isThere()).flatMap((tool) => tool.packages)
  if (missing.length === 0) return
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !isProgram('apt-get')) {
    console.log(`部分测试需要以下系统组件 · some tests need: ${missing.join(' ')}\n  sudo apt-get install ${missing.join(' ')}`)
    return
  }
  console.log(`安装测试所需的系统组件 · installing ${missing.join(' ')} …`)
  // as in single-user mode: what is installed is not started as a service
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  if (!apt('install', ...APT, ...missing) && !(apt('update', '-q') && apt('install', ...APT, ...missing)))
    console.log(`未能安装 · could not install: ${missing.join(' ')}`)
}

function isProgram(name) {
  return spawnSync('/bin/sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0
}

function hasOffice() {
  const folders = ['/usr/lib/libreoffice/program', '/usr/lib64/libreoffice/program', '/opt/libreoffice/program']
  return ['libswlo.so', 'libsclo.so'].every((library) => folders.some((folder) => existsSync(`${folder}/${library}`)))
}

function hasChineseFont() {
  const { stdout, status } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== ''
}
