import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { copyHashed, hashFile } from '#server/backup/copied.ts'
import type { Manifest } from '#server/backup/manifest.ts'
import { Trouble } from '#server/platform/trouble.ts'

const KEYS = 'keys'

/** Lists every key of a data folder with its hash, and copies them into the backup (null: they are kept elsewhere). */
export async function saveKeys(data: string, backup: string | null): Promise<Manifest['keys']> {
  const from = path.join(data, KEYS)
  if (backup !== null) await mkdir(path.join(backup, KEYS), { mode: 0o700 })
  const files: Manifest['keys']['files'][number][] = []
  for (const name of listKeys(from)) {
    const file = path.join(from, name)
    const { sha256 } = backup === null ? await hashFile(file) : await copyHashed(file, path.join(backup, KEYS, name))
    files.push({ name, sha256 })
  }
  return { isKept: backup !== null, files }
}

/** Keeps the keys of a data folder in a folder of its own; those that are there already stay. */
export async function copyKeysTo(data: string, folder: string): Promise<void> {
  await mkdir(path.join(folder, KEYS), { recursive: true, mode: 0o700 })
  for (const name of listKeys(path.join(data, KEYS)))
    if (!existsSync(path.join(folder, KEYS, name))) await copyHashed(path.join(data, KEYS, name), path.join(folder, KEYS, name))
}

/** The folder from which the keys of a backup are taken: its own, or the one that is named. Throws a trouble where one is missing or another. */
export async function findKeys(backup: string, { keys }: Manifest, elsewhere: string | null): Promise<string> {
  const folder = elsewhere ?? path.join(backup, KEYS)
  if (!keys.isKept && elsewhere === null && keys.files.length > 0)
    throw withoutKeys(
      backup,
      keys.files.map(({ name }) => name),
    )
  for (const { name, sha256 } of keys.files) {
    const found = await hashFile(path.join(folder, name)).catch(() => null)
    if (found?.sha256 !== sha256) throw wrongKey(path.join(folder, name))
  }
  return folder
}

/** Puts the keys into a data folder. */
export async function restoreKeys(from: string, { keys }: Manifest, data: string): Promise<void> {
  await mkdir(path.join(data, KEYS), { recursive: true, mode: 0o700 })
  for (const { name } of keys.files) {
    await rm(path.join(data, KEYS, name), { force: true })
    await copyHashed(path.join(from, name), path.join(data, KEYS, name))
  }
}

function listKeys(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted()
}

function withoutKeys(backup: string, names: readonly string[]): Trouble {
  return new Trouble({
    what: { zh: '这份备份不含密钥。', en: 'this backup does not hold the keys.' },
    where: `${backup} (${names.join(', ')})`,
    cure: { zh: '请用 --keys 指定另行保管密钥的目录。', en: 'name the folder where the keys are kept with --keys.' },
  })
}

function wrongKey(file: string): Trouble {
  return new Trouble({
    what: { zh: '密钥文件缺失，或不是备份时的那一把。', en: 'a key is missing, or is not the one of the backup.' },
    where: file,
    cure: { zh: '请用 --keys 指定保存着原密钥的目录。', en: 'name the folder with the original keys with --keys.' },
  })
}
