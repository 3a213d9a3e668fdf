import type { Post } from '#core/access/post.ts'
import type { Day, Instant } from '#core/day/day.ts'
import type { Db } from '#server/db/connect.ts'

/** Who does something. Read from the database at each request, so that a change of post counts at once. */
export interface Actor {
  readonly accountId: string
  readonly jurisdictionId: string
  readonly name: string
  readonly post: Post
  /** The person of the organisation whose account it is; null where it is linked to none. */
  readonly person: string | null
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
  /** A new UUID v7. */
  readonly newId: () => string
}

/** The surroundings of somebody who is signed in. */
export interface Context extends Surroundings {
  readonly actor: Actor
}
