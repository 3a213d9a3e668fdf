/** Words of the timetable. */
export const zh = {
  title: '时间表',
  intro: '每项整改任务在一年里哪一天到期：逐月列出各期的最后一日。',
  year: '年度',
  yearOf: (year: number) => `${year}年`,
  unit: '单位',
  leader: '牵头领导',
  all: '全部',
  export: '导出时间表',
  loading: '正在载入……',
  none: '没有整改任务。',
  shown: (shown: number, total: number) => (shown < total ? `共 ${total} 项，列出前 ${shown} 项；导出的表格是全部。` : `共 ${total} 项。`),
  ref: '编号',
  task: '整改任务',
  owner: '责任单位',
  month: (month: number) => `${month}月`,
  day: (day: number) => `${day}日`,
  times: (count: number) => `共${count}期`,
  elsewhere: (day: string | null) => (day === null ? '本年没有到期日' : `本年没有到期日，${day} 到期`),
  kinds: { dated: '', 'each-case': '逐件', standing: '长期', open: '口径待明确' },
}

export type Text = typeof zh
