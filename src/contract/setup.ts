import { oc } from '@orpc/contract'
import * as z from 'zod'
import { NOT_FOUND } from '#contract/errors.ts'
import { INVALID, Login, SignedIn } from '#contract/session.ts'

export const setup = {
  /** Answers while set-up is still to be done, NOT_FOUND afterwards. */
  state: oc
    .route({ method: 'GET', path: '/setup', summary: '是否待设置', tags: ['setup'] })
    .errors({ NOT_FOUND })
    .output(z.object({ open: z.literal(true) })),
  /** Creates the jurisdiction and its first office account, and signs in. `token`: what stands after # in the set-up link. */
  complete: oc
    .route({ method: 'POST', path: '/setup', summary: '首次设置', tags: ['setup'] })
    .errors({ NOT_FOUND, INVALID, TOO_MANY_REQUESTS: { status: 429 } })
    .input(
      z.strictObject({
        token: z.string().min(1).max(200),
        jurisdiction: z.string().trim().min(2).max(100),
        name: z.string().trim().min(1).max(50),
        login: Login,
        password: z.string().min(1).max(1024),
      }),
    )
    .output(SignedIn),
}
