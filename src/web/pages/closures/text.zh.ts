export const zh = {
  title: '销号',
  intro: '从申请、核实、审批到归档。先展开看过一项，才能同意它；看过的可以一并同意。',
  loading: '正在载入……',
  tabs: { mine: '待我办理', running: '办理中', ready: '可以申请', ended: '已办结', watch: '回头看' },
  total: (shown: number, total: number) => `共 ${total} 项，显示最近 ${shown} 项`,
  open: '展开',
  close: '收起',
  agreeSeen: (count: number) => `同意看过的 ${count} 项`,
  look: '查看任务、记录和佐证',
  watch: {
    intro: (days: number) => `长期坚持的任务阶段性销号后，每 ${days} 天回头看一次；问题复发的，登记后重新打开。`,
    closedOn: (day: string) => `${day} 销号`,
    due: (day: string) => `${day} 前再看`,
    isDue: (day: string) => `已到期：应于 ${day} 前再看`,
    looks: (times: number) => `已看 ${times} 次`,
    last: (on: string, by: string) => `最近一次 ${on} ${by}`,
    act: '登记回头看',
    on: '回头看日期',
    outcome: '看到的情况',
    outcomes: { kept: '整改成果保持', relapsed: '问题复发，重新打开' },
    note: '怎么看的、看到什么（至少10个字）',
  },
  none: {
    mine: '没有等您核实或审批的事项。',
    running: '没有正在办理的申请。',
    ready: '还没有条件齐备的任务。任务完成、记录附上佐证后列在这里；还缺什么，在任务页“销号”一节查看。',
    ended: '还没有销号或终止的任务。',
    watch: '还没有需要回头看的任务。长期坚持的任务按期销号后列在这里。',
  },
}

export type Text = typeof zh
