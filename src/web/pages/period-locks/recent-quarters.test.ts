import { expect, test } from 'vitest'
import { PeriodLock } from '#core/period-lock/period-lock.ts'
import { recentQuarters } from './recent-quarters.ts'

const lock = (year: number, quarter: number, isTaken = false) =>
  PeriodLock.parse({
    id: '00000000-0000-4000-8000-000000000000',
    quarter: { year, quarter },
    from: '2026-01-01',
    to: '2026-03-31',
    lockedAt: '2026-04-03T01:00:00Z',
    lockedBy: '张三',
    unlocked: isTaken ? { at: '2026-04-04T01:00:00Z', by: '张三', reason: '报告退回，重新核对' } : null,
  })

test.for<[string, readonly PeriodLock[], string, readonly string[]]>([
  ['the last six', [], '2026-11-23', ['2026-4 running', '2026-3', '2026-2', '2026-1', '2025-4', '2025-3']],
  ['the first day of a year', [], '2026-01-01', ['2026-1 running', '2025-4', '2025-3', '2025-2', '2025-1', '2024-4']],
  [
    'a lock that stands before one taken back, and an old one',
    [lock(2026, 3, true), lock(2026, 3), lock(2024, 2), lock(2026, 2, true)],
    '2026-11-23',
    ['2026-4 running', '2026-3 locked', '2026-2 taken', '2026-1', '2025-4', '2025-3', '2024-2 locked'],
  ],
])('%s', ([, locks, today, expected]) => {
  const words = recentQuarters(locks, today).map(({ quarter: { year, quarter }, isOver, lock: found }) => {
    const state = found === null ? '' : found.unlocked === null ? ' locked' : ' taken'
    return `${year}-${quarter}${isOver ? state : ' running'}`
  })
  expect(words).toEqual(expected)
})
