import type { DayKind } from './model/year.ts'

/** Words of the page of work days. */
export const zh = {
  title: '工作日',
  intro: '按国务院办公厅每年公布的放假安排录入。“几个工作日内”的时限都按这里计算；没有录入的年份不会推算，相关期次显示为“待明确”。',
  loading: '正在载入……',
  year: (year: number) => `${year}年`,
  before: '上一年',
  after: '下一年',
  month: (month: number) => `${month}月`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  kinds: { work: '上班', weekend: '周末', holiday: '放假', madeUp: '补班' } satisfies Record<DayKind, string>,
  mark: { holiday: '休', madeUp: '班' },
  asked: (year: number, count: number) => `有 ${count} 个期次在等 ${year} 年的工作日，录入后立即算出时限。`,
  notEntered: '这一年还没有录入。',
  enteredBy: (by: string, at: string) => `${by} 于 ${at} 录入`,
  counts: (holidays: number, madeUp: number) => `工作日放假 ${holidays} 天，周末补班 ${madeUp} 天`,
  how: '点一天，工作日变为放假，周末变为补班；再点一次复原。',
  paste: '从通知粘贴',
  pasteHint: '把放假通知的原文贴在这里，如“1月1日至3日放假，1月4日（周日）上班”，也可以每行一天。',
  take: '读入',
  nothingRead: '没有读出日期，请检查格式。',
  save: '保存',
  undo: '放弃修改',
  saved: (year: number) => `${year}年的工作日已保存，相关时限已重新计算。`,
  readOnly: '由整改办录入和修改。',
}

export type Text = typeof zh
