import type { HandoverItem } from '#core/handover/handover.ts'
import type { Substitution } from '#core/substitution/substitution.ts'

export const zh = {
  title: '代理与交接',
  loading: '正在读取…',
  substitutions: '代理',
  substitutionsIntro: '因事离岗时委托他人代行职务：由本人或整改办提出，另一人确认后在所定日期内生效。代办的每件事都同时记下两个人。',
  noSubstitutions: '没有代理。',
  ask: '委托代理',
  post: '职务',
  absent: '离岗人员',
  substitute: '代理人',
  from: '自',
  to: '至',
  reason: '事由',
  send: '提出',
  cancel: '取消',
  state: { waiting: '待确认', confirmed: '已确认', declined: '不同意', withdrawn: '已撤回', ended: '已结束' } satisfies Record<
    Substitution['state'],
    string
  >,
  confirm: '确认',
  decline: '不同意',
  end: '结束',
  withdraw: '撤回',
  act: '以此身份办理',
  stopActing: '恢复本人身份',
  acting: '正以代理身份办理',
  done: '已办理',
  handovers: '交接',
  handoversIntro: '职务易人时列出未完成的任务，交出人和接任人各自确认。按口径属于职务的，数字留在职务；属于个人的，随人走。',
  noHandovers: '没有交接。',
  begin: '发起交接',
  handsOver: '交出人',
  takesOver: '接任人',
  on: '交接日期',
  note: '说明',
  items: (count: number) => `未完成的任务 ${count} 项`,
  noItems: '没有未完成的任务。',
  stays: { post: '数字留在职务', person: '随人走', named: '仅列为责任人' } satisfies Record<HandoverItem['stays'], string>,
  figures: (actual: string, required: string, owed: string) => `已完成 ${actual} / 应完成 ${required}，尚欠 ${owed}`,
  confirmedBy: (name: string, at: string) => `${name} 已确认（${at}）`,
  unconfirmed: '未确认',
  cancelled: '已取消',
  cancelHandover: '取消交接',
}

export type Text = typeof zh
