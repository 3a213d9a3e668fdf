import type { Post } from '#core/access/post.ts'
import type { ClosureLevel, ClosureStanding } from '#core/closure/closure.ts'

/** Who could decide: the account, its post, and whether it did what is to be judged (`isDoer`). */
export interface Decider {
  readonly account: string
  readonly post: Post
  readonly isDoer: boolean
  /** 代理: the account in whose place it is done. */
  readonly forAccount?: string
}

/** Who sits over a closure: its levels, everybody who could sign today, and whether who did it leads those who approve (`leads`). */
export interface Panel {
  readonly levels: readonly ClosureLevel[]
  readonly people: readonly Decider[]
  readonly leads: boolean
}

/**
 * Whose turn it is: the people of the level; where none of them may decide (they did it, asked for it, decided before, or left), those of the next post up; where
 * that leads nowhere, or who did it leads those who approve, the leading group's meeting. Verifying is nobody's where there is nobody: a meeting does not verify.
 */
export type Turn =
  | { readonly kind: 'level' | 'above'; readonly post: Post; readonly accounts: readonly string[] }
  | { readonly kind: 'meeting' | 'nobody' }

/** The posts above each, the nearest first. */
const ABOVE = { unit: ['office', 'leader'], office: ['leader'], leader: [] } as const satisfies Record<
  ClosureLevel['post'],
  readonly Post[]
>

/** Whose turn it is in a closure that was asked for. */
export function turnOf(standing: ClosureStanding, { levels, people, leads }: Panel): Turn {
  const level = levels[standing.level]
  if (level === undefined) return { kind: 'nobody' }
  if (level.role === 'approve' && leads) return { kind: 'meeting' }
  const able = people.filter((person) => !isBarred(standing, person))
  const own = able.filter((person) => isOf(level, person)).map(({ account }) => account)
  const isEnough = own.length > 0 && (level.mode === 'any' || level.accounts.every((account) => own.includes(account)))
  if (isEnough) return { kind: 'level', post: level.post, accounts: own }
  for (const post of ABOVE[level.post]) {
    const above = able.filter((person) => person.post === post && !isOf(level, person)).map(({ account }) => account)
    if (above.length > 0) return { kind: 'above', post, accounts: above }
  }
  return { kind: level.role === 'approve' ? 'meeting' : 'nobody' }
}

/** Whether somebody is of the people of a level, by name or by post, or acts for one of them. */
export function isOf({ accounts, post }: ClosureLevel, { account, forAccount, post: own }: Decider): boolean {
  if (accounts.length === 0) return post === own
  return accounts.includes(account) || (forAccount !== undefined && accounts.includes(forAccount))
}

/** Whether somebody may never decide in this round: they did it, asked for it, or decided at an earlier level. */
function isBarred({ requestedBy, earlier }: ClosureStanding, { account, isDoer }: Decider): boolean {
  return isDoer || account === requestedBy || earlier.includes(account)
}
