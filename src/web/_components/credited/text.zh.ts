/** Words for what a record counts for. */
export const zh = {
  counts: '计入',
  countsNot: '未计入',
  added: (quantity: string, unit: string) => `计 ${quantity}${unit === '' ? '' : ` ${unit}`}`,
  part: { whole: '', numerator: '计入分子', denominator: '计入分母', base: '计入基数' },
  why: '原因',
  outside: {
    subject: '考核对象里没有这条记录的人员或单位',
    time: '发生日期不在考核期内',
    unknown: '人员、单位或日期不在考核范围内',
  },
  period: (from: string, to: string) => (to === '' ? `${from} 起` : `${from} 至 ${to}`),
  done: (actual: string, required: string, unit: string) => `已完成 ${actual} / 应完成 ${required} ${unit}`,
  owed: (owed: string, unit: string) => `尚欠 ${owed} ${unit}`,
  latest: (day: string) => `最晚 ${day}`,
  met: '本期已完成',
  nothing: '没有整改任务统计这个登记簿，所以这条记录暂不计入任何任务；以后确定计数口径时会自动计入。',
  of: (counts: number, not: number) => (not === 0 ? `计入 ${counts} 项任务` : `计入 ${counts} 项任务，${not} 项未计入`),
}

export type Text = typeof zh
