export const zh = {
  title: '延期、调整、终止',
  intro: '由责任单位申请，两个人先后核实、审批；同意后台账、期次和灯色随即更新，原定时限和原表述始终保留。',
  loading: '正在载入……',
  tabs: { mine: '待我办理', running: '办理中', ended: '已办结' },
  none: {
    mine: '没有等您核实或审批的申请。',
    running: '没有正在办理的申请。在任务页“延期、调整、终止”一节申请。',
    ended: '还没有办结的申请。',
  },
  open: '展开',
  close: '收起',
  total: (shown: number, total: number) => `共 ${total} 项，显示 ${shown} 项`,
}

export type Text = typeof zh
