import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Mode } from '#core/access/mode.ts'
import { Post } from '#core/access/post.ts'
import { PasswordProfile } from '#core/authn/password-profile.ts'
import { SignInStep } from '#core/authn/second-factor.ts'
import { Instant } from '#core/day/day.ts'
import { FORBIDDEN, INVALID, NOT_FOUND, REFUSED } from '#contract/errors.ts'

/**
 * Who is signed in. `step`: what is to be done before anything else (`mustChangePassword`: that it is the password); `hasFactor`: a second factor is enrolled; `via`:
 * how the session was opened; `isConfirmed`: they proved of late who they are, so dangerous acts go through; `passwordProfile`: the rules for new passwords.
 */
export const SignedIn = z
  .object({
    accountId: z.uuid(),
    name: z.string(),
    login: z.string(),
    jurisdiction: z.string(),
    post: Post,
    mode: Mode,
    /** Acts for a post by 代理; then `name` and `post` say for which. */
    isActing: z.boolean(),
    step: SignInStep.nullable(),
    hasFactor: z.boolean(),
    via: z.enum(['password', 'directory', 'provider']),
    passwordProfile: PasswordProfile,
    isConfirmed: z.boolean(),
    mustChangePassword: z.boolean(),
  })
  .readonly()
export type SignedIn = z.infer<typeof SignedIn>

/** A browser that is signed in. `agent`: browser and system, empty where it does not say. */
export const SessionItem = z
  .object({ id: z.uuid(), address: z.string(), agent: z.string(), createdAt: Instant, seenAt: Instant, isCurrent: z.boolean() })
  .readonly()

/** One answer for a wrong login, a wrong password, a locked and a disabled account; for a wrong code as well. */
export const UNAUTHENTICATED = { status: 401 } as const
export const TOO_MANY_REQUESTS = { status: 429 } as const
/** Something is to be done first: the second factor is to be given or enrolled, or, for a dangerous act, who one is to be proved anew. */
const SECOND_FACTOR_REQUIRED = { status: 403 } as const
export const RECENT_SIGN_IN_REQUIRED = { status: 403 } as const
export const ADDRESS_NOT_ALLOWED = { status: 403 } as const

/** Length is limited so that hashing is cheap to refuse; the rules for new passwords are in `core/authn/password.ts`. */
const Typed = z.string().min(1).max(1024)
/** 登录名, as typed: compared without case and width. */
export const Login = z.string().trim().min(2).max(64)
/** A code of an app or of the printed list; spaces and hyphens in it do not count. */
export const Code = z.string().trim().min(4).max(40)

/** A challenge as it was given out, and its signature by the key. */
export const SignedChallenge = z.strictObject({ challenge: z.string().max(200), signature: z.string().regex(/^[0-9a-f]{16,200}$/) })

const guessed = { UNAUTHENTICATED, TOO_MANY_REQUESTS }
const administered = { FORBIDDEN, NOT_FOUND, ADDRESS_NOT_ALLOWED }
const id = z.uuid()

export const session = {
  signIn: oc
    .route({ method: 'POST', path: '/session', summary: '登录', tags: ['session'] })
    .errors({ INVALID, ...guessed })
    .input(z.strictObject({ login: z.string().trim().min(1).max(64), password: Typed }))
    .output(SignedIn),
  current: oc
    .route({ method: 'GET', path: '/session', summary: '当前登录', tags: ['session'] })
    .errors({ UNAUTHENTICATED })
    .output(SignedIn),
  signOut: oc.route({ method: 'DELETE', path: '/session', summary: '退出', tags: ['session'] }).errors({ UNAUTHENTICATED }),
  /**
   * Ends every other session of the account. INVALID names `next` with a fault of the password, or `reused`; UNAUTHENTICATED: `current` is wrong; REFUSED
   * `password-elsewhere`: it is the directory's.
   */
  changePassword: oc
    .route({ method: 'POST', path: '/session/password', summary: '修改密码', tags: ['session'] })
    .errors({ INVALID, REFUSED, SECOND_FACTOR_REQUIRED, ...guessed })
    .input(z.strictObject({ current: Typed, next: Typed }))
    .output(SignedIn),
  /** The second factor at sign-in, by a code of the app or of the printed list. */
  giveFactor: oc
    .route({ method: 'POST', path: '/session/factor', summary: '第二重验证', tags: ['session'] })
    .errors(guessed)
    .input(z.strictObject({ code: Code }))
    .output(SignedIn),
  /** What a certificate key is to sign, once and within five minutes. */
  challenge: oc
    .route({ method: 'POST', path: '/session/challenge', summary: '证书密钥挑战', tags: ['session'] })
    .errors({ UNAUTHENTICATED })
    .output(z.object({ challenge: z.string() })),
  /** The second factor at sign-in, by a certificate key: SM2 with SM3 over the challenge, DER in hexadecimal. */
  giveSignature: oc
    .route({ method: 'POST', path: '/session/signature', summary: '证书密钥验证', tags: ['session'] })
    .errors(guessed)
    .input(z.strictObject({ ...SignedChallenge.shape }))
    .output(SignedIn),
  /** Proves anew who one is, as RECENT_SIGN_IN_REQUIRED asks: the password, and the code where a second factor is enrolled. */
  confirm: oc
    .route({ method: 'POST', path: '/session/confirmation', summary: '再次验证身份', tags: ['session'] })
    .errors({ INVALID, ...guessed })
    .input(z.strictObject({ password: Typed, code: Code.optional() }))
    .output(SignedIn),
  list: oc
    .route({ method: 'GET', path: '/session/all', summary: '本人的登录', tags: ['session'] })
    .errors({ UNAUTHENTICATED })
    .output(z.object({ items: z.array(SessionItem).readonly() })),
  end: oc
    .route({ method: 'POST', path: '/session/{id}/end', summary: '结束本人的一处登录', tags: ['session'] })
    .errors({ NOT_FOUND })
    .input(z.strictObject({ id })),
  /** Every session of one's own but this one. */
  endOthers: oc
    .route({ method: 'POST', path: '/session/end-others', summary: '结束本人的其他登录', tags: ['session'] })
    .errors({ UNAUTHENTICATED })
    .output(z.object({ ended: z.number().int() })),
  /** Who is signed in in the jurisdiction, the last seen first. */
  ofEverybody: oc
    .route({ method: 'GET', path: '/sessions', summary: '全部登录', tags: ['session'] })
    .errors({ FORBIDDEN, ADDRESS_NOT_ALLOWED })
    .output(
      z.object({
        items: z
          .array(SessionItem.unwrap().extend({ account: z.uuid(), name: z.string(), login: z.string(), post: Post }).readonly())
          .readonly(),
      }),
    ),
  /** One session of anybody in the jurisdiction. */
  endOf: oc
    .route({ method: 'POST', path: '/sessions/{id}/end', summary: '结束一处登录', tags: ['session'] })
    .errors(administered)
    .input(z.strictObject({ id })),
  /** Every session of an account; null: of everybody but oneself. */
  endAllOf: oc
    .route({ method: 'POST', path: '/sessions/end-all', summary: '结束全部登录', tags: ['session'] })
    .errors(administered)
    .input(z.strictObject({ account: z.uuid().nullable() }))
    .output(z.object({ ended: z.number().int() })),
}
