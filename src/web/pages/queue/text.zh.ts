/** Words of the office's queue. */
export const zh = {
  title: '今日待办',
  intro: '等待办公室处理的事项。编号进入整改任务，可直接看到方案原文；数字与台账一致。',
  loading: '正在载入……',
  nothing: '现在没有等待处理的事项。',
  kinds: {
    verify: '待核验、审签（销号）',
    meeting: '待登记会议决定（销号）',
    decide: '待审批（延期、调整、终止）',
    answer: '待答复（困难问题）',
    settle: '单位退回的分办',
    dispatch: '待分办',
    accept: '待复核（工作记录）',
    inspect: '待核实、已逾期（督查问题）',
    remind: '待催办（已逾期，一周内未催办）',
    question: '待回答的疑点',
    define: '口径待明确',
    report: '待出具的季度报告',
  },
  more: (shown: number, total: number) => `列出前 ${shown} 项，共 ${total} 项`,
  questions: (count: string) => `${count} 个疑点`,
  open: '办理',
  choose: (ref: string) => `选择 ${ref}`,
  chooseAll: '全选',
  remind: (count: number) => (count === 0 ? '催办所选' : `催办所选 ${count} 项`),
  reminded: (count: number, left: number) => (left === 0 ? `已催办 ${count} 项。` : `已催办 ${count} 项，${left} 项无须催办，已略过。`),
}

export type Text = typeof zh
