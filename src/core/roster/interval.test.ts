import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, Day } from '#core/day/day.ts'
import { daysWithin, holdsOn, type Interval, merged, shared, without } from '#core/roster/interval.ts'

const start = Day.parse('2028-02-20')
const range = Array.from({ length: 60 }, (_, index) => addDays(start, index))
const intervals: fc.Arbitrary<readonly Interval[]> = fc.array(
  fc
    .record({ from: fc.integer({ min: 0, max: 50 }), length: fc.option(fc.integer({ min: -1, max: 20 }), { nil: null }) })
    .map(({ from, length }) => ({ from: addDays(start, from), to: length === null ? null : addDays(start, from + length) })),
  { maxLength: 5 },
)

const days = (held: readonly Interval[]) => range.filter((day) => held.some((each) => holdsOn(each, day)))

test('intervals merge, meet and are taken away as their days do', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const [left, right] = [days(a), new Set(days(b))]
      expect(days(merged(a))).toEqual(left)
      expect(days(shared(a, b))).toEqual(left.filter((day) => right.has(day)))
      expect(days(without(a, b))).toEqual(left.filter((day) => !right.has(day)))
      expect(daysWithin(merged(a), start, addDays(start, 59))).toBe(left.length)
    }),
  )
})

test('merged intervals leave a day between each other', () => {
  fc.assert(
    fc.property(intervals, (given) => {
      const found = merged(given)
      expect(found.slice(1).every((each, index) => (found[index]?.to ?? '9999-12-31') < addDays(each.from, -1))).toBe(true)
    }),
  )
})
