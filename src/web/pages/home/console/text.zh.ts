export const zh = {
  waits: '账号还没有岗位。请联系安全管理员申请授予，另一人确认后即可使用。',
  accounts: '账号',
  accountsHint: '开通、停用账号，重置密码；谁长期没有使用',
  grantsFromHint: '为账号申请岗位与知悉级别，解除锁定',
  grants: '授权申请',
  grantsHint: '待另一人确认的授权，以及最近处理的',
  marks: '敏感标记',
  marksHint: '登记簿和栏目的敏感级别',
  organisation: '组织机构',
  organisationHint: '机构、职务与任职',
  journal: '操作日志',
  journalHint: '查阅、批注、导出并核验日志',
}

export type Text = typeof zh
