import type { GrantRequest } from '#core/access/grant.ts'

export const zh = {
  title: '授权申请',
  intro: '授予岗位、调整知悉级别、调低敏感标记，须由申请人以外的另一人确认后才生效。',
  loading: '正在读取…',
  waiting: '待确认',
  noneWaiting: '没有待确认的申请。',
  decided: '最近处理',
  noneDecided: '还没有处理过的申请。',
  kind: { post: '岗位', clearance: '知悉级别', mark: '敏感标记' } satisfies Record<GrantRequest['kind'], string>,
  state: { waiting: '待确认', confirmed: '已确认', declined: '不同意', withdrawn: '已撤回' } satisfies Record<
    GrantRequest['state'],
    string
  >,
  column: { subject: '对象', change: '变更', reason: '理由', requested: '申请人', decided: '处理', acts: '操作' },
  confirm: '确认',
  decline: '不同意',
  withdraw: '撤回',
  own: '须由另一人确认',
  done: { confirm: '已确认，立即生效', decline: '已记为不同意', withdraw: '已撤回' },
}

export type Text = typeof zh
