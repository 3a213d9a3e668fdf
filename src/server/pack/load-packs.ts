import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { checkPack } from '#core/pack/check-pack.ts'
import { type Pack, PackManifest } from '#core/pack/pack.ts'
import { PackChecklists } from '#core/inspection/template.ts'
import { Register } from '#core/register/register.ts'
import { Trouble } from '#server/platform/trouble.ts'
import { wordPackFault } from '#server/pack/fault-words.ts'

const PACKS = path.join(import.meta.dirname, '../../../packs')
const MANIFEST = 'pack.json'
const REGISTERS = 'registers'
const CHECKLISTS = 'checklists.json'

/**
 * Reads every pack below a folder (the program's own unless said), each held to its schema and to itself. Throws a trouble that names file and field where
 * one is broken: the program does not start on half of its definitions. Ordered by id; the registers by group, then title.
 */
export async function loadPacks(folder: string = PACKS): Promise<readonly Pack[]> {
  const names = await foldersIn(folder)
  return Promise.all(names.toSorted().map((name) => loadPack(path.join(folder, name))))
}

async function loadPack(folder: string): Promise<Pack> {
  const file = path.join(folder, MANIFEST)
  const manifest = await readAs(PackManifest, file)
  if (manifest.id !== path.basename(folder)) throw renamed(file, path.basename(folder), manifest.id)
  const registers = await Promise.all((await registerFiles(folder)).map(readRegister))
  const places = manifest.groups.map(({ id }) => id)
  const ordered = registers.toSorted((a, b) => places.indexOf(a.group) - places.indexOf(b.group) || compareTitles(a, b))
  const pack: Pack = { manifest, registers: ordered, checklists: await readAs(PackChecklists, path.join(folder, CHECKLISTS)) }
  const fault = checkPack(pack)[0]
  if (fault === undefined) return pack
  const where = fault.register === null ? file : path.join(folder, REGISTERS, `${fault.register}.json`)
  throw broken(where, fault.field, wordPackFault(fault))
}

async function readRegister(file: string): Promise<Register> {
  const register = await readAs(Register, file)
  const name = path.basename(file, '.json')
  if (register.id !== name) throw renamed(file, name, register.id)
  return register
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(folder, cause)
  })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

async function registerFiles(folder: string): Promise<readonly string[]> {
  const place = path.join(folder, REGISTERS)
  const names = await readdir(place).catch((cause: unknown) => {
    throw unreadable(place, cause)
  })
  const files = names.filter((name) => name.endsWith('.json')).toSorted()
  return files.map((name) => path.join(place, name))
}

async function readAs<T extends z.ZodType>(schema: T, file: string): Promise<z.infer<T>> {
  const json = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch((cause: unknown) => {
      throw unreadable(file, cause)
    })
  const parsed = schema.safeParse(json, { error: z.locales.en().localeError })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const at = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].map(String).join('.')
  const inChinese = schema.safeParse(json, { error: z.locales.zhCN().localeError }).error?.issues[0]
  throw broken(file, at, {
    zh: `不符合定义的格式（${inChinese?.message ?? ''}）`,
    en: `does not fit the format (${issue?.message ?? ''})`,
  })
}

function compareTitles(a: Register, b: Register): number {
  return a.title < b.title ? -1 : 1
}

function broken(file: string, field: string, words: { readonly zh: string; readonly en: string }): Trouble {
  const place = field === '' ? '' : ` › ${field}`
  return new Trouble({
    what: { zh: `业务包有误：${words.zh}。`, en: `a pack is broken: ${words.en}.` },
    where: `${file}${place}`,
    cure: { zh: '请修正该文件，或恢复随程序提供的版本。', en: 'correct the file, or restore the one that came with the program.' },
  })
}

function renamed(file: string, name: string, id: string): Trouble {
  return broken(file, 'id', { zh: `id “${id}”与文件名“${name}”不一致`, en: `the id "${id}" is not the file's name "${name}"` })
}

function unreadable(file: string, cause: unknown): Trouble {
  const why = cause instanceof Error ? cause.message : String(cause)
  return broken(file, '', { zh: `无法读取（${why}）`, en: `cannot be read (${why})` })
}
