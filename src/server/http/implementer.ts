import { implement, ORPCError, ValidationError } from '@orpc/server'
import * as z from 'zod'
import { contract } from '#contract/contract.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Limits } from '#server/authn/guessing/limits.ts'
import { currentCaller, demandComplete } from '#server/authn/sessions/current.ts'
import { isDatabaseAway } from '#server/db/is-away.ts'
import { demandCleanText } from '#server/http/clean-text.ts'
import { STATUSES } from '#server/http/statuses.ts'
import type { DigestSettings } from '#server/digest/settings.ts'
import type { Files } from '#server/files/store.ts'
import type { Jobs } from '#server/jobs/jobs.ts'
import { AppError } from '#server/platform/errors.ts'
import { isDiskFull } from '#server/platform/is-disk-full.ts'
import type { Surroundings } from '#server/verb/context.ts'

/** What a request brings: the surroundings of a verb (`actor` is null until the session was looked up) and the server's parts. */
export interface RequestContext extends Surroundings {
  readonly files: Files
  readonly jobs: Jobs
  readonly limits: Limits
  readonly packs: readonly Pack[]
  readonly digest: DigestSettings
  /** The session cookie of the request and of its answer. */
  readonly cookie: Cookie & {
    /** The secret of a browser that signs in at the provider of identities. */
    readonly elsewhere: Cookie
  }
}

interface Cookie {
  readonly token: string | null
  readonly set: (token: string) => void
  readonly clear: () => void
}

const Issues = z.array(
  z.object({ path: z.array(z.unknown()).optional(), code: z.string().default('invalid'), message: z.string().default('') }),
)

/** Implements procedures that nobody need be signed in for: set-up and sign-in only. Errors of the server leave as the contract's. */
export const open = implement(contract)
  .$context<RequestContext>()
  .use(async ({ next }, input) => {
    try {
      demandCleanText(input)
      return await next()
    } catch (error) {
      throw toORPCError(error)
    }
  })

/** Implements procedures for those signed in, also where the password alone was given and a second factor is still due. */
export const halfSignedIn = open.use(async ({ context, next }) => {
  const { actor, step } = await currentCaller(context, context.cookie.token)
  return next({ context: { actor, step } })
})

/** Implements procedures for those signed in, also while they must change the password or enrol a second factor. */
export const signedInAnyhow = halfSignedIn.use(async ({ context, next }) => {
  demandComplete(context.step, ['change-password', 'enrol-factor'])
  return next()
})

/** Implements everything else: `signedIn.plan.list.handler(({ input, context }) => listPlans(context, input))`. */
export const signedIn = signedInAnyhow.use(async ({ context, next }) => {
  demandComplete(context.step)
  return next()
})

function toORPCError(error: unknown): unknown {
  if (error instanceof AppError)
    return new ORPCError(error.code, { status: STATUSES[error.code], message: error.code, data: error.data, cause: error })
  if (isDatabaseAway(error)) return new ORPCError('UNAVAILABLE', { status: 503, message: 'UNAVAILABLE', cause: error })
  if (isDiskFull(error)) return new ORPCError('STORAGE_FULL', { status: 507, message: 'STORAGE_FULL', cause: error })
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) return error
  const fields = Issues.parse(error.cause.issues).map(({ path, code, message }) => ({
    path: (path ?? []).map(String),
    code: codeOf(code, message),
  }))
  return new ORPCError('INVALID', { status: STATUSES.INVALID, message: 'INVALID', data: { fields }, cause: error })
}

/** What a schema of ours says is wrong goes out by its own code (`days-reversed`), all else by that of the schema's check. */
function codeOf(code: string, message: string): string {
  return code === 'custom' && /^[a-z]+(-[a-z]+)*$/.test(message) ? message : code
}
