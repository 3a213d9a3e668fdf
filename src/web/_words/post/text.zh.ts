import type { Mark } from '#core/access/mark.ts'
import type { Post } from '#core/access/post.ts'

/** Words for posts and marks, and what each post does. */
export const zh = {
  post: {
    office: '整改办',
    leader: '院领导',
    unit: '部门',
    system_admin: '系统管理员',
    security_admin: '安全管理员',
    audit_admin: '审计管理员',
    unassigned: '未授岗',
  } satisfies Record<Post, string>,
  postHint: {
    office: '管理方案与台账，看得到全部业务内容',
    leader: '看得到全部台账；以本人和分管单位名义登记',
    unit: '看得到与本单位有关的任务；为本单位登记',
    system_admin: '开通、停用账号，维护组织机构与备份；不看业务内容和日志，不授岗',
    security_admin: '申请授予岗位与知悉级别、解锁；不开通账号，不看业务内容和日志',
    audit_admin: '查阅日志并批注；不做其他任何操作',
    unassigned: '可以登录，什么也看不到；须授予岗位',
  } satisfies Record<Post, string>,
  mark: { public: '公开', internal: '内部', sensitive: '敏感', restricted: '高敏' } satisfies Record<Mark, string>,
}

export type Text = typeof zh
