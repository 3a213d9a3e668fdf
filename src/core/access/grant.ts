import * as z from 'zod'
import { type Account, type AccountFacts, heldWith, missedWithout } from '#core/access/account.ts'
import { Mark } from '#core/access/mark.ts'
import { isAdminPost, isBusinessPost, Post } from '#core/access/post.ts'
import { Instant } from '#core/day/day.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/**
 * 授权申请: a post, a clearance or a lower mark that counts once somebody else confirmed it. `subject`: the account, or what bears the mark (`register:…`);
 * `value`, `former`: the post or mark asked for and the one that stood when it was asked.
 */
export const GrantRequest = z
  .object({
    id: z.uuid(),
    kind: z.enum(['post', 'clearance', 'mark']),
    subject: z.string(),
    subjectName: z.string(),
    value: z.string(),
    former: z.string(),
    reason: z.string(),
    requestedBy: z.uuid(),
    requestedByName: z.string(),
    requestedAt: Instant,
    state: z.enum(['waiting', 'confirmed', 'declined', 'withdrawn']),
    decidedBy: z.uuid().nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: Instant.nullable(),
  })
  .readonly()
export type GrantRequest = z.infer<typeof GrantRequest>

/**
 * Why a grant is not asked for or decided so. `posts-exclude`: an administrator's post and any other exclude each other, the former is given up first;
 * `own-request`: who asked does not confirm; `own-grant`: nor does whom it is for; `changed-meanwhile`: something else stands than when it was asked.
 */
export type GrantRefusal =
  | 'own-account'
  | 'own-request'
  | 'own-grant'
  | 'nothing-changed'
  | 'account-disabled'
  | 'posts-exclude'
  | 'business-only'
  | 'last-office-account'
  | 'last-administrator'
  | 'not-waiting'
  | 'changed-meanwhile'

/** What an account is asked to be given. */
export type Asked = { readonly kind: 'post'; readonly value: Post } | { readonly kind: 'clearance'; readonly value: Mark }

/** 授权 of a post or a clearance, as the account will stand. Nobody asks for themselves; an administrator's post is given to who holds none. */
export function grantTo(facts: AccountFacts, asked: Asked): Outcome<Account, GrantRefusal> {
  const { account, by } = facts
  if (account.id === by) return refuse('own-account')
  if (account.disabledAt !== null) return refuse('account-disabled')
  if (account[asked.kind] === asked.value) return refuse('nothing-changed')
  if (asked.kind === 'clearance')
    return isBusinessPost(account.post) ? accept({ ...account, clearance: asked.value }) : refuse('business-only')
  if (exclude(account.post, asked.value)) return refuse('posts-exclude')
  const missed = missedWithout(facts)
  return missed === null ? accept({ ...account, ...heldWith(account, asked.value) }) : refuse(missed)
}

/** Whether two posts may not follow each other: the first is given up (`unassigned`) before. */
function exclude(former: Post, next: Post): boolean {
  return former !== 'unassigned' && next !== 'unassigned' && (isAdminPost(former) || isAdminPost(next))
}

/** 确认 or 不同意: by somebody else than who asked and whom it is for, while it waits. */
export function decideGrant(
  request: GrantRequest,
  decided: { readonly by: string; readonly state: 'confirmed' | 'declined' },
): Outcome<typeof decided, GrantRefusal> {
  if (request.state !== 'waiting') return refuse('not-waiting')
  if (request.requestedBy === decided.by) return refuse('own-request')
  return request.subject === decided.by ? refuse('own-grant') : accept(decided)
}

/** 撤回, by who asked. */
export function withdrawGrant(request: GrantRequest, by: string): Outcome<'withdrawn', GrantRefusal | 'not-yours'> {
  if (request.state !== 'waiting') return refuse('not-waiting')
  return request.requestedBy === by ? accept('withdrawn') : refuse('not-yours')
}

/** What was asked of an account, as stored; null where a value is none any more. */
export function askedIn({ kind, value }: Pick<GrantRequest, 'kind' | 'value'>): Asked | null {
  const post = Post.safeParse(value)
  if (kind === 'post') return post.success ? { kind, value: post.data } : null
  const mark = Mark.safeParse(value)
  return kind === 'clearance' && mark.success ? { kind, value: mark.data } : null
}
