import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import { Trouble } from '#server/platform/trouble.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Name = z.string().regex(/^[\w.-]+$/)

/** A table as it was written: `bytes` and `sha256` are those of the compressed file. */
const SavedTable = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  columns: z.array(z.string()).readonly(),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256: Sha256,
})
export type SavedTable = z.infer<typeof SavedTable>

/** Where a journal stood: after a restore it must stand there again. */
const SavedJournal = z.strictObject({ jurisdiction: z.uuid(), size: z.int().min(1), root: z.string() })

/** What a whole backup holds. The file that says it is written last; a folder without it is no backup. */
const Manifest = z.strictObject({
  form: z.literal('xiaohao-backup/1'),
  madeAt: Instant,
  /** Of the program that made it. */
  program: z.string(),
  /** Version of the database server it was read from. */
  postgres: z.string(),
  migrations: z.array(z.strictObject({ name: Name, sha256: Sha256 })).readonly(),
  tables: z.array(SavedTable).readonly(),
  /** `listSha256`: of `files.sha256`, which names every file by its hash. */
  files: z.strictObject({ count: z.int().min(0), bytes: z.int().min(0), listSha256: Sha256 }),
  /** Evidence that rows refer to, but that was missing or damaged in the store already. */
  lacking: z.array(z.string()).readonly(),
  /** Every key the installation had; `isKept`: whether the backup holds them or they are kept elsewhere. */
  keys: z.strictObject({ isKept: z.boolean(), files: z.array(z.strictObject({ name: Name, sha256: Sha256 })).readonly() }),
  journals: z.array(SavedJournal).readonly(),
})
export type Manifest = z.infer<typeof Manifest>

/** Names within a backup. The lists of hashes are read by `sha256sum --check` as well. */
export const MANIFEST = 'manifest.json'
const MANIFEST_HASH = 'manifest.sha256'
export const FILE_LIST = 'files.sha256'

/** Path of a table's rows within a backup. */
export function tableFile(table: string): string {
  return path.join('tables', `${table}.copy.zst`)
}

/** Writes the manifest and its hash. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(Manifest.parse(manifest), null, 1)}\n`
  await writeFile(path.join(folder, MANIFEST), text, { flush: true })
  await writeFile(path.join(folder, MANIFEST_HASH), `${sha256Of(text)}  ${MANIFEST}\n`, { flush: true })
}

/** Reads the manifest. Throws a trouble where there is none, or where it was changed. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, MANIFEST)
  const [text, hash] = await Promise.all([readOrNull(file), readOrNull(path.join(folder, MANIFEST_HASH))])
  if (text === null || hash === null) throw noBackup(folder)
  if (!hash.startsWith(sha256Of(text))) throw damaged(file)
  const parsed = Manifest.safeParse(JSON.parse(text))
  if (!parsed.success) throw damaged(file, parsed.error)
  return parsed.data
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function readOrNull(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null)
}

function noBackup(folder: string): Trouble {
  return new Trouble({
    what: { zh: '这里没有完整的备份。', en: 'there is no whole backup here.' },
    where: folder,
    cure: {
      zh: '请指定 xiaohao-年月日… 这样的备份目录（其中有 manifest.json）；以 .unfinished 开头的目录是没有做完的备份，不能用于恢复。',
      en: 'name a backup folder such as xiaohao-2026… (with manifest.json in it); folders that begin with .unfinished were never completed.',
    },
  })
}

function damaged(file: string, cause?: unknown): Trouble {
  return new Trouble({
    what: { zh: '备份的清单已损坏。', en: 'the manifest of the backup is damaged.' },
    where: file,
    cure: { zh: '请换用另一份备份。', en: 'use another backup.' },
    cause,
  })
}
