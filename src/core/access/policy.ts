import type { Post } from '#core/access/post.ts'

/** Whether a caller with this post may; null: nobody is signed in. */
type Rule = (post: Post | null) => boolean

const anyone: Rule = () => true
const signedIn: Rule = (post) => post !== null
const hasPost =
  (...posts: readonly Post[]): Rule =>
  (post) =>
    post !== null && posts.includes(post)

/** Everybody, of the rows of their scope (`scope.ts`): the verb asks for it and applies it. */
const withinScope: Rule = (post) => post !== null

/** Who may do what. Nothing else decides; what does not stand here cannot be asked for. */
const policy = {
  'setup:complete': anyone,
  'session:sign-in': anyone,
  'session:read': signedIn,
  'session:sign-out': signedIn,
  'session:change-password': signedIn,
  'home:read': withinScope,
  'account:read': hasPost('office'),
  'account:manage': hasPost('office'),
  'file:store': hasPost('office'),
  'plan:read': withinScope,
  'plan:import': hasPost('office'),
  'plan:remove': hasPost('office'),
  'plan:confirm': hasPost('office'),
  'plan:answer': hasPost('office'),
  'commitment:edit': hasPost('office'),
  'organisation:read': signedIn,
  'organisation:names': hasPost('office'),
  'organisation:edit': hasPost('office'),
  'organisation:import': hasPost('office'),
  'register:read': signedIn,
  'register:activity': withinScope,
  'register:define': hasPost('office'),
  'record:read': withinScope,
  'record:enter': withinScope,
  'record:import': hasPost('office'),
  'record:export': withinScope,
  'record:review': withinScope,
  'record:configure': hasPost('office'),
  'evidence:read': withinScope,
  'evidence:add': withinScope,
  'counting:read': withinScope,
  'counting:define': hasPost('office'),
  'counting:rule': hasPost('office'),
  'occurrence:read': withinScope,
  'calendar:read': withinScope,
  'work-calendar:read': signedIn,
  'work-calendar:set': hasPost('office'),
  'period-lock:read': hasPost('office'),
  'period-lock:lock': hasPost('office'),
  'reconciliation:read': hasPost('office'),
  'reconciliation:take': hasPost('office'),
  'reconciliation:settle': hasPost('office'),
  'reconciliation:sign': hasPost('office'),
  'light:read': signedIn,
  'light:set': hasPost('office'),
  'journal:read': hasPost('office'),
  'journal:export': hasPost('office'),
  'ledger:read': withinScope,
  'ledger:export': withinScope,
} as const satisfies Record<string, Rule>

/** 权限: the name of something that can be done, `noun:verb`. */
export type Permission = keyof typeof policy

/** Whether a caller with this post (null: not signed in) may do what the permission names. */
export function can(post: Post | null, permission: Permission): boolean {
  return policy[permission](post)
}

function isPermission(name: string): name is Permission {
  return Object.hasOwn(policy, name)
}

/** Every permission there is. */
export const permissions: readonly Permission[] = Object.keys(policy).filter(isPermission)

/** Whether what the permission names is given for the rows of a scope only, so that whoever asks it must apply that. */
export function isWithinScope(permission: Permission): boolean {
  return policy[permission] === withinScope
}
