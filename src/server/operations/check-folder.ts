import { accessSync, constants, existsSync, globSync, readdirSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { demandWhole } from '#server/backup/empty.ts'
import { about, type Finding } from '#server/operations/finding.ts'
import type { Settings } from '#server/platform/settings.ts'
import { Trouble } from '#server/platform/trouble.ts'

const GB = 1024 ** 3
/** Less free space than this is wrong, less than the second is worth a warning. */
const SPACE = { wrong: 1, warning: 5 } as const
/** Rights of others on a file. */
const OTHERS = 0o077

/** Looks at the data folder: whether it is there, ours, whole, and has room; at the rights on the keys; at the web pages and fonts of the program. */
export function checkFolder(settings: Settings, web: string): readonly Finding[] {
  const { data } = settings
  if (!existsSync(data))
    return [
      about('数据目录', 'data folder').wrong(
        [`${data} 不存在`, `${data} does not exist`],
        ['设置 XIAOHAO_DATA，或先启动一次程序', 'set XIAOHAO_DATA, or start the program once'],
      ),
    ]
  return [checkRights(data), checkSpace(data), ...checkKeys(data), checkWeb(web), checkFonts(settings)]
}

function checkRights(data: string): Finding {
  const subject = about('数据目录', 'data folder')
  try {
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK)
    demandWhole(data)
    return subject.ok([data, data])
  } catch (error) {
    if (error instanceof Trouble) return subject.wrong([error.what.zh, error.what.en], [error.cure.zh, error.cure.en])
    return subject.wrong(
      [`当前用户不能读写 ${data}`, `this user cannot read and write ${data}`],
      ['用运行程序的用户执行，或修正目录权限', 'run it as the user of the program, or correct the rights'],
    )
  }
}

function checkSpace(data: string): Finding {
  const { bavail, bsize } = statfsSync(data)
  const free = (bavail * bsize) / GB
  const subject = about('磁盘空间', 'disk space')
  const what = [`剩余 ${free.toFixed(1)} GB`, `${free.toFixed(1)} GB free`] as const
  const cure = ['清理磁盘，或把数据目录移到更大的磁盘', 'make room, or move the data folder to a larger disk'] as const
  if (free < SPACE.wrong) return subject.wrong(what, cure)
  return free < SPACE.warning ? subject.warning(what, cure) : subject.ok(what)
}

function checkKeys(data: string): readonly Finding[] {
  const subject = about('密钥', 'keys')
  const folder = path.join(data, 'keys')
  const names = existsSync(folder) ? readdirSync(folder) : []
  if (!names.includes('journal.json'))
    return [
      subject.wrong(
        ['没有给日志签名的密钥 keys/journal.json', 'keys/journal.json, which signs the journal, is missing'],
        ['从备份恢复；新安装则启动一次程序', 'restore it from a backup; in a new installation start the program once'],
      ),
    ]
  const open = names.filter((name) => (statSync(path.join(folder, name)).mode & OTHERS) !== 0)
  if (open.length > 0)
    return [
      subject.wrong(
        [`其他用户可以读取：${open.join('、')}`, `others may read ${open.join(', ')}`],
        [`chmod 600 ${folder}/*`, `chmod 600 ${folder}/*`],
      ),
    ]
  return [subject.ok([`${names.length} 个，仅本用户可读`, `${names.length}, readable by their owner alone`])]
}

function checkWeb(web: string): Finding {
  const subject = about('网页', 'web pages')
  if (existsSync(path.join(web, 'index.html'))) return subject.ok(['已构建', 'built'])
  return subject.wrong(['尚未构建', 'not built'], ['运行 npm run build', 'run npm run build'])
}

function checkFonts({ fonts }: Settings): Finding {
  const subject = about('字体', 'fonts')
  if (fonts === null) return subject.ok(['未另设，使用系统字体', 'none set: those of the system are used'])
  const found = globSync('**/*.{ttf,otf,ttc}', { cwd: fonts }).length
  if (found > 0) return subject.ok([`${fonts}：${found} 个`, `${fonts}: ${found}`])
  return subject.warning(
    [`${fonts} 中没有字体文件`, `no font in ${fonts}`],
    ['放入 .ttf、.otf 或 .ttc 文件', 'put .ttf, .otf or .ttc files there'],
  )
}
