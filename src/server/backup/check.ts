import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { hashFile } from '#server/backup/copied.ts'
import { eachOf } from '#server/backup/evidence.ts'
import { FILE_LIST, type Manifest, tableFile } from '#server/backup/manifest.ts'
import { countStage, type Progress } from '#server/backup/progress.ts'
import { Trouble } from '#server/platform/trouble.ts'

const LINE = /^(?<sha256>[0-9a-f]{64}) {2}(?<file>files\/(?<content>[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{64}))$/
const AT_ONCE = 4
/** So many damaged files are named in a message. */
const MOST_NAMED = 20

/** A file that a backup should hold. */
interface Expected {
  readonly file: string
  readonly sha256: string
}

/** Paths of the evidence in a backup, below its `files`. Throws a trouble where the list is damaged. */
export async function readFileList(backup: string, { files }: Manifest): Promise<readonly string[]> {
  const list = path.join(backup, FILE_LIST)
  const found = await hashFile(list).catch(() => null)
  if (found?.sha256 !== files.listSha256) throw damagedFiles(backup, [FILE_LIST])
  const lines = (await readFile(list, 'utf8')).split('\n').filter((line) => line !== '')
  return lines.map((line) => LINE.exec(line)?.groups?.['content'] ?? '')
}

/** Reads every file of a backup and compares its hash; gives those that are damaged or missing, by their paths within it. */
export async function checkBackup(backup: string, manifest: Manifest, progress: Progress): Promise<readonly string[]> {
  const contents = await readFileList(backup, manifest)
  const expected: Expected[] = [
    ...manifest.tables.map(({ name, sha256 }) => ({ file: tableFile(name), sha256 })),
    ...contents.map((content) => ({ file: path.join('files', content), sha256: path.basename(content) })),
    ...(manifest.keys.isKept ? manifest.keys.files.map(({ name, sha256 }) => ({ file: path.join('keys', name), sha256 })) : []),
  ]
  const bytes = manifest.files.bytes + manifest.tables.reduce((sum, table) => sum + table.bytes, 0)
  const count = countStage(progress, 'check', bytes)
  const damaged: string[] = []
  await eachOf(expected, AT_ONCE, async ({ file, sha256 }) => {
    const found = await hashFile(path.join(backup, file), count).catch(() => null)
    if (found?.sha256 !== sha256) damaged.push(file)
  })
  return damaged.toSorted()
}

/** What is said of a backup with damaged files: every one by its name, as far as they can be listed. */
export function damagedFiles(backup: string, files: readonly string[]): Trouble {
  const named = files.slice(0, MOST_NAMED).join('\n  ')
  const more = files.length > MOST_NAMED ? `\n  … ${files.length - MOST_NAMED}` : ''
  return new Trouble({
    what: {
      zh: `备份中有 ${files.length} 个文件损坏或缺失，没有恢复任何内容。`,
      en: `${files.length} files of the backup are damaged or missing; nothing was restored.`,
    },
    where: `${backup}\n  ${named}${more}`,
    cure: {
      zh: '请从另一份备份取回这些文件（同名同路径），或换用另一份备份。',
      en: 'take these files from another copy of the backup (same paths), or use another backup.',
    },
  })
}
