import { spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { Trouble } from '#server/platform/trouble.ts'

/** The user that runs PostgreSQL, where it is not the program's own. */
export interface Operator {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root: then the owner of the existing cluster runs it, else `nobody`. Null: run it as ourselves. */
export function chooseOperator(cluster: string): Operator | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Hands a file or folder to the operator. */
export function handOver(target: string, operator: Operator | null): void {
  if (operator) chownSync(target, operator.uid, operator.gid)
}

// initdb looks its user up in the password file, so a bare number would not do
function idOf(flag: '-u' | '-g'): number {
  const { stdout, status } = spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' })
  if (status === 0) return Number(stdout.trim())
  throw new Trouble({
    what: {
      zh: '以 root 运行时需要系统用户 nobody 来运行数据库。',
      en: 'run by root, the system user nobody is needed to run the database.',
    },
    where: '/etc/passwd',
    cure: { zh: '请改用普通用户启动，或新建系统用户 nobody。', en: 'start as an ordinary user, or create the system user nobody.' },
  })
}
