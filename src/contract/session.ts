import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Post } from '#core/access/post.ts'

/** Who is signed in. `mustChangePassword`: nothing else is possible until the password is changed. */
export const SignedIn = z
  .object({
    accountId: z.uuid(),
    name: z.string(),
    login: z.string(),
    jurisdiction: z.string(),
    post: Post,
    mustChangePassword: z.boolean(),
  })
  .readonly()
export type SignedIn = z.infer<typeof SignedIn>

/** What is wrong with the input: the path of each field and a code. */
export const INVALID = {
  status: 400,
  data: z.object({ fields: z.array(z.object({ path: z.array(z.string()), code: z.string() })) }),
} as const
/** One answer for a wrong login, a wrong password, a locked and a disabled account. */
const UNAUTHENTICATED = { status: 401 } as const
const TOO_MANY_REQUESTS = { status: 429 } as const

/** Length is limited so that hashing is cheap to refuse; the rules for new passwords are in `core/access/password.ts`. */
const Typed = z.string().min(1).max(1024)
/** 登录名, as typed: compared without case and width. */
export const Login = z.string().trim().min(2).max(64)

export const session = {
  signIn: oc
    .route({ method: 'POST', path: '/session', summary: '登录', tags: ['session'] })
    .errors({ INVALID, UNAUTHENTICATED, TOO_MANY_REQUESTS })
    .input(z.strictObject({ login: z.string().trim().min(1).max(64), password: Typed }))
    .output(SignedIn),
  current: oc
    .route({ method: 'GET', path: '/session', summary: '当前登录', tags: ['session'] })
    .errors({ UNAUTHENTICATED })
    .output(SignedIn),
  signOut: oc.route({ method: 'DELETE', path: '/session', summary: '退出', tags: ['session'] }).errors({ UNAUTHENTICATED }),
  /** Ends every other session of the account. INVALID names `next` with a fault of the password, or `reused`; UNAUTHENTICATED: `current` is wrong. */
  changePassword: oc
    .route({ method: 'POST', path: '/session/password', summary: '修改密码', tags: ['session'] })
    .errors({ INVALID, UNAUTHENTICATED, TOO_MANY_REQUESTS })
    .input(z.strictObject({ current: Typed, next: Typed }))
    .output(SignedIn),
}
