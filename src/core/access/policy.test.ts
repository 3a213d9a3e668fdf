import { expect, test } from 'vitest'
import { can, isWithinScope, permissions, type Standing } from '#core/access/policy.ts'
import { isAdminPost, Post } from '#core/access/post.ts'

const inService = (post: Post): Standing => ({ post, mode: 'service' })

test.for([
  ['session:sign-in', null, true],
  ['setup:complete', null, true],
  ['session:read', null, false],
  ['ledger:read', null, false],
  ['organisation:read', null, false],
  ['plan:import', 'office', true],
  ['ledger:export', 'office', true],
  ['account:manage', 'office', true],
  ['journal:read', 'office', true],
  ['register:read', 'unit', true],
  ['ledger:read', 'leader', true],
  ['record:enter', 'unit', true],
  ['counting:define', 'leader', false],
  ['plan:import', 'unit', false],
  ['account:read', 'unit', false],
] as const)('%s by %s on trial: %s', ([permission, post, allowed]) => {
  expect(can(post === null ? null : { post, mode: 'trial' }, permission)).toBe(allowed)
})

test.for([
  ['account:manage', 'office', false],
  ['journal:read', 'office', false],
  ['account:change-post', 'office', false],
  ['plan:import', 'office', true],
  ['grant:confirm', 'office', true],
  ['account:manage', 'system_admin', true],
  ['account:unlock', 'system_admin', false],
  ['grant:request', 'system_admin', false],
  ['grant:confirm', 'system_admin', false],
  ['journal:read', 'system_admin', false],
  ['grant:request', 'security_admin', true],
  ['account:manage', 'security_admin', false],
  ['journal:read', 'security_admin', false],
  ['journal:read', 'audit_admin', true],
  ['account:read', 'audit_admin', false],
] as const)('%s by %s in service: %s', ([permission, post, allowed]) => {
  expect(can(inService(post), permission)).toBe(allowed)
})

test.for(Post.options.filter((post) => isAdminPost(post) || post === 'unassigned'))('%s has nothing of the ledger', (post) => {
  const business = permissions.filter((name) => isWithinScope(name) || /^(plan|counting|ledger|register|reconciliation|light)/.test(name))
  expect(business.filter((name) => can(inService(post), name))).toEqual([])
})

test('assurance 35: no post may everything, nor do two of one person’s', () => {
  const whole = Post.options.filter((post) => permissions.every((name) => can(inService(post), name)))
  expect(whole).toEqual([])
})

test('assurance 35: no administrator may what another does, but see who there is', () => {
  const admins = Post.options.filter(isAdminPost)
  const shared = permissions.filter(
    (name) => !can(inService('unassigned'), name) && admins.filter((post) => can(inService(post), name)).length > 1,
  )
  expect(shared).toEqual(['session:administer', 'account:read'])
})

test.for([
  ['ledger:read', true],
  ['record:enter', true],
  ['plan:import', false],
  ['register:read', false],
] as const)('%s is given within a scope: %s', ([permission, expected]) => {
  expect(isWithinScope(permission)).toBe(expected)
})
