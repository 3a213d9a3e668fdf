import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { claimDataFolder } from '#server/platform/data-folder.ts'
import { beginningOf } from '#server/platform/process-identity.ts'

const ADDRESS = 'http://127.0.0.1:8420'

function folderWithLock(content: string | null): string {
  const folder = mkdtempSync('/tmp/xiaohao-claim-')
  onTestFinished(() => rmSync(folder, { recursive: true }))
  if (content !== null) writeFileSync(path.join(folder, 'lock'), content)
  return folder
}

function otherProcess(): number {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' })
  onTestFinished(() => void child.kill())
  return child.pid ?? 0
}

test('a free folder is claimed and released', () => {
  const folder = folderWithLock(null)
  const claim = claimDataFolder(folder, ADDRESS)
  expect(JSON.parse(readFileSync(path.join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid, address: ADDRESS })
  claim.release()
  expect(readdirSync(folder)).toEqual([])
})

test('a folder that a living process holds is refused, naming it', () => {
  const pid = otherProcess()
  const folder = folderWithLock(JSON.stringify({ pid, began: beginningOf(pid), address: ADDRESS }))
  expect(() => claimDataFolder(folder, ADDRESS)).toThrow(`pid ${pid}`)
  expect(readdirSync(folder)).toEqual(['lock'])
})

test.for([
  ['a dead process', JSON.stringify({ pid: 2 ** 22 + 1, began: 'boot/1', address: ADDRESS })],
  ['half a file', '{"pid":'],
  ['nothing', ''],
])('the lock of %s is taken over', ([, content]) => {
  const folder = folderWithLock(content ?? '')
  claimDataFolder(folder, ADDRESS)
  expect(readdirSync(folder)).toEqual(['lock'])
})

test('a process id used again by another program does not hold the folder', () => {
  const folder = folderWithLock(JSON.stringify({ pid: otherProcess(), began: 'an-earlier-boot/42', address: ADDRESS }))
  expect(claimDataFolder(folder, ADDRESS).folder).toBe(folder)
})

test('the lock of another is not removed by releasing ours', () => {
  const folder = folderWithLock(null)
  const claim = claimDataFolder(folder, ADDRESS)
  writeFileSync(path.join(folder, 'lock'), 'another')
  claim.release()
  expect(readFileSync(path.join(folder, 'lock'), 'utf8')).toBe('another')
})
