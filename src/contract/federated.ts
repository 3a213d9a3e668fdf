import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { ADDRESS_NOT_ALLOWED, RECENT_SIGN_IN_REQUIRED, SignedIn, TOO_MANY_REQUESTS, UNAUTHENTICATED } from '#contract/session.ts'

/** Who an account is elsewhere. `kind`: at the provider of identities, or in the directory; `subject`: its name of the person. */
const Identity = z
  .object({ kind: z.enum(['provider', 'directory']), issuer: z.string(), subject: z.string(), linkedAt: Instant })
  .readonly()
const Identities = z.object({ items: z.array(Identity).readonly() })

const UNAVAILABLE = { status: 503 } as const
const Kind = z.enum(['provider', 'directory'])
/** A name of a person elsewhere; never an address of mail by which they are found. */
const Subject = z.string().trim().min(1).max(255)
const id = z.uuid()
const started = z.object({ url: z.string() })
const administered = { NOT_FOUND, FORBIDDEN, REFUSED, ADDRESS_NOT_ALLOWED, RECENT_SIGN_IN_REQUIRED }

/** Sign-in by a provider of identities. REFUSED: `no-provider`, `no-directory`: the settings name none; `identity-taken`: it is another account's. */
export const federated = {
  /** Besides the password: whether a provider of identities and a directory are set. */
  ways: oc
    .route({ method: 'GET', path: '/federated', summary: '可用的登录方式', tags: ['federated'] })
    .output(z.object({ hasProvider: z.boolean(), hasDirectory: z.boolean() })),
  /** Where the browser goes to sign in. The answer comes back to the page `/sign-in/return`, which hands it to `finish`. */
  start: oc
    .route({ method: 'POST', path: '/federated/start', summary: '经统一身份认证登录', tags: ['federated'] })
    .errors({ REFUSED, UNAVAILABLE, TOO_MANY_REQUESTS })
    .output(started),
  /** For whoever is signed in: to link the identity with one's account, or to prove anew who one is. */
  startOwn: oc
    .route({ method: 'POST', path: '/federated/start-own', summary: '经统一身份认证关联或再次验证', tags: ['federated'] })
    .errors({ REFUSED, UNAVAILABLE, UNAUTHENTICATED, RECENT_SIGN_IN_REQUIRED })
    .input(z.strictObject({ purpose: z.enum(['link', 'confirm']) }))
    .output(started),
  /** `query`: what the provider added to the address, after the question mark. UNAUTHENTICATED: it proves nothing, or no account is linked. */
  finish: oc
    .route({ method: 'POST', path: '/federated/finish', summary: '完成统一身份认证', tags: ['federated'] })
    .errors({ REFUSED, UNAUTHENTICATED, UNAVAILABLE, TOO_MANY_REQUESTS })
    .input(z.strictObject({ query: z.string().max(4096) }))
    .output(SignedIn.unwrap().extend({ purpose: z.enum(['sign-in', 'link', 'confirm']) })),
  own: oc.route({ method: 'GET', path: '/federated/own', summary: '本人的统一身份', tags: ['federated'] }).output(Identities),
  ofAccount: oc
    .route({ method: 'GET', path: '/accounts/{id}/identities', summary: '账号的统一身份', tags: ['federated'] })
    .errors({ NOT_FOUND, FORBIDDEN, ADDRESS_NOT_ALLOWED })
    .input(z.strictObject({ id }))
    .output(Identities),
  linkAccount: oc
    .route({ method: 'POST', path: '/accounts/{id}/identities', summary: '关联统一身份', tags: ['federated'] })
    .errors(administered)
    .input(z.strictObject({ id, kind: Kind, subject: Subject }))
    .output(Identities),
  unlinkAccount: oc
    .route({ method: 'POST', path: '/accounts/{id}/identities/remove', summary: '取消关联统一身份', tags: ['federated'] })
    .errors(administered)
    .input(z.strictObject({ id, kind: Kind }))
    .output(Identities),
}
