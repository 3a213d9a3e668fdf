import { expect, test } from 'vitest'
import { needsSecondFactor, nextStep } from '#core/authn/second-factor.ts'

test.for([
  ['office', 'trial', false],
  ['office', 'service', true],
  ['leader', 'service', true],
  ['unit', 'service', false],
] as const)('%s in %s needs a second factor: %s', ([post, mode, needs]) => {
  expect(needsSecondFactor(post, mode)).toBe(needs)
})

const session = { post: 'office', mode: 'service', isEnrolled: false, isGiven: false, isPasswordDue: false } as const

test.for([
  [{ isEnrolled: true, isPasswordDue: true }, 'give-factor'],
  [{ isEnrolled: true, isGiven: true, isPasswordDue: true }, 'change-password'],
  [{ isEnrolled: true, isGiven: true }, null],
  [{ isPasswordDue: true }, 'change-password'],
  [{}, 'enrol-factor'],
  [{ mode: 'trial' }, null],
  [{ mode: 'trial', isEnrolled: true }, 'give-factor'],
  [{ post: 'unit' }, null],
] as const)('%j: %s', ([given, step]) => {
  expect(nextStep({ ...session, ...given })).toBe(step)
})
