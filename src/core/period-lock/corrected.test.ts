import { expect, test } from 'vitest'
import { Day, Instant } from '#core/day/day.ts'
import { locksAt, quartersCorrectedBy, quartersCorrectedIn } from '#core/period-lock/corrected.ts'
import type { PeriodLock } from '#core/period-lock/period-lock.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { RecordId } from '#core/record/record.ts'

const at = (text: string) => Instant.parse(`${text}T08:00:00Z`)
const lock: PeriodLock = {
  id: '00000000-0000-7000-8000-000000000001',
  quarter: { year: 2026, quarter: 1 },
  from: Day.parse('2026-01-01'),
  to: Day.parse('2026-03-31'),
  lockedAt: at('2026-04-10'),
  lockedBy: '张三',
  unlocked: null,
}
const taken: PeriodLock = { ...lock, unlocked: { at: at('2026-05-01'), by: '张三', reason: '数据需要重新核对' } }

test.for([
  ['now one that was taken back binds nothing', taken, null, 0],
  ['before it was locked', taken, '2026-04-09', 0],
  ['from when it was locked', taken, '2026-04-10', 1],
  ['until it was taken back', taken, '2026-05-01', 0],
  ['what stands', lock, null, 1],
] as const)('%s', ([, one, then, count]) => {
  expect(locksAt([one], then === null ? null : at(then))).toHaveLength(count)
})

const entered = (from: string, to: string, on: string) => ({
  occurredOn: { from: Day.parse(from), to: Day.parse(to) },
  enteredAt: at(on),
})
test.for([
  ['entered before', '2026-03-30', '2026-03-31', '2026-04-09', []],
  ['entered after', '2026-03-30', '2026-03-31', '2026-04-11', ['2026-1']],
  ['a day of it is enough', '2026-03-31', '2026-04-02', '2026-04-11', ['2026-1']],
  ['of another quarter', '2026-04-01', '2026-04-02', '2026-04-11', []],
] as const)('%s', ([, from, to, on, quarters]) => {
  expect(quartersCorrectedBy(entered(from, to, on), [lock])).toEqual(quarters)
})

test('what does not count corrects nothing', () => {
  const id = RecordId.parse('00000000-0000-7000-8000-00000000000a')
  const records = new Map([[id, entered('2026-03-30', '2026-03-31', '2026-04-11')]])
  const told = (counts: boolean) => {
    const credit = { record: id, revision: 1, counts, quantity: Decimal.parse('1'), reason: { code: 'rule' as const, params: {} } }
    return quartersCorrectedIn([{ explanation: [{ ...credit, on: Day.parse('2026-03-31'), part: 'whole' }] }], records, [lock])
  }
  expect([told(true), told(false)]).toEqual([['2026-1'], []])
})
