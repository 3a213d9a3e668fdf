import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Trouble } from '#server/platform/trouble.ts'
import { handOver, type Operator } from '#server/postgres/operator.ts'
import { canPass } from '#server/postgres/place.ts'

/** Where the log of an archive lies. */
export const LOG_FOLDER = 'wal'
/** Stands beside a cluster whose log went into the archive without a gap since its last base. */
const UNBROKEN = 'archived-to'
/** The log goes into the archive after so long at the latest, with a minute for the way: at most five minutes are at risk. */
const LONGEST_SECONDS = 240

/** A word as the shell reads it, in a setting where `%` has a meaning. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`
}

/** Settings under which PostgreSQL puts every piece of its log into the archive: compressed, synced, and under its name only when whole. */
export function archivingSettings(archive: string): Readonly<Record<string, string>> {
  const file = `${quote(path.join(archive, LOG_FOLDER))}/%f`
  return {
    archive_mode: 'on',
    archive_timeout: String(LONGEST_SECONDS),
    archive_command: `gzip -1 <"%p" >${file}.part && sync ${file}.part && mv ${file}.part ${file}.gz`,
  }
}

/** Settings under which PostgreSQL reads its log from the archive, up to a moment (null: to its end). */
export function recoverySettings(archive: string, until: string | null): Readonly<Record<string, string>> {
  return {
    archive_mode: 'off',
    restore_command: `gzip -dc <${quote(path.join(archive, LOG_FOLDER))}/%f.gz >"%p"`,
    recovery_target_action: 'promote',
    // names of time zones are not known yet when this is read
    ...(until === null ? {} : { recovery_target_time: until.replace('Z', '+00') }),
  }
}

/** Makes the archive's folder for the log, which the database's user must be able to write to. */
export function prepareArchive(archive: string, operator: Operator | null): void {
  const folder = path.join(archive, LOG_FOLDER)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  handOver(folder, operator)
  if (operator === null || canPass(folder, operator)) return
  throw new Trouble({
    what: { zh: '数据库用户无法进入归档目录。', en: 'the user of the database cannot enter the folder of the archive.' },
    where: folder,
    cure: {
      zh: '请用 XIAOHAO_ARCHIVE 指定其他用户可进入的目录，或改用普通用户运行程序。',
      en: 'name a folder in XIAOHAO_ARCHIVE that others may enter, or run the program as an ordinary user.',
    },
  })
}

/** Whether the log of a cluster has gone into this archive without a gap since its last base was made. */
export function isUnbroken(place: string, archive: string): boolean {
  const file = path.join(place, UNBROKEN)
  return existsSync(file) && readFileSync(file, 'utf8') === archive
}

/** Keeps that from now on the log goes into this archive without a gap (null: that it does not). */
export function markUnbroken(place: string, archive: string | null): void {
  const file = path.join(place, UNBROKEN)
  if (archive === null) rmSync(file, { force: true })
  else writeFileSync(file, archive)
}
