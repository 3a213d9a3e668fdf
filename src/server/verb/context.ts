import type { Standing } from '#core/access/policy.ts'
import type { Day, Instant } from '#core/day/day.ts'
import type { Db } from '#server/db/connect.ts'
import type { Sent } from '#server/verb/sent-once.ts'

/** Who does something. Read from the database at each request, so that a change of post counts at once. */
export interface Actor extends Standing {
  readonly accountId: string
  readonly jurisdictionId: string
  readonly name: string
  /** The person of the organisation whose account it is; null where it is linked to none. */
  readonly person: string | null
  /** Names of the units where they hold a post today; none: of no unit. */
  readonly org?: string
  /** For which 代理 it is done, and in which post; none: for oneself. */
  readonly acting?: { readonly substitution: string; readonly orgPost: string }
  /** The session it is done in; none for jobs. */
  readonly session?: {
    readonly id: string
    /** `password`, `directory` or `provider`. */
    readonly via: string
    /** When they last proved who they are: at sign-in or since. */
    readonly confirmedAt: Instant | null
    /** When they gave their second factor. */
    readonly factorAt: Instant | null
  }
}

/** What every verb gets from outside: the time and ids are made once, here, never inside. `actor` is null where nobody is signed in. */
export interface Surroundings {
  readonly db: Db
  readonly actor: Actor | null
  readonly now: Instant
  /** Today in Asia/Shanghai. */
  readonly asOf: Day
  readonly requestId: string
  /** Network address of the caller; null for jobs. */
  readonly address: string | null
  /** Browser and system of the caller, as words. */
  readonly agent?: string
  /** Whether the address is one from which administrators' routes are not answered. */
  readonly isOutsideAdministration?: boolean
  /** A new UUID v7. */
  readonly newId: () => string
  /** The key under which the request may come twice. */
  readonly sent?: Sent
}

/** The surroundings of somebody who is signed in. */
export interface Context extends Surroundings {
  readonly actor: Actor
}
