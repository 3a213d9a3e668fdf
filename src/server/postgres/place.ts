import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { findNativePackage } from '#server/postgres/native-package.ts'
import { Trouble } from '#server/platform/trouble.ts'
import type { Operator } from '#server/postgres/operator.ts'

/** Where a cluster goes that cannot lie in the data folder. */
const STATE = '/var/lib/xiaohao'
const Pointer = z.strictObject({ folder: z.string() })

/**
 * The folder for PostgreSQL's programs, cluster and socket: `postgres` in the data folder. Run by root, PostgreSQL works as another user, who cannot
 * pass a folder such as /root (0700): then it is a new folder below /var/lib/xiaohao, named in `postgres.json` in the data folder from then on.
 * Other users' rights on existing folders are never widened.
 */
export function choosePlace(data: string, operator: Operator | null, state = STATE): string {
  const pointer = path.join(data, 'postgres.json')
  const near = path.join(data, 'postgres')
  if (existsSync(pointer)) return followPointer(pointer)
  mkdirSync(near, { recursive: true })
  if (!operator) return near
  chmodSync(near, 0o711)
  if (canPass(near, operator)) return near
  if (existsSync(path.join(near, '.used'))) throw noLongerPassable(near)
  return makeFarPlace(pointer, operator, state)
}

/** The place of a data folder that was used before, changing nothing; null where it has none yet. */
export function findPlace(data: string): string | null {
  const pointer = path.join(data, 'postgres.json')
  const place = existsSync(pointer) ? Pointer.parse(JSON.parse(readFileSync(pointer, 'utf8'))).folder : path.join(data, 'postgres')
  return existsSync(place) ? place : null
}

/** The folder of the cluster in a place, by the version of the PostgreSQL that comes with the program. */
export function clusterIn(place: string): string {
  return path.join(place, `cluster-${findNativePackage().major}`)
}

/** Whether the operator can enter a folder: asked of the system itself, since rights may come from more than mode bits. */
export function canPass(folder: string, operator: Operator): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...operator, cwd: '/', stdio: 'ignore' }).status === 0
}

function makeFarPlace(pointer: string, operator: Operator, state: string): string {
  const folder = path.join(state, randomBytes(8).toString('hex'))
  mkdirSync(folder, { recursive: true })
  for (const made of [state, folder]) chmodSync(made, 0o711)
  if (!canPass(folder, operator)) throw noPlace(folder)
  writeFileSync(path.join(folder, 'belongs-to'), realpathSync(pointer.replace(/postgres\.json$/, '')))
  writeFileSync(pointer, `${JSON.stringify({ folder })}\n`)
  return folder
}

function followPointer(pointer: string): string {
  const { folder } = Pointer.parse(JSON.parse(readFileSync(pointer, 'utf8')))
  const owner = path.join(folder, 'belongs-to')
  if (!existsSync(owner)) throw lost(pointer, folder)
  const here = realpathSync(path.dirname(pointer))
  const recorded = readFileSync(owner, 'utf8')
  if (recorded === here) return folder
  // the data folder was moved, unless the old one is still there: then this is a copy, and two programs would share one cluster
  if (existsSync(path.join(recorded, 'postgres.json'))) throw copied(here, recorded)
  writeFileSync(owner, here)
  return folder
}

function noLongerPassable(folder: string): Trouble {
  return new Trouble({
    what: {
      zh: '以 root 启动时，数据库由用户 nobody 运行，但该用户已无法进入数据目录。',
      en: 'started by root, the database runs as the user nobody, who can no longer enter the data folder.',
    },
    where: folder,
    cure: {
      zh: '请恢复上级目录的进入权限（chmod o+x），或把数据目录移到其他用户可进入的位置并设置 XIAOHAO_DATA。',
      en: 'let others pass the folders above it (chmod o+x), or move the data folder and set XIAOHAO_DATA.',
    },
  })
}

function noPlace(folder: string): Trouble {
  return new Trouble({
    what: {
      zh: '以 root 启动时，数据库由用户 nobody 运行，找不到该用户可进入的目录。',
      en: 'started by root, the database runs as the user nobody, and no folder was found that this user can enter.',
    },
    where: folder,
    cure: {
      zh: '请用 XIAOHAO_DATA 指定一个其他用户可进入的数据目录，或改用普通用户启动。',
      en: 'set XIAOHAO_DATA to a folder that others may enter, or start as an ordinary user.',
    },
  })
}

function lost(pointer: string, folder: string): Trouble {
  return new Trouble({
    what: { zh: '数据目录所指的数据库目录不存在。', en: 'the database folder that the data folder names does not exist.' },
    where: `${pointer} → ${folder}`,
    cure: { zh: '请从备份恢复该目录；不要删除数据目录。', en: 'restore that folder from a backup; do not remove the data folder.' },
  })
}

function copied(here: string, original: string): Trouble {
  return new Trouble({
    what: {
      zh: '此数据目录是另一数据目录的副本，两者指向同一个数据库。',
      en: 'this data folder is a copy of another one, and both name the same database.',
    },
    where: `${here} ← ${original}`,
    cure: {
      zh: '请使用原数据目录；确需另起一份时，删除副本中的 postgres.json（将从空库开始）。',
      en: 'use the original; for a second, empty installation remove postgres.json from the copy.',
    },
  })
}
