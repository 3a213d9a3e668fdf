/** Words of the page that carries over what is left of a plan. */
export const zh = {
  title: '上年结转',
  intro:
    '方案期满后，尚未完成的任务和长期坚持的任务可以结转到下一年度方案。任务还是原来那一项：原时限、登记记录和佐证都保留，不用重新录入。',
  loading: '正在读取…',
  missing: '没有这份方案，或您无权结转。',
  back: '返回方案',
  ends: (day: string) => `本方案至 ${day} 期满`,
  endless: '本方案没有截止日：长期坚持的任务会自动开始下一年度的期次，不需要结转。',
  into: '结转到',
  noInto: '还没有开始更晚、并已答复起止日期的方案。请先导入下一年度方案并答复“起止日期”。',
  option: (title: string, from: string, to: string | null) => (to === null ? `${title}（${from} 起）` : `${title}（${from} 至 ${to}）`),
  nothing: '没有需要结转的任务。',
  groups: { unfinished: '尚未完成', standing: '长期坚持，继续开展' },
  groupNotes: {
    unfinished: '原时限不变，在台账中注明“上年结转”。',
    standing: '结转后按新方案的起止日期继续产生期次。',
  },
  chooseAll: '全选',
  due: (day: string) => `原时限 ${day}`,
  owed: (owed: string, unit: string) => `尚欠 ${owed} ${unit}`,
  undetermined: '口径未定',
  carried: (title: string) => `已结转到《${title}》`,
  chosen: (count: number) => `已选 ${count} 项`,
  confirm: (count: number) => `确认结转 ${count} 项`,
  done: (count: number) => `已结转 ${count} 项`,
  whereToSee: '结转后在台账“备注”列筛选“上年结转”即可查看。',
}

export type Text = typeof zh
