import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Account } from '#core/access/account.ts'
import { BusinessPost } from '#core/access/post.ts'
import { Instant } from '#core/day/day.ts'
import { Login } from '#contract/session.ts'

/**
 * An account with where its person stands today: 办公室 主任. `addresses`: from how many it signed in within a day, more than one of which may mean that it is
 * shared; `isIdle`: nobody has used it for 90 days.
 */
export const AccountRow = Account.unwrap()
  .extend({ places: z.array(z.string()).readonly(), addresses: z.number().int(), isIdle: z.boolean() })
  .readonly()

/** Somebody in office without an account, and what may be given; `groups` by name. */
export const AccountCandidate = z
  .object({
    person: z.uuid(),
    name: z.string(),
    login: z.string(),
    post: BusinessPost,
    places: z.array(z.string()).readonly(),
    isHead: z.boolean(),
    isLeader: z.boolean(),
    groups: z.array(z.string()).readonly(),
  })
  .readonly()

/** A password shown this once: it must be changed at the first sign-in, until when. */
export const InitialPassword = z
  .object({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    places: z.array(z.string()).readonly(),
    password: z.string(),
    until: Instant,
  })
  .readonly()

const errors = { NOT_FOUND, FORBIDDEN, REFUSED }

const id = z.uuid()
const act = (name: string, summary: string) =>
  oc.route({ method: 'POST', path: `/accounts/{id}/${name}`, summary, tags: ['account'] }).errors(errors)

// REFUSED: The business says no: `own-account`, `last-office-account`, `login-taken`, `person-has-account`, `unknown-person`, `nothing-changed`,
// `last-administrator`, `post-needs-grant`, `holds-post`.
export const account = {
  list: oc
    .route({ method: 'GET', path: '/accounts', summary: '账号', tags: ['account'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(AccountRow).readonly() })),
  candidates: oc
    .route({ method: 'GET', path: '/accounts/candidates', summary: '可开通账号的人员', tags: ['account'] })
    .errors({ FORBIDDEN })
    .output(z.object({ items: z.array(AccountCandidate).readonly() })),
  /** All of them or none. Where a person is given the account bears their name. In service they are `unassigned`: posts are granted. */
  create: oc
    .route({ method: 'POST', path: '/accounts', summary: '开通账号', tags: ['account'] })
    .errors(errors)
    .input(
      z.strictObject({
        accounts: z
          .array(
            z.strictObject({
              person: z.uuid().nullable(),
              name: z.string().trim().min(1).max(50),
              login: Login,
              post: BusinessPost.or(z.literal('unassigned')),
            }),
          )
          .min(1)
          .max(100),
      }),
    )
    .output(z.object({ passwords: z.array(InitialPassword).readonly() })),
  disable: act('disable', '停用账号').input(z.strictObject({ id })).output(Account),
  enable: act('enable', '启用账号').input(z.strictObject({ id })).output(Account),
  /** On trial only; in service posts are granted (`grant.requestPost`). */
  changePost: act('post', '调整岗位')
    .input(z.strictObject({ id, post: BusinessPost }))
    .output(Account),
  unlock: act('unlock', '解锁账号').input(z.strictObject({ id })).output(Account),
  /** A new printed password; every session of the account ends. */
  reset: act('reset', '重置密码').input(z.strictObject({ id })).output(InitialPassword),
  /** Whose account it is; null: nobody's. */
  link: act('link', '关联人员')
    .input(z.strictObject({ id, person: z.uuid().nullable() }))
    .output(Account),
}
