import { expect, test } from 'vitest'
import { fold } from '#compiler/source/fold.ts'
import { dayOf } from '#core/day/day.ts'
import { findStatedPeriod } from './stated-period.ts'

const written = dayOf(2026, 1, 15)

test.for([
  ['本方案执行期为2026年3月1日至12月31日。', '2026-03-01', '2026-12-31'],
  ['执行期间为 2026 年 3 月 1 日至 2026 年 12 月 31 日。', '2026-03-01', '2026-12-31'],
  ['实施期限：2026.2.1—2027.1.31', '2026-02-01', '2027-01-31'],
  ['实施时间：2026年2月至2026年11月底', '2026-02-01', '2026-11-30'],
  ['本方案自2026年4月1日起至2026年9月30日止。', '2026-04-01', '2026-09-30'],
  ['从2026年5月8日起，至11月7日止，开展排查。', '2026-05-08', '2026-11-07'],
  ['本方案自印发之日起至2026年12月底执行。', '2026-01-15', '2026-12-31'],
  ['集中整改期3个月。', '2026-01-15', '2026-04-14'],
  ['本方案有效期一年。', '2026-01-15', '2027-01-14'],
  ['集中整改期限为三个月（2026年2月1日至4月30日）。', '2026-02-01', '2026-04-30'],
] as const)('%s', ([text, from, to]) => {
  expect(findStatedPeriod(fold(`方案\n${text}`), written)).toEqual({ from, to })
})

test.for([
  '2025年8月1日至9月30日，巡察组开展了常规巡察。',
  '执行期为2026年12月31日至2026年3月1日。',
  '集中整改期间要压实责任。',
  '2026年6月30日前完成。',
])('%s states none', (text) => {
  expect(findStatedPeriod(fold(text), written)).toBeNull()
})

test('a length alone says nothing where the document has no day', () => {
  expect(findStatedPeriod('集中整改期3个月', null)).toBeNull()
})
