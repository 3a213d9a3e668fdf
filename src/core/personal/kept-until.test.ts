import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day, dayOf } from '#core/day/day.ts'
import { endedBefore, keptUntil } from '#core/personal/kept-until.ts'

test.for([
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-03-02', 24, '2028-03-02'],
  ['2026-03-02', null, null],
] as const)('what ends on %s and is kept %s months is kept until %s', ([to, keptMonths, until]) => {
  expect(keptUntil({ keptMonths }, Day.parse(to))).toBe(until)
})

const isErasedEarly = (to: Day, today: Day, keptMonths: number): boolean => {
  const [until, before] = [keptUntil({ keptMonths }, to), endedBefore({ keptMonths }, today)]
  return until !== null && before !== null && to < before && until >= today
}

test('nothing is erased while it is to be kept', () => {
  const days = fc
    .tuple(fc.integer({ min: 2000, max: 2080 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => dayOf(year, month, day) ?? Day.parse('2026-01-01'))
  const months = fc.integer({ min: 1, max: 240 })
  expect(fc.check(fc.property(days, days, months, (to, today, kept) => !isErasedEarly(to, today, kept))).failed).toBe(false)
})
