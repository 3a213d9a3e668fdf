#!/usr/bin/env node
// The command line on any Node from 20 on: plain JavaScript that runs the program with the Node 24 that npm brought.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const main = new URL('../src/cli/main.ts', import.meta.url)

if (Number(process.versions.node.split('.')[0]) >= 24) {
  module.enableCompileCache()
  await import(main.href)
} else {
  const bundled = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
  if (!existsSync(bundled)) {
    console.error(`错误：需要 Node 24，当前为 ${process.versions.node}；请先在项目目录运行 npm ci。`)
    console.error(`Error: Node 24 is needed, this is ${process.versions.node}; run npm ci in the project folder first.`)
    process.exit(1)
  }
  const self = fileURLToPath(import.meta.url)
  const { status, signal } = spawnSync(bundled, ['--disable-warning=ExperimentalWarning', self, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  if (signal) process.kill(process.pid, signal)
  process.exitCode = status ?? 1
}
