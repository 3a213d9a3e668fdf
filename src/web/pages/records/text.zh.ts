import type { WorkRecord } from '#core/record/record.ts'

/** Words of the list of a register's records. */
export const zh = {
  count: (count: number) => `共 ${count} 条`,
  enter: '登记',
  importSheet: '导入',
  exportSheet: '导出',
  registers: '登记簿',
  search: '查找文字、人员或单位',
  from: '起',
  to: '止',
  org: '登记单位',
  allOrgs: '所有单位',
  state: '状态',
  anyState: '所有状态',
  states: { draft: '草稿', submitted: '已提交', accepted: '已复核', returned: '退回', voided: '作废' } satisfies Record<
    WorkRecord['state'],
    string
  >,
  unreviewed: '未复核',
  attachFolder: '按编号关联佐证',
  late: '补录',
  anyTime: '补录与否',
  onlyLate: '仅补录',
  notLate: '非补录',
  clear: '清除筛选',
  when: '发生日期',
  who: '参加人员',
  entered: '登记日期',
  enteredAgain: (first: string) => `首次登记 ${first}`,
  any: (label: string) => `${label}：全部`,
  nothing: '还没有记录。',
  nothingFound: '没有符合条件的记录，可以放宽筛选。',
  loading: '正在载入…',
  noRegister: '没有这个登记簿，或您无权查看。',
  retired: '已停用',
  sortBy: (label: string) => `按${label}排序`,
  moreFilters: '按栏目筛选',
  lateSetting: '发生后超过几天登记算补录',
  lateDays: (days: number) => `发生后超过 ${days} 天登记的，标为“补录”。`,
  change: '修改',
  save: '保存',
  saved: '已保存',
  list: '记录列表',
}

export type Text = typeof zh
