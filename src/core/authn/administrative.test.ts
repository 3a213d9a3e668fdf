import { expect, test } from 'vitest'
import { permissions } from '#core/access/policy.ts'
import { isAdministrative } from '#core/authn/administrative.ts'

test('accounts, grants, the journal and the sessions of others are the administrators’', () => {
  const found = permissions.filter(isAdministrative)
  expect(found).toEqual(expect.arrayContaining(['account:manage', 'journal:read', 'journal:export', 'session:administer']))
  for (const permission of ['setup:complete', 'session:sign-in', 'ledger:read', 'record:enter'] as const)
    expect(found).not.toContain(permission)
})
