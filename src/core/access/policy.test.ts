import { expect, test } from 'vitest'
import { can, isWithinScope } from '#core/access/policy.ts'

test.for([
  ['session:sign-in', null, true],
  ['setup:complete', null, true],
  ['session:read', null, false],
  ['plan:import', null, false],
  ['ledger:read', null, false],
  ['plan:import', 'office', true],
  ['ledger:export', 'office', true],
  ['organisation:read', null, false],
  ['organisation:edit', 'office', true],
  ['register:read', null, false],
  ['register:read', 'office', true],
  ['register:read', 'unit', true],
  ['ledger:read', 'unit', true],
  ['ledger:read', 'leader', true],
  ['record:enter', 'unit', true],
  ['counting:define', 'leader', false],
  ['plan:import', 'unit', false],
  ['account:manage', 'leader', false],
  ['account:read', 'unit', false],
  ['account:manage', 'office', true],
] as const)('%s by %s: %s', ([permission, post, allowed]) => {
  expect(can(post, permission)).toBe(allowed)
})

test.for([
  ['ledger:read', true],
  ['record:enter', true],
  ['plan:import', false],
  ['register:read', false],
] as const)('%s is given within a scope: %s', ([permission, expected]) => {
  expect(isWithinScope(permission)).toBe(expected)
})
