import { expect, test } from 'vitest'
import type { Account } from '#core/access/account.ts'
import { type Asked, decideGrant, type GrantRequest, grantTo, withdrawGrant } from '#core/access/grant.ts'
import { distinctPeople } from '#core/access/service.ts'
import { Instant } from '#core/day/day.ts'

const now = Instant.parse('2026-03-02T01:00:00.000Z')
const unit: Account = {
  id: 'u',
  login: 'u',
  name: 'U',
  post: 'unit',
  clearance: 'internal',
  person: null,
  initialUntil: null,
  lockedUntil: null,
  disabledAt: null,
  signedInAt: null,
  idleSince: now,
}
const none: Account = { ...unit, id: 'n', post: 'unassigned', clearance: 'public' }
const audit: Account = { ...none, id: 'a', post: 'audit_admin' }
const office: Account = { ...unit, id: 'o', post: 'office' }
const post = (value: Account['post']): Asked => ({ kind: 'post', value })
const clearance = (value: Account['clearance']): Asked => ({ kind: 'clearance', value })
const facts = (account: Account, ...others: readonly Account[]) => ({ account, by: 's', all: [account, ...others] })

test.for([
  ['a business post to who has none', grantTo(facts(none), post('unit')), null],
  ['assurance 30: an administrator’s post to who has none', grantTo(facts(none), post('audit_admin')), null],
  ['assurance 30: not to who works with the ledger', grantTo(facts(unit), post('audit_admin')), 'posts-exclude'],
  ['assurance 30: not to another administrator', grantTo(facts(audit, { ...audit, id: 'b' }), post('system_admin')), 'posts-exclude'],
  ['assurance 30: no business post to an administrator', grantTo(facts(audit, { ...audit, id: 'b' }), post('unit')), 'posts-exclude'],
  ['the last administrator keeps the post', grantTo(facts(audit), post('unassigned')), 'last-administrator'],
  ['the last of the office too', grantTo(facts(office), post('unit')), 'last-office-account'],
  ['a post that is held', grantTo(facts(unit), post('unit')), 'nothing-changed'],
  ['to a disabled account', grantTo(facts({ ...none, disabledAt: now }), post('unit')), 'account-disabled'],
  ['to oneself', grantTo({ ...facts(none), by: 'n' }, post('unit')), 'own-account'],
  ['a clearance', grantTo(facts(unit), clearance('restricted')), null],
  ['a clearance to an administrator', grantTo(facts(audit), clearance('restricted')), 'business-only'],
] as const)('%s', ([, outcome, refusal]) => {
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})

test.for([
  [none, 'unit', 'internal'],
  [{ ...unit, clearance: 'restricted' }, 'leader', 'restricted'],
  [{ ...unit, clearance: 'restricted' }, 'unassigned', 'public'],
] as const)('%j as %s is cleared up to %s', ([account, value, cleared]) => {
  expect(grantTo(facts(account), post(value))).toMatchObject({ ok: true, value: { post: value, clearance: cleared } })
})

const request: GrantRequest = {
  id: 'g',
  kind: 'post',
  subject: 'n',
  subjectName: 'N',
  value: 'unit',
  former: 'unassigned',
  reason: '到岗',
  requestedBy: 's',
  requestedByName: 'S',
  requestedAt: now,
  state: 'waiting',
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
}
test.for([
  ['assurance 34: another confirms', decideGrant(request, { by: 'o', state: 'confirmed' }), null],
  ['assurance 34: who asked does not', decideGrant(request, { by: 's', state: 'confirmed' }), 'own-request'],
  ['assurance 34: nor whom it is for', decideGrant(request, { by: 'n', state: 'confirmed' }), 'own-grant'],
  ['nor twice', decideGrant({ ...request, state: 'declined' }, { by: 'o', state: 'confirmed' }), 'not-waiting'],
  ['who asked takes it back', withdrawGrant(request, 's'), null],
  ['nobody else does', withdrawGrant(request, 'o'), 'not-yours'],
] as const)('%s', ([, outcome, refusal]) => {
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})

const someone = (name: string, person: string | null = null) => ({ name, person, login: name })
test.for([
  ['three people', ['甲', '乙', '丙'], true, null],
  ['one twice', ['甲', '乙', '甲'], true, 'same-person'],
  ['who appoints', ['甲', '乙', '张三'], true, 'own-account'],
  ['a second time', ['甲', '乙', '丙'], false, 'already-in-service'],
] as const)('appointed: %s', ([, names, isOnTrial, refusal]) => {
  const outcome = distinctPeople(
    names.map((name) => someone(name)),
    { isOnTrial, by: '张三' },
  )
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})
