export const zh = {
  title: '销号',
  intro: '从申请、核实、审批到归档。先展开看过一项，才能同意它；看过的可以一并同意。',
  loading: '正在载入……',
  tabs: { mine: '待我办理', running: '办理中', ready: '可以申请', ended: '已办结' },
  total: (shown: number, total: number) => `共 ${total} 项，显示最近 ${shown} 项`,
  open: '展开',
  close: '收起',
  agreeSeen: (count: number) => `同意看过的 ${count} 项`,
  look: '查看任务、记录和佐证',
  none: {
    mine: '没有等您核实或审批的事项。',
    running: '没有正在办理的申请。',
    ready: '还没有条件齐备的任务。任务完成、记录附上佐证后列在这里；还缺什么，在任务页“销号”一节查看。',
    ended: '还没有销号或终止的任务。',
  },
}

export type Text = typeof zh
