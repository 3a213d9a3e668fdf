import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkDays, isWorkDay, WorkYear } from '#core/calendar/work-year.ts'
import { addDays, Day } from '#core/day/day.ts'

const year = WorkYear.parse({
  year: 2026,
  holidays: ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
  makeUpWorkDays: ['2026-01-04', '2026-02-14', '2026-02-28'],
})
const day = (text: string) => Day.parse(text)

test.for([
  ['2026-01-01', false],
  ['2026-01-03', false],
  ['2026-01-04', true],
  ['2026-01-05', true],
  ['2026-02-28', true],
  ['2026-03-01', false],
] as const)('%s is worked: %s', ([text, worked]) => {
  expect(isWorkDay(day(text), [year])).toEqual({ ok: true, value: worked })
})

test.for([
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-13', 2, '2026-02-24'],
  ['2026-03-04', 5, '2026-03-11'],
  ['2026-03-04', 0, '2026-03-04'],
] as const)('%s and %i work days is %s', ([text, count, last]) => {
  expect(addWorkDays(day(text), count, [year])).toEqual({ ok: true, value: last })
})

test.for([
  ['2026-12-30', 5, '2027'],
  ['2025-12-31', 1, null],
  ['2025-12-30', 1, '2025'],
] as const)('%s and %i work days asks for the year %s', ([text, count, missing]) => {
  const last = addWorkDays(day(text), count, [year])
  expect(last.ok ? null : last.refusal.params['year']).toBe(missing)
})

test.for([
  { year: 2026, holidays: ['2027-01-01'], makeUpWorkDays: [] },
  { year: 2026, holidays: ['2026-01-04'], makeUpWorkDays: ['2026-01-04'] },
])('refuses %j', (table) => {
  expect(WorkYear.safeParse(table).success).toBe(false)
})

test('a limit ends on a work day and holds exactly as many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
      const from = addDays(day('2026-01-01'), offset)
      const last = addWorkDays(from, count, [year])
      if (!last.ok) return
      let worked = 0
      for (let each = addDays(from, 1); each <= last.value; each = addDays(each, 1)) {
        const is = isWorkDay(each, [year])
        if (is.ok && is.value) worked += 1
      }
      expect(worked).toBe(count)
      expect(isWorkDay(last.value, [year])).toEqual({ ok: true, value: true })
    }),
  )
})
