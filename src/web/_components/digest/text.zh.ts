import type { DigestKind } from '#core/digest/digest.ts'

export const zh = {
  title: '今日提要',
  kinds: {
    decide: '待我办理',
    confirm: '待签收',
    answer: '待我答复的困难',
    returned: '被退回、重新打开',
    answered: '困难已有答复',
    reminded: '已催办',
    late: '逾期',
    soon: '临期',
    progress: '待报本季度进展',
    begun: '新开始',
  } satisfies Record<DigestKind, string>,
  more: (count: number) => `另有 ${count} 项`,
  mailTitle: '每日提要邮件',
  mailHint: (hour: number) => `每个工作日 ${hour} 点起发一封：待办、逾期、临期、退回和答复的编号与数量，不含正文。没有事项的日子不发。`,
  notSent: '系统还没有设置邮件服务器，暂不发送；提要在首页随时可看。',
  email: '邮箱',
  isOn: '每天发送',
  save: '保存',
  saved: '已保存',
  wrongEmail: '请填写完整的邮箱地址，例如 name@example.cn。',
  failuresTitle: '未送达的提要邮件',
  failures: (count: number) => `${count} 封提要邮件没有送达`,
  failureLine: (who: string, day: string, attempts: number) => `${day} ${who}：已试 ${attempts} 次`,
  failureState: { waiting: '将再次发送', failed: '今天不再发送' },
}

export type Text = typeof zh
