import { expect, test } from 'vitest'
import { type Account, changePost, disableAccount, enableAccount, resetPassword, unlockAccount } from '#core/access/account.ts'
import { Instant } from '#core/day/day.ts'

const now = Instant.parse('2026-03-02T01:00:00.000Z')
const later = Instant.parse('2026-03-02T01:10:00.000Z')
const open: Account = {
  id: 'a',
  login: 'a',
  name: 'A',
  post: 'office',
  person: null,
  initialUntil: null,
  lockedUntil: null,
  disabledAt: null,
  signedInAt: null,
  clearance: 'internal',
  idleSince: now,
}
const unit: Account = { ...open, id: 'u', post: 'unit' }
const second: Account = { ...open, id: 'b' }
const gone: Account = { ...second, disabledAt: now }
const facts = (account: Account, by: string, ...others: readonly Account[]) => ({ account, by, all: [account, ...others] })

test.for([
  ['another is disabled', disableAccount(facts(unit, 'a', open), now), null],
  ['one’s own is not', disableAccount(facts(open, 'a', second), now), 'own-account'],
  ['the last of the office is not, by whomever', disableAccount(facts(open, 'x', gone, unit), now), 'last-office-account'],
  ['one of two of the office is', disableAccount(facts(open, 'b', second), now), null],
  ['a disabled one is not again', disableAccount(facts(gone, 'a', open), now), 'nothing-changed'],
  ['a disabled one is enabled', enableAccount(facts(gone, 'a', open), now), null],
  ['an open one is not', enableAccount(facts(unit, 'a', open), now), 'nothing-changed'],
  ['another gets another post', changePost(facts(unit, 'a', open), 'leader'), null],
  ['nobody demotes themselves', changePost(facts(open, 'a', second), 'unit'), 'own-account'],
  ['nobody promotes themselves', changePost(facts(unit, 'u', open), 'office'), 'own-account'],
  ['the last of the office keeps it', changePost(facts(open, 'x', gone), 'leader'), 'last-office-account'],
  ['the same post is no change', changePost(facts(unit, 'a', open), 'unit'), 'nothing-changed'],
  ['the last of an administrator stays', disableAccount(facts({ ...unit, post: 'audit_admin' }, 'a', open), now), 'last-administrator'],
  ['a locked one is unlocked', unlockAccount(facts({ ...unit, lockedUntil: later }, 'a'), now), null],
  ['a lock that has run out needs nobody', unlockAccount(facts({ ...unit, lockedUntil: now }, 'a'), now), 'nothing-changed'],
  ['another gets a new password', resetPassword(facts(unit, 'a'), later), null],
  ['one’s own is changed otherwise', resetPassword(facts(open, 'a'), later), 'own-account'],
] as const)('%s', ([, outcome, refusal]) => {
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})
