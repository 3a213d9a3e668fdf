import { constants } from 'node:fs'
import { access, link, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { copyHashed } from '#server/backup/copied.ts'

/** A stored file, by its content. */
export interface StoredContent {
  readonly jurisdiction: string
  readonly sha256: string
  readonly bytes: number
}

/** Path of a file's bytes below the store, and below a backup's `files`. */
export function contentPath({ jurisdiction, sha256 }: Pick<StoredContent, 'jurisdiction' | 'sha256'>): string {
  return path.join(jurisdiction, sha256.slice(0, 2), sha256)
}

/** Every content that rows refer to. */
export async function listContents(client: pg.ClientBase | pg.Pool): Promise<readonly StoredContent[]> {
  const { rows } = await client.query<{ jurisdiction: string; sha256: string; bytes: string }>(
    'SELECT jurisdiction_id AS jurisdiction, sha256, max(bytes)::text AS bytes FROM stored_file GROUP BY 1, 2 ORDER BY 1, 2',
  )
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

/** Folders from which and to which contents are brought; `earlier`: the files of a backup of before, whose bytes are shared where the disk allows it. */
export interface Ways {
  readonly from: string
  readonly to: string
  readonly earlier: string | null
}

/** Brings one content; false where it is missing or damaged at its source. Does nothing where it is there. */
export async function bringContent(
  content: StoredContent,
  { from, to, earlier }: Ways,
  onBytes: (bytes: number) => void,
): Promise<boolean> {
  const place = contentPath(content)
  const target = path.join(to, place)
  if (await isThere(target)) return true
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  if (earlier !== null && (await isShared(path.join(earlier, place), target))) {
    onBytes(content.bytes)
    return true
  }
  try {
    const { sha256 } = await copyHashed(path.join(from, place), target, onBytes)
    if (sha256 === content.sha256) return true
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  await rm(target, { force: true })
  return false
}

/** Does work for each of many, some at once. */
export async function eachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values()
  const worker = async () => {
    for (const one of waiting) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function isThere(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  )
}

/** A second name for the same bytes, where both lie on one disk that can. */
async function isShared(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false,
  )
}

/** The source is not there; a target that cannot be written has other codes. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
