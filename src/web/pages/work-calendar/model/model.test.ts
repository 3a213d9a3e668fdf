import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'
import { kindOf, monthDays, toggled, type YearDays } from './year.ts'

const none: YearDays = { holidays: new Set(), madeUp: new Set() }

test.for([
  ['元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。', ['2026-01-01', '2026-01-02'], ['2026-01-04']],
  ['2月16日至2月18日放假；2月14日（周六）、2月28日（周六）上班', ['2026-02-16', '2026-02-17', '2026-02-18'], ['2026-02-14', '2026-02-28']],
  ['2026-05-01 休\n2026-05-09 班', ['2026-05-01'], ['2026-05-09']],
  ['2026/10/1 - 2026/10/2', ['2026-10-01', '2026-10-02'], []],
  ['9月30日至10月2日放假', ['2026-09-30', '2026-10-01', '2026-10-02'], []],
  ['2025年12月31日放假', [], []],
  ['周六上班', [], []],
] as const)('reads %s', ([text, holidays, madeUp]) => {
  const read = readNotice(text, 2026)
  expect([[...read.holidays].toSorted(), [...read.madeUp].toSorted()]).toEqual([holidays, madeUp])
})

test.for([
  ['2026-01-05', 'work', 'holiday'],
  ['2026-01-04', 'weekend', 'madeUp'],
] as const)('a click on %s makes %s %s, a second one takes it back', ([day, before, after]) => {
  const once = toggled(none, day)
  expect([kindOf(day, none), kindOf(day, once), kindOf(day, toggled(once, day))]).toEqual([before, after, before])
})

test('a month begins on its weekday and has its days', () => {
  const { lead, days } = monthDays(2028, 2)
  expect([lead, days.length, days[0], days.at(-1)]).toEqual([1, 29, '2028-02-01', '2028-02-29'])
})
