import type { FileResult } from '#core/plan-batch/plan-batch.ts'

/** Words of the pages that import many plans at once. */
export const zh = {
  title: '批量导入',
  intro:
    '一次导入一个文件夹、一个压缩包（.zip）或多份文件，最多 1000 份。每份成为一份方案草稿；读不出的写明原因，不留痕迹；同样的文件不会导入两次。',
  back: '返回首页',
  drop: '把文件、文件夹或压缩包拖到这里',
  files: '选择文件',
  folder: '选择文件夹',
  tooMany: (count: number) => `选了 ${count} 份文件，一次最多 1000 份。请分几次导入。`,
  empty: '其中没有可以导入的文件。',
  recent: '最近的批量导入',
  loading: '正在打开……',
  missing: '没有这次批量导入。',
  startedBy: (by: string, at: string) => `${by} 于 ${at} 开始`,
  sending: (done: number, all: number) => `正在上传 ${done} / ${all}。请不要关闭本页。`,
  running: (done: number, all: number) => `已处理 ${done} / ${all}。可以离开本页，处理不会中断。`,
  unpacking: '正在解开压缩包……',
  waitsForFiles: (taken: number, expected: number) =>
    `收到 ${taken} / ${expected} 份，其余没有传完。请再选同一个文件夹继续，已收到的不会重复；或结束上传。`,
  goOn: '继续上传',
  finish: '不再上传',
  cancel: '取消',
  cancelled: '已取消。取消前完成的方案保留，其余没有留下痕迹。',
  over: (done: number) => `处理完毕，${done} 份成为方案。`,
  leftOut: (count: number) => `略过隐藏文件等 ${count} 个。`,
  archiveFailed: '压缩包没有处理完：',
  tooManyInside: (found: string) => `压缩包里有 ${found} 份文件，一次最多 1000 份。请分成几个压缩包。`,
  all: '全部',
  result: {
    waiting: '等待',
    reading: '正在读取',
    done: '已导入',
    same: '以前导入过',
    failed: '未能导入',
    cancelled: '已取消',
  } satisfies Record<FileResult, string>,
  mark: { waiting: '…', reading: '▸', done: '✓', same: '＝', failed: '✕', cancelled: '－' } satisfies Record<FileResult, string>,
  column: { file: '文件', result: '结果', outcome: '方案或原因' },
  counts: (commitments: number, questions: number) => `${commitments} 项任务，${questions} 个疑问`,
  removed: '方案已被移除',
  unsent: {
    'too-large': '文件超过 50 MB，没有上传。请压缩图片或拆分后再导入。',
    empty: '文件是空的。请检查原文件。',
    unreadable: '浏览器读不到这个文件。请关闭正在使用它的程序后重试。',
  } as Readonly<Record<string, string>>,
  previous: '上一页',
  next: '下一页',
  page: (from: number, to: number, all: number) => `第 ${from}–${to} 份，共 ${all} 份`,
}
export type Text = typeof zh
