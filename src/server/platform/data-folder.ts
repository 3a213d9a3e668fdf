import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { createWhole } from '#server/platform/create-whole.ts'
import { beginningOf } from '#server/platform/process-identity.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** A data folder that this process alone works in. */
export interface DataFolder {
  readonly folder: string
  release: () => void
}

const Holder = z.object({ pid: z.number().int(), began: z.string(), address: z.string() })
type Holder = z.infer<typeof Holder>

const TRIES = 5

/** Makes the data folder where it is missing, and claims it; throws a trouble while another process holds it. A dead holder's claim is taken over. */
export function claimDataFolder(folder: string, address: string): DataFolder {
  makeDataFolder(folder)
  const lock = path.join(folder, 'lock')
  const own = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) ?? '', address } satisfies Holder)
  for (let left = TRIES; left > 0; left -= 1) {
    if (createLock(lock, own)) return { folder, release: () => releaseLock(lock, own) }
    const found = readIfThere(lock)
    if (found === null) continue
    const holder = parse(found)
    if (holder && holder.pid !== process.pid && isRunning(holder)) throw taken(folder, holder)
    takeAway(lock, found)
  }
  throw taken(folder, parse(readIfThere(lock) ?? ''))
}

/** Makes the data folder where it is missing: others may pass through, to the database's part below (run by root, the database is another user), but see nothing. */
export function makeDataFolder(folder: string): void {
  const isNew = !existsSync(folder)
  try {
    mkdirSync(folder, { recursive: true })
    if (isNew) chmodSync(folder, 0o711)
  } catch (cause) {
    throw new Trouble({
      what: { zh: '无法建立数据目录。', en: 'the data folder cannot be made.' },
      where: folder,
      cure: {
        zh: '请检查上级目录的写入权限，或用 XIAOHAO_DATA 另行指定。',
        en: 'check the rights on the folder above, or set XIAOHAO_DATA.',
      },
      cause,
    })
  }
}

/** Creates the lock; false where it is there already. */
function createLock(file: string, content: string): boolean {
  try {
    return createWhole(file, content)
  } catch (cause) {
    throw new Trouble({
      what: { zh: '无法写入数据目录。', en: 'the data folder cannot be written to.' },
      where: path.dirname(file),
      cure: {
        zh: '请检查目录权限、磁盘空间，以及该目录是否由另一用户（如 root）建立。',
        en: 'check its rights, free space, and whether another user (root, say) made it.',
      },
      cause,
    })
  }
}

/** Removes a dead holder's lock, unless somebody replaced it since it was read: then theirs is put back. */
function takeAway(lock: string, stale: string): void {
  const aside = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  const moved = readIfThere(aside) ?? ''
  rmSync(aside, { force: true })
  if (moved !== stale) createLock(lock, moved)
}

function releaseLock(lock: string, own: string): void {
  if (readIfThere(lock) === own) rmSync(lock, { force: true })
}

function isRunning({ pid, began }: Holder): boolean {
  const now = beginningOf(pid)
  return now !== null && (now === '' || began === '' || now === began)
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function parse(text: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function taken(folder: string, holder: Holder | null): Trouble {
  const who = holder ? `${holder.address} (pid ${holder.pid})` : '?'
  return new Trouble({
    what: { zh: '数据目录正被另一个运行中的实例使用。', en: 'the data folder is in use by another running instance.' },
    where: `${folder} ← ${who}`,
    cure: {
      zh: `程序可能已在运行：请直接打开 ${holder?.address ?? ''}；要另起一份，请用 XIAOHAO_DATA 和 XIAOHAO_LISTEN 指定别的目录和端口。`,
      en: `it may be running already: open ${holder?.address ?? ''}; for a second one set XIAOHAO_DATA and XIAOHAO_LISTEN.`,
    },
  })
}
