import * as z from 'zod'

/**
 * 岗位: what an account holds in its jurisdiction. `office` 整改办, which runs the ledger; `leader` 院领导 or 班子成员; `unit` 部门, head and staff: which of both
 * follows from the posts that the person holds.
 */
export const Post = z.enum(['office', 'leader', 'unit'])
export type Post = z.infer<typeof Post>
