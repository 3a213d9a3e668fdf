import { oc } from '@orpc/contract'
import * as z from 'zod'
import { PasswordProfile } from '#core/authn/password-profile.ts'
import { Mode } from '#core/access/mode.ts'
import { InitialPassword } from '#contract/account.ts'
import { FORBIDDEN, INVALID, NOT_FOUND, REFUSED } from '#contract/errors.ts'
import { Login, SignedIn } from '#contract/session.ts'

/** Who is to be an administrator. `person`: of the organisation, without an account; null: nobody's of it. */
const Appointed = z.strictObject({ person: z.uuid().nullable().default(null), name: z.string().trim().min(1).max(50), login: Login })

export const setup = {
  /** Answers while set-up is still to be done, NOT_FOUND afterwards. */
  state: oc
    .route({ method: 'GET', path: '/setup', summary: '是否待设置', tags: ['setup'] })
    .errors({ NOT_FOUND })
    .output(
      z.object({
        open: z.literal(true),
        passwordProfile: PasswordProfile,
        /** The fields there are packs for; the first is suggested. */
        packs: z.array(z.object({ id: z.string(), title: z.string(), titleEn: z.string() })).readonly(),
      }),
    ),
  /** How the installation runs: what the pages before sign-in say. */
  mode: oc.route({ method: 'GET', path: '/setup/mode', summary: '运行模式', tags: ['setup'] }).output(z.object({ mode: Mode })),
  /** Creates the jurisdiction and its first office account, and signs in. `token`: what stands after # in the set-up link. */
  complete: oc
    .route({ method: 'POST', path: '/setup', summary: '首次设置', tags: ['setup'] })
    .errors({ NOT_FOUND, INVALID, TOO_MANY_REQUESTS: { status: 429 } })
    .input(
      z.strictObject({
        token: z.string().min(1).max(200),
        jurisdiction: z.string().trim().min(2).max(100),
        /** The pack it uses; left out: the one that is suggested. */
        pack: z.string().max(60).optional(),
        name: z.string().trim().min(1).max(50),
        login: Login,
        password: z.string().min(1).max(1024),
      }),
    )
    .output(SignedIn),
  /**
   * 转入正式运行: appoints the three administrators and shows their passwords this once. REFUSED with `factor-first`, `already-in-service`, `same-person`, `own-account`,
   * `login-taken`, `person-has-account` or `unknown-person`.
   */
  enterService: oc
    .route({ method: 'POST', path: '/setup/service', summary: '转入正式运行', tags: ['setup'] })
    .errors({ FORBIDDEN, REFUSED })
    .input(z.strictObject({ system_admin: Appointed, security_admin: Appointed, audit_admin: Appointed }))
    .output(z.object({ passwords: z.array(InitialPassword).readonly() })),
}
