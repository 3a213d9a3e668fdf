import { describe, expect, test } from 'vitest'
import { Day, Instant } from '#core/day/day.ts'
import { daysOf, lockQuarter, unlockQuarter } from './decisions.ts'
import type { PeriodLock, Quarter } from './period-lock.ts'

const at = Instant.parse('2026-04-03T01:00:00Z')
const lock: PeriodLock = {
  id: 'a',
  quarter: { year: 2026, quarter: 1 },
  ...daysOf({ year: 2026, quarter: 1 }),
  lockedAt: at,
  lockedBy: '张三',
  unlocked: null,
}
const taken: PeriodLock = { ...lock, unlocked: { at, by: '李四', reason: '报告退回，重新核对' } }

test.for<[Quarter, string, string]>([
  [{ year: 2026, quarter: 1 }, '2026-01-01', '2026-03-31'],
  [{ year: 2024, quarter: 2 }, '2024-04-01', '2024-06-30'],
  [{ year: 2026, quarter: 4 }, '2026-10-01', '2026-12-31'],
])('%j is %s to %s', ([quarter, from, to]) => {
  expect(daysOf(quarter)).toEqual({ from, to })
})

describe('a quarter', () => {
  test.for<[string, readonly PeriodLock[], Quarter, string, string | null]>([
    ['that is over', [], { year: 2026, quarter: 1 }, '2026-04-01', null],
    ['on its last day', [], { year: 2026, quarter: 1 }, '2026-03-31', 'period-not-over'],
    ['that is locked', [lock], { year: 2026, quarter: 1 }, '2026-04-05', 'already-locked'],
    ['whose lock was taken back', [taken], { year: 2026, quarter: 1 }, '2026-04-05', null],
    ['beside a locked one', [lock], { year: 2025, quarter: 4 }, '2026-04-05', null],
  ])('%s', ([, locks, quarter, today, refusal]) => {
    const outcome = lockQuarter(locks, { id: 'b', quarter, today: Day.parse(today), at, by: '张三' })
    expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
  })
})

test.for<[string, PeriodLock, string, string | null]>([
  ['with a reason', lock, '报告退回，需要更正第三项', null],
  ['with nine blanks', lock, '         ', 'reason-too-short'],
  ['twice', taken, '报告退回，需要更正第三项', 'already-unlocked'],
])('taken back %s', ([, given, reason, refusal]) => {
  const outcome = unlockQuarter(given, { at, by: '李四', reason })
  expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
})
