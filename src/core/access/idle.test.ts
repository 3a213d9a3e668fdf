import { expect, test } from 'vitest'
import type { Account } from '#core/access/account.ts'
import { toDisable } from '#core/access/idle.ts'
import { Day, Instant } from '#core/day/day.ts'

const account = (id: string, post: Account['post'], idleSince: string): Account => ({
  id,
  login: id,
  name: id,
  post,
  clearance: 'public',
  person: null,
  initialUntil: null,
  lockedUntil: null,
  disabledAt: null,
  signedInAt: null,
  idleSince: Instant.parse(`${idleSince}T01:00:00.000Z`),
})
const today = Day.parse('2026-06-01')

test.for([
  ['used lately', [account('u', 'unit', '2026-05-01')], []],
  ['90 days ago', [account('u', 'unit', '2026-03-03')], []],
  ['91 days ago', [account('u', 'unit', '2026-03-02')], ['u']],
  ['the last of the office stays', [account('o', 'office', '2025-01-01')], []],
  ['of two of the office one stays', [account('o', 'office', '2025-01-01'), account('p', 'office', '2025-01-01')], ['o']],
  ['the last administrator stays', [account('a', 'audit_admin', '2025-01-01'), account('u', 'unit', '2025-01-01')], ['u']],
] as const)('assurance 44: %s', ([, all, gone]) => {
  expect(toDisable(all, today).map(({ id }) => id)).toEqual(gone)
})
