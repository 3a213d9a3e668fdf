import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readZip } from './read-zip.ts'

async function contentsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const files = await readZip(new Blob([bytes.slice()]))
  return Object.fromEntries(await Promise.all(files.map(async ({ path, open }) => [path, await (await open()).text()] as const)))
}

test('files come with their folders, folders themselves do not', async () => {
  const bytes = zipSync({
    '扫描/': new Uint8Array(),
    '扫描/2026-015.txt': strToU8('签到签到签到签到'),
    'b.txt': [strToU8('另一份'), { level: 0 }],
  })
  expect(await contentsOf(bytes)).toEqual({ '扫描/2026-015.txt': '签到签到签到签到', 'b.txt': '另一份' })
})

test('names that Windows wrote are read', async () => {
  const bytes = zipSync({ 'aaaa.txt': strToU8('x') })
  // 签到 in GBK, in both headers
  const gbk = [0xc7, 0xa9, 0xb5, 0xbd]
  for (let at = 0; at < bytes.length - 4; at += 1) if (bytes.subarray(at, at + 4).every((byte) => byte === 0x61)) bytes.set(gbk, at)
  expect(await contentsOf(bytes)).toEqual({ '签到.txt': 'x' })
})

/** An archive of one file with values put into its entry of the directory, counted from the entry's start. */
function patched(values: Readonly<Record<number, number>>): Uint8Array {
  const bytes = zipSync({ 'a.txt': strToU8('整改整改整改整改整改整改') })
  const entry = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
  for (const [at, value] of Object.entries(values)) bytes[entry + Number(at)] = value
  return bytes
}

test.for([
  ['no archive', new TextEncoder().encode('not a zip'), 'damaged'],
  ['an encrypted one', patched({ 8: 1 }), 'encrypted'],
  ['one with another method', patched({ 10: 99 }), 'damaged'],
  ['one with a damaged directory', patched({ 0: 0 }), 'damaged'],
  ['one that unpacks to more than it says', patched({ 24: 3 }), 'damaged'],
  ['one with a file that is too large', patched({ 27: 0x7f }), 'too-large'],
] as const)('refuses %s', async ([, bytes, trouble]) => {
  await expect(contentsOf(bytes)).rejects.toMatchObject({ trouble })
})
