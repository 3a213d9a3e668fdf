import { expect, test } from 'vitest'
import { Instant } from '#core/day/day.ts'
import { stateOf } from './state.ts'

const [earlier, now, later] = ['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z'].map((text) =>
  Instant.parse(text),
)
if (earlier === undefined || now === undefined || later === undefined) throw new Error('instants')
const open = { disabledAt: null, lockedUntil: null, initialUntil: null }

test.for([
  [open, 'open'],
  [{ ...open, initialUntil: later }, 'initial'],
  [{ ...open, initialUntil: earlier }, 'expired'],
  [{ ...open, lockedUntil: later, initialUntil: later }, 'locked'],
  [{ ...open, lockedUntil: earlier }, 'open'],
  [{ disabledAt: earlier, lockedUntil: later, initialUntil: later }, 'disabled'],
] as const)('%j is %s', ([account, expected]) => {
  expect(stateOf(account, now)).toBe(expected)
})
