import type { Mode } from '#core/access/mode.ts'
import { type AdminPost, isBusinessPost, type Post } from '#core/access/post.ts'

/** Who asks: the post of the account and how its jurisdiction runs. */
export interface Standing {
  readonly post: Post
  readonly mode: Mode
}

/** Whether somebody may; null: nobody is signed in. */
type Rule = (who: Standing | null) => boolean

const anyone: Rule = () => true
const signedIn: Rule = (who) => who !== null
const hasPost =
  (...posts: readonly Post[]): Rule =>
  (who) =>
    who !== null && posts.includes(who.post)

/** Whoever works with the ledger: no administrator, nobody without a post. */
const inBusiness: Rule = (who) => who !== null && isBusinessPost(who.post)

/** Everybody in business, of the rows of their scope (`scope.ts`): the verb asks for it and applies it. */
const withinScope: Rule = (who) => inBusiness(who)

/** In service one of these administrators; on trial the office, which has nobody beside it. */
const administers =
  (...posts: readonly AdminPost[]): Rule =>
  (who) =>
    who !== null && (who.mode === 'trial' ? who.post === 'office' : posts.some((post) => post === who.post))

const onTrial =
  (rule: Rule): Rule =>
  (who) =>
    who?.mode === 'trial' && rule(who)

const either =
  (...rules: readonly Rule[]): Rule =>
  (who) =>
    rules.some((rule) => rule(who))

/** Who may do what. Nothing else decides; what does not stand here cannot be asked for. */
const policy = {
  'setup:complete': anyone,
  'setup:enter-service': onTrial(hasPost('office')),
  'session:sign-in': anyone,
  'session:read': signedIn,
  'session:sign-out': signedIn,
  'session:change-password': signedIn,
  'session:list': signedIn,
  'session:end': signedIn,
  'session:confirm': signedIn,
  'session:administer': administers('system_admin', 'security_admin'),
  'factor:read': signedIn,
  'factor:manage': signedIn,
  'account:clear-factors': administers('security_admin'),
  'home:read': withinScope,
  'account:read': administers('system_admin', 'security_admin'),
  'account:choose': administers('system_admin'),
  'account:manage': administers('system_admin'),
  'account:unlock': administers('security_admin'),
  'account:change-post': onTrial(hasPost('office')),
  'handover:read': inBusiness,
  'handover:confirm': inBusiness,
  'handover:begin': hasPost('office'),
  'substitution:read': inBusiness,
  'substitution:request': inBusiness,
  'substitution:act': inBusiness,
  'personal:read-own': signedIn,
  'personal:object': signedIn,
  'personal:answer': withinScope,
  'grant:read': either(administers('security_admin'), hasPost('office')),
  'grant:request': administers('security_admin'),
  'grant:withdraw': either(administers('security_admin'), inBusiness),
  'mark:read': administers('security_admin'),
  'mark:set': administers('security_admin'),
  'grant:confirm': either(administers('security_admin'), hasPost('office')),
  'file:store': hasPost('office'),
  'plan:read': withinScope,
  'plan:import': hasPost('office'),
  'plan:remove': hasPost('office'),
  'plan:confirm': hasPost('office'),
  'plan:answer': hasPost('office'),
  'phrase-rule:read': hasPost('office'),
  'phrase-rule:teach': hasPost('office'),
  'commitment:edit': hasPost('office'),
  'organisation:read': either(inBusiness, hasPost('system_admin')),
  'organisation:names': hasPost('office'),
  'organisation:edit': hasPost('office', 'system_admin'),
  'organisation:link': onTrial(hasPost('office')),
  'organisation:import': hasPost('office', 'system_admin'),
  'register:read': inBusiness,
  'register:activity': withinScope,
  'register:define': hasPost('office'),
  'record:read': withinScope,
  'record:enter': withinScope,
  'record:mark': withinScope,
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
  'work-calendar:read': inBusiness,
  'work-calendar:set': hasPost('office'),
  'period-lock:read': withinScope,
  'period-lock:lock': hasPost('office'),
  'reconciliation:read': withinScope,
  'reconciliation:take': withinScope,
  'reconciliation:settle': withinScope,
  'reconciliation:sign': withinScope,
  'submission:read': withinScope,
  'submission:confirm': withinScope,
  'timetable:read': withinScope,
  'timetable:export': withinScope,
  'queue:read': hasPost('office'),
  'quarter-report:read': hasPost('office', 'leader'),
  'quarter-report:issue': hasPost('office'),
  'closure:read': withinScope,
  'closure:ask': withinScope,
  'closure:decide': withinScope,
  'closure:enter-meeting': hasPost('office'),
  'closure:reopen': hasPost('office', 'leader'),
  'closure:watch': hasPost('office', 'leader'),
  'finding:read': hasPost('office', 'leader'),
  'finding:state': hasPost('leader'),
  'finding:decide': hasPost('office'),
  'closure:take-file': hasPost('office', 'leader'),
  'closure:configure': hasPost('office'),
  'dispatch:read': withinScope,
  'dispatch:run': hasPost('office'),
  'dispatch:answer': withinScope,
  'dispatch:export': withinScope,
  'claim:make': hasPost('office', 'leader'),
  'pledge:sign': withinScope,
  'progress:read': withinScope,
  'progress:write': withinScope,
  'difficulty:read': withinScope,
  'difficulty:raise': withinScope,
  'difficulty:act': withinScope,
  'change:read': withinScope,
  'change:ask': withinScope,
  'change:decide': withinScope,
  'change:enter-meeting': hasPost('office'),
  'reminder:read': withinScope,
  'reminder:send': hasPost('office'),
  'reminder:configure': hasPost('office'),
  'digest:read': withinScope,
  'digest:address': signedIn,
  'digest:administer': administers('system_admin'),
  'draw:read': hasPost('office', 'leader'),
  'draw:run': hasPost('office'),
  'draw:contribute': hasPost('office', 'leader'),
  'inspection:read': withinScope,
  'inspection:plan': hasPost('office'),
  'inspection:act': withinScope,
  'inspection:answer': withinScope,
  'inspection:configure': hasPost('office'),
  'inspection:follow': hasPost('office'),
  'similar-case:read': withinScope,
  'similar-case:ask': hasPost('office', 'leader'),
  'similar-case:answer': withinScope,
  'similar-case:judge': hasPost('office', 'leader'),
  'light:read': inBusiness,
  'light:set': hasPost('office'),
  'journal:read': administers('audit_admin'),
  'journal:export': administers('audit_admin'),
  'journal:annotate': administers('audit_admin'),
  'ledger:read': withinScope,
  'ledger:export': withinScope,
} as const satisfies Record<string, Rule>

/** 权限: the name of something that can be done, `noun:verb`. */
export type Permission = keyof typeof policy

/** Whether somebody (null: nobody is signed in) may do what the permission names. */
export function can(who: Standing | null, permission: Permission): boolean {
  return policy[permission](who)
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
