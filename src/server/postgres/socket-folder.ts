import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { handOver, type Operator } from '#server/postgres/operator.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** A socket's path may have 107 bytes, of which the file name takes some. */
const LONGEST = 80

/** Where a server's socket lies: below `root`, or below /tmp where that path would be too long. */
export function socketFolderOf(root: string): string {
  const near = path.join(root, 'run')
  return Buffer.byteLength(near) <= LONGEST ? near : `/tmp/xiaohao-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`
}

/** The private folder of the server's socket. */
export function makeSocketFolder(root: string, operator: Operator | null): string {
  const folder = socketFolderOf(root)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const ours = [process.getuid?.(), operator?.uid]
  // a name below /tmp could have been taken by somebody else
  if (!found.isDirectory() || !ours.includes(found.uid)) {
    throw new Trouble({
      what: { zh: '数据库套接字目录被其他用户占用。', en: 'the folder for the database socket belongs to another user.' },
      where: folder,
      cure: { zh: '请核实后删除该目录，再重新启动。', en: 'find out why, remove the folder, and start again.' },
    })
  }
  chmodSync(folder, 0o700)
  handOver(folder, operator)
  return folder
}
