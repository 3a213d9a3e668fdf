import { expect, test } from 'vitest'
import { can } from '#core/access/policy.ts'

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
] as const)('%s by %s: %s', ([permission, post, allowed]) => {
  expect(can(post, permission)).toBe(allowed)
})
