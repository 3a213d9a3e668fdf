import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadPacks } from '#server/pack/load-packs.ts'
import { Trouble, wordTrouble } from '#server/platform/trouble.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync('/tmp/xiaohao-packs-')
  cpSync(path.join(import.meta.dirname, '../../../packs/enterprise'), path.join(folder, 'enterprise'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string) => path.join(folder, 'enterprise', name)

function change(name: string, from: string, to: string): void {
  const text = readFileSync(fileOf(name), 'utf8')
  expect(text).toContain(from)
  writeFileSync(fileOf(name), text.replace(from, to))
}

async function troubleOf(): Promise<Trouble> {
  const error: unknown = await loadPacks(folder).catch((caught: unknown) => caught)
  if (error instanceof Trouble) return error
  throw new Error('no trouble')
}

test('a copy of a pack is read', async () => {
  const [pack] = await loadPacks(folder)
  expect(pack?.manifest.id).toBe('enterprise')
})

test.for([
  ['registers/purchase.json', '"公开招标",', '', 'means', '英文选项与选项个数不同', 'not as many options in English'],
  [
    'registers/purchase.json',
    '"values": ["公开招标"]',
    '"values": ["招标"]',
    'means',
    '选项中没有“招标”',
    '"招标" is not among its options',
  ],
  ['registers/purchase.json', '"group": "finance"', '"group": "money"', 'group', '没有分组“money”', 'no group "money"'],
  ['registers/purchase.json', '"filledBy": ["purchasing"]', '"filledBy": ["buyers"]', 'filledBy', '没有岗位“buyers”', 'no post "buyers"'],
  ['registers/hazard.json', '"register": "safety-check"', '"register": "check"', 'check', '没有登记簿“check”', 'no register "check"'],
  ['registers/hazard.json', '"id": "hazard"', '"id": "danger"', 'id', '与文件名“hazard”不一致', 'is not the file\'s name "hazard"'],
  ['registers/hazard.json', '"type": "text"', '"type": "words"', 'fields.1.type', '不符合定义的格式', 'does not fit the format'],
  ['registers/hazard.json', '"group"', '"gruop"', 'gruop', '不符合定义的格式', 'does not fit the format'],
  ['registers/hazard.json', '{', '', '', '无法读取', 'cannot be read'],
  ['pack.json', '"version": "1.0.0"', '"version": "1"', 'version', '不符合定义的格式', 'does not fit the format'],
  ['pack.json', '"id": "enterprise"', '"id": "company"', 'id', '与文件名“enterprise”不一致', 'is not the file\'s name "enterprise"'],
] as const)('%s with %s as %s is refused at %s', async ([name, from, to, field, zh, en]) => {
  change(name, from, to)
  const trouble = await troubleOf()
  expect(trouble.where).toBe(field === '' ? fileOf(name) : `${fileOf(name)} › ${field}`)
  expect(trouble.what.zh).toContain(zh)
  expect(trouble.what.en).toContain(en)
  expect(wordTrouble(trouble)).toContain('请修正该文件')
})

test('a pack without registers is refused', async () => {
  rmSync(fileOf('registers'), { recursive: true })
  expect((await troubleOf()).where).toBe(fileOf('registers'))
})
