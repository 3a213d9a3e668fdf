export const zh = {
  label: '查看过去某一时点的情况',
  open: '截至…',
  asOf: '截至日期',
  knownAt: '按何时已登记的情况（不填为现在）',
  show: '查看',
  change: '换个时点',
  today: '回到今天',
  close: '取消',
  past: '非当前情况',
  stood: (asOf: string, knownAt: string) =>
    knownAt === ''
      ? `以下为截至 ${asOf} 的情况：按现在已登记的记录、口径和任务计算，销号、分办、延期、催办和灯色标准为当日情况。仅供查看，不能填报。`
      : `以下为截至 ${asOf} 的情况，按 ${knownAt} 已登记的记录、口径、名册和任务显示，仅供查看，不能填报。`,
  late: (asOf: string, percent: number | null) =>
    percent === null || percent === 0
      ? `今天的数据还在推算，以下为截至 ${asOf} 的情况，推算完成后自动更新。`
      : `今天的数据还在推算：${percent}% 的任务已更新到今天，其余为截至 ${asOf} 的情况，推算完成后自动更新。`,
  working: (percent: number) => `正在推算当日的情况……已完成 ${percent}%，完成后自动显示。`,
}

export type Text = typeof zh
