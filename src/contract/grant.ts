import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { GrantRequest } from '#core/access/grant.ts'
import { Mark } from '#core/access/mark.ts'
import { Post } from '#core/access/post.ts'

const errors = { NOT_FOUND, FORBIDDEN, REFUSED }
const id = z.uuid()
const Reason = z.string().trim().min(2).max(500)
const decide = (name: string, summary: string) =>
  oc
    .route({ method: 'POST', path: `/grants/{id}/${name}`, summary, tags: ['grant'] })
    .errors(errors)
    .input(z.strictObject({ id }))
    .output(GrantRequest)

// REFUSED: The business says no: `own-account`, `own-request`, `own-grant`, `nothing-changed`, `already-waiting`, `account-disabled`, `posts-exclude`,
// `business-only`, `last-office-account`, `last-administrator`, `not-waiting`, `changed-meanwhile`, `not-yours`.
export const grant = {
  /** What waits for a second person, then the last hundred that were decided. */
  list: oc
    .route({ method: 'GET', path: '/grants', summary: '授权申请', tags: ['grant'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(GrantRequest).readonly() })),
  /** Asks for a post; counts once somebody else confirmed it. On trial at once. */
  requestPost: oc
    .route({ method: 'POST', path: '/grants/posts', summary: '申请授予岗位', tags: ['grant'] })
    .errors(errors)
    .input(z.strictObject({ account: id, post: Post, reason: Reason }))
    .output(GrantRequest),
  /** Asks for a clearance. On trial it counts at once. */
  requestClearance: oc
    .route({ method: 'POST', path: '/grants/clearances', summary: '申请调整知悉级别', tags: ['grant'] })
    .errors(errors)
    .input(z.strictObject({ account: id, clearance: Mark, reason: Reason }))
    .output(GrantRequest),
  confirm: decide('confirm', '确认授权'),
  decline: decide('decline', '不同意授权'),
  withdraw: decide('withdraw', '撤回授权申请'),
}
