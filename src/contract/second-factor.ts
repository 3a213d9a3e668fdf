import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import { FORBIDDEN, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import {
  ADDRESS_NOT_ALLOWED,
  Code,
  RECENT_SIGN_IN_REQUIRED,
  SignedChallenge,
  TOO_MANY_REQUESTS,
  UNAUTHENTICATED,
} from '#contract/session.ts'

/** The second factors of an account. `totpSince`: null where no app is enrolled; `codesLeft`: of the printed list, null where none was printed. */
export const SecondFactors = z
  .object({
    totpSince: Instant.nullable(),
    codesLeft: z.number().int().nullable(),
    keys: z.array(z.object({ id: z.uuid(), name: z.string(), addedAt: Instant }).readonly()).readonly(),
    isNeeded: z.boolean(),
  })
  .readonly()

const errors = { REFUSED, RECENT_SIGN_IN_REQUIRED, UNAUTHENTICATED, TOO_MANY_REQUESTS }

/** Every change asks for a sign-in of late. REFUSED: `last-factor`, where one is needed and it would be the last. */
export const secondFactor = {
  state: oc
    .route({ method: 'GET', path: '/second-factor', summary: '第二重验证', tags: ['second-factor'] })
    .errors({ UNAUTHENTICATED })
    .output(SecondFactors),
  /** A new seed, shown this once: it counts after `finishTotp`. `uri` is what the square code holds. */
  startTotp: oc
    .route({ method: 'POST', path: '/second-factor/totp', summary: '登记动态口令', tags: ['second-factor'] })
    .errors(errors)
    .output(z.object({ seed: z.string(), uri: z.string() })),
  finishTotp: oc
    .route({ method: 'POST', path: '/second-factor/totp/confirmation', summary: '确认动态口令', tags: ['second-factor'] })
    .errors(errors)
    .input(z.strictObject({ code: Code }))
    .output(SecondFactors),
  removeTotp: oc
    .route({ method: 'DELETE', path: '/second-factor/totp', summary: '取消动态口令', tags: ['second-factor'] })
    .errors(errors)
    .output(SecondFactors),
  /** Ten codes to print, shown this once; those printed before are worth nothing. */
  printCodes: oc
    .route({ method: 'POST', path: '/second-factor/codes', summary: '打印一次性验证码', tags: ['second-factor'] })
    .errors(errors)
    .output(z.object({ codes: z.array(z.string()).readonly() })),
  removeCodes: oc
    .route({ method: 'DELETE', path: '/second-factor/codes', summary: '作废一次性验证码', tags: ['second-factor'] })
    .errors(errors)
    .output(SecondFactors),
  /** The public key of a certificate, an uncompressed point, with its signature over the challenge. */
  addKey: oc
    .route({ method: 'POST', path: '/second-factor/keys', summary: '登记证书密钥', tags: ['second-factor'] })
    .errors(errors)
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(50),
        publicKey: z.string().regex(/^04[0-9a-f]{128}$/),
        ...SignedChallenge.shape,
      }),
    )
    .output(SecondFactors),
  removeKey: oc
    .route({ method: 'POST', path: '/second-factor/keys/{id}/remove', summary: '取消证书密钥', tags: ['second-factor'] })
    .errors({ ...errors, NOT_FOUND })
    .input(z.strictObject({ id: z.uuid() }))
    .output(SecondFactors),
  /** Clears the factors of somebody who lost them; they enrol anew at the next sign-in. */
  clear: oc
    .route({ method: 'POST', path: '/accounts/{id}/clear-factors', summary: '清除第二重验证', tags: ['second-factor'] })
    .errors({ NOT_FOUND, FORBIDDEN, ADDRESS_NOT_ALLOWED, ...errors })
    .input(z.strictObject({ id: z.uuid() })),
}
