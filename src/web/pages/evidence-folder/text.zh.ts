import type { ZipTrouble } from './model/read-zip.ts'
import type { Standing } from './model/rows.ts'

/** Words of the page where a folder of scans is attached. */
export const zh = {
  title: '按编号批量关联佐证',
  intro:
    '把扫描件放在一个文件夹或 .zip 里，文件名（或所在文件夹名）以记录的台账编号开头，例如“2026-015 签到表.pdf”。先核对，确认后再上传并一次关联；核对时不上传任何内容。',
  back: '登记簿',
  register: '登记簿',
  allRegisters: '全部登记簿',
  drop: '把多个文件、文件夹或 .zip 拖到这里',
  files: '选择文件或 .zip',
  folder: '选择文件夹',
  reading: '正在按编号核对……',
  again: '换一批文件',
  summary: (matched: number, several: number, unmatched: number) => `对上 ${matched} 份，待选择 ${several} 份，没有对上 ${unmatched} 份`,
  onlyOpen: '只看没有对上和待选择的',
  head: { file: '文件', number: '编号', record: '记录', state: '状态' },
  standing: { matched: '对上', several: '对应多条，请选择', unmatched: '没有对上', 'left-out': '不关联' } satisfies Record<
    Standing,
    string
  >,
  noNumber: '文件名里没有任何一条记录的编号，或记录不在可填报的范围内',
  leaveOut: '不关联这一份',
  choose: '请选择记录',
  recordOf: (file: string) => `${file} 对应的记录`,
  waiting: '待上传',
  sending: (percent: number) => `上传 ${percent}%`,
  here: '已上传',
  known: '系统里已有同一份文件，直接引用',
  send: (count: number) => `上传并关联 ${count} 份`,
  nothingChosen: '没有可以关联的文件',
  progress: (done: number, all: number) => `已上传 ${done} / ${all} 份`,
  stop: '停止并撤回',
  linking: '正在关联……',
  someRefused: (count: number) =>
    `${count} 份没有传上来，原因见各行。可以改好后重新上传这几份，也可以只关联其余的；在此之前什么都没有关联。`,
  retry: '重新上传没传上的',
  linkRest: (count: number) => `只关联其余 ${count} 份`,
  takeBack: '全部撤回',
  done: (files: number, records: number) => `已把 ${files} 份材料关联到 ${records} 条记录`,
  leftOver: (count: number) => `另有 ${count} 份没有关联，列在下面。`,
  empty: '里面没有可用的文件。',
  tooMany: (count: number, most: number) => `一次最多 ${most} 份，这里有 ${count} 份，请分批。`,
  zip: {
    damaged: '.zip 已损坏或无法识别，请重新压缩后再试。',
    encrypted: '.zip 设有密码，请去掉密码后再试。',
    'too-large': '.zip 或其中的文件过大，请分批压缩。',
  } satisfies Record<ZipTrouble, string>,
}

export type Text = typeof zh
