import * as z from 'zod'
import type { Mode } from '#core/access/mode.ts'
import type { Post } from '#core/access/post.ts'

/** Posts that in service sign in with the password alone: they see the rows of their own unit. */
const WITHOUT: ReadonlySet<string> = new Set(['unit', 'unassigned'] satisfies readonly Post[])

/** Whether an account of this post needs a second factor: in service the administrators, those who approve and those who may take out sensitive rows. */
export function needsSecondFactor(post: Post, mode: Mode): boolean {
  return mode === 'service' && !WITHOUT.has(post)
}

/** What a session must do before anything else. */
export const SignInStep = z.enum(['give-factor', 'change-password', 'enrol-factor'])
export type SignInStep = z.infer<typeof SignInStep>

/**
 * Why something about one's sign-in cannot be done: one is needed and this is the last; somebody has that key; the password is the directory's; no provider or directory is set;
 * the identity is another account's.
 */
export type SignInRefusal = 'last-factor' | 'key-taken' | 'password-elsewhere' | 'no-provider' | 'no-directory' | 'identity-taken'

/** How a session stands. `isEnrolled`: the account has a second factor; `isGiven`: the session has proved it. */
export interface SessionState {
  readonly post: Post
  readonly mode: Mode
  readonly isEnrolled: boolean
  readonly isGiven: boolean
  readonly isPasswordDue: boolean
}

/** The next step of a sign-in; null: it is complete. Who has a second factor gives it first: the password alone changes nothing. */
export function nextStep({ post, mode, isEnrolled, isGiven, isPasswordDue }: SessionState): SignInStep | null {
  if (isEnrolled && !isGiven) return 'give-factor'
  if (isPasswordDue) return 'change-password'
  return !isEnrolled && needsSecondFactor(post, mode) ? 'enrol-factor' : null
}
