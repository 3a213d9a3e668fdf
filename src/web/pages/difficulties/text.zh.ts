export const zh = {
  title: '困难问题',
  intro: '整改中遇到的困难，由提出单位请有关职务答复；答复不了的，提交领导小组或联席会议。到期没有答复的排在最前。',
  loading: '正在载入……',
  tabs: { waiting: '等待答复', answered: '已答复', ended: '已办结' },
  none: {
    waiting: '没有等待答复的困难问题。在任务页“困难问题”一节提出。',
    answered: '没有已答复、等待单位确认的。',
    ended: '还没有办结的。',
  },
  late: (count: number) => `其中 ${count} 项逾期未答复`,
  total: (shown: number, total: number) => `共 ${total} 项，显示 ${shown} 项`,
}

export type Text = typeof zh
