import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { progressAskedBy, progressNeed, progressWords, quarterOf } from '#core/progress/progress.ts'

test.for([
  [{ records: 0, texts: 0, isOver: false }, 'asked'],
  [{ records: 0, texts: 1, isOver: false }, 'said'],
  [{ records: 2, texts: 1, isOver: false }, 'records'],
  [{ records: 0, texts: 0, isOver: true }, 'over'],
] as const)('%j: %s', ([facts, need]) => {
  expect(progressNeed(facts)).toBe(need)
})

test.for([
  ['2026-01-01', 1],
  ['2026-03-31', 1],
  ['2026-04-01', 2],
  ['2026-12-31', 4],
] as const)('%s is in quarter %d', ([day, quarter]) => {
  expect(quarterOf(Day.parse(day))).toEqual({ year: 2026, quarter })
})

const text = (year: number, quarter: number, orgName: string, words: string) => ({ year, quarter, orgName, words })

test('a row shows the last quarter that has any, with units where there are several', () => {
  expect(progressWords([])).toBe('')
  expect(progressWords([text(2025, 4, '甲', '旧'), text(2026, 1, '甲', '新')])).toBe('新')
  expect(progressWords([text(2026, 1, '甲', '一'), text(2026, 1, '乙', '二')])).toBe('甲：一；乙：二')
})

test.for([
  ['2026-03-16', null],
  ['2026-03-17', '2026-03-31'],
  ['2026-03-31', '2026-03-31'],
  ['2026-04-01', null],
  ['2026-12-20', '2026-12-31'],
] as const)('progress is asked for on %s: %s', ([day, by]) => {
  expect(progressAskedBy(Day.parse(day))).toBe(by)
})
