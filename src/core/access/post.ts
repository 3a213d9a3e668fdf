import * as z from 'zod'

/**
 * 业务岗位: `office` 整改办, which runs the ledger; `leader` 院领导 or 班子成员; `unit` 部门, head and staff: which of both follows from the posts that the person
 * holds.
 */
export const BusinessPost = z.enum(['office', 'leader', 'unit'])
export type BusinessPost = z.infer<typeof BusinessPost>

/** 三员: `system_admin` 系统管理员, `security_admin` 安全管理员, `audit_admin` 审计管理员. Each excludes the others and every business post. */
export const AdminPost = z.enum(['system_admin', 'security_admin', 'audit_admin'])
export type AdminPost = z.infer<typeof AdminPost>

/** 岗位: what an account holds in its jurisdiction, one and no more. `unassigned` 未授岗: nothing yet, or no longer. */
// written out: a list put together at run time would take the schemas into every page
export const Post = z.enum(['office', 'leader', 'unit', 'system_admin', 'security_admin', 'audit_admin', 'unassigned'])
export type Post = z.infer<typeof Post>

/** Whether a post works with the ledger. */
export function isBusinessPost(post: Post): post is BusinessPost {
  return post === 'office' || post === 'leader' || post === 'unit'
}

/** Whether a post is one of the three administrators. */
export function isAdminPost(post: Post): post is AdminPost {
  return !isBusinessPost(post) && post !== 'unassigned'
}
