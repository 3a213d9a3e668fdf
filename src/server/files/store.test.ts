import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { type Files, openFiles } from '#server/files/store.ts'

async function freshStore() {
  const folder = mkdtempSync('/tmp/xiaohao-files-')
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return { folder, files: await openFiles(folder) }
}

const J = '0198f4a0-0000-7000-8000-000000000001'

async function put(files: Files, content: Uint8Array | Readable) {
  const file = await files.receive(content)
  await file.keep(J)
  return { sha256: file.sha256, bytes: file.bytes }
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
}

test.for([0, 1, 70_000, 3_000_000])('what was put comes back: %i bytes', async (length) => {
  const { files } = await freshStore()
  const bytes = randomBytes(length)
  const stored = await put(files, Readable.from([bytes.subarray(0, length >> 1), bytes.subarray(length >> 1)]))
  expect(stored).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: length })
  expect(await files.get(J, stored.sha256)).toEqual(bytes)
})

test('the same bytes are kept once', async () => {
  const { folder, files } = await freshStore()
  const stored = await Promise.all([1, 2, 3].map(() => put(files, Buffer.from('整改方案'))))
  expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1)
  expect(everyFile(folder)).toEqual([stored[0]?.sha256])
})

test('an upload cut off leaves nothing', async () => {
  const { folder, files } = await freshStore()
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('gone')
    })(),
  )
  await expect(put(files, broken)).rejects.toThrow('gone')
  expect(everyFile(folder)).toEqual([])
})

test('what a crash left behind is cleared at the next start', async () => {
  const { folder } = await freshStore()
  writeFileSync(path.join(folder, 'incoming', 'left'), 'half')
  await openFiles(folder)
  expect(everyFile(folder)).toEqual([])
})

test('what is dropped leaves nothing', async () => {
  const { folder, files } = await freshStore()
  const file = await files.receive(Buffer.from('废'))
  expect(await file.read()).toEqual(Buffer.from('废'))
  await file.drop()
  await file.drop()
  expect(everyFile(folder)).toEqual([])
})

test('a kept file stays when it is dropped afterwards', async () => {
  const { files } = await freshStore()
  const file = await files.receive(Buffer.from('留'))
  await file.keep(J)
  await file.drop()
  expect(await files.get(J, file.sha256)).toEqual(Buffer.from('留'))
})

test('another jurisdiction does not have it', async () => {
  const { files } = await freshStore()
  const { sha256 } = await put(files, Buffer.from('甲'))
  await expect(files.get(J.replace(/1$/, '2'), sha256)).rejects.toThrow('ENOENT')
})

test('damaged bytes are not handed out', async () => {
  const { folder, files } = await freshStore()
  const { sha256 } = await put(files, Buffer.from('真'))
  writeFileSync(path.join(folder, J, sha256.slice(0, 2), sha256), '假')
  await expect(files.get(J, sha256)).rejects.toThrow('damaged')
})

test('bytes that were damaged are whole again once the same file comes in anew', async () => {
  const { folder, files } = await freshStore()
  const { sha256 } = await put(files, Buffer.from('真'))
  writeFileSync(path.join(folder, J, sha256.slice(0, 2), sha256), '假')
  await put(files, Buffer.from('真'))
  expect(await files.get(J, sha256)).toEqual(Buffer.from('真'))
})

test.for(['../../etc/passwd', '', 'A'.repeat(64)])('%s is no name of a file', async (name) => {
  const { files } = await freshStore()
  await expect(files.get(J, name)).rejects.toThrow('not the name')
})
