import { expect, test } from 'vitest'
import { remarkWords } from '#core/ledger/remark.ts'
import type { Standing } from '#core/ledger/standing.ts'
import { arrearsWords, doneWords, evidenceWords, headwayWords, owedWords, paceWords } from '#core/ledger/standing-words.ts'
import { day, decimal } from '#core/occurrence/world.fixture.ts'

const whole: Standing = {
  per: 'whole',
  subjects: 1,
  met: 0,
  required: decimal('12'),
  actual: decimal('2'),
  unit: '次',
  owed: decimal('10'),
  pace: decimal('2.006'),
  progress: decimal('0.1667'),
  latestSafeDay: day('2026-12-31'),
  from: day('2026-01-01'),
  to: day('2026-12-31'),
  arrears: 0,
  light: 'on-track',
}
const share = { unit: '%', required: decimal('5'), actual: decimal('3.846154'), owed: decimal('12'), pace: decimal('50') }

test.for([
  ['a number of times', {}, ['2/12 次', '10 次', '2 次（17%）', '']],
  ['nothing owed', { actual: decimal('12'), owed: decimal('0') }, ['12/12 次', '', '2 次（17%）', '']],
  ['by member', { per: 'person', subjects: 9, met: 5, required: decimal('540'), unit: '天' }, ['5/9 人', '10 天', '2 天（0%）', '']],
  ['by unit', { per: 'org', subjects: 3, met: 1 }, ['1/3 个单位', '10 次', '2 次（17%）', '']],
  ['a share', share, ['3.85%/5%', '12', '50', '']],
  ['a share of nothing yet', { ...share, actual: null, owed: null, pace: null }, ['—/5%', '', '', '']],
  ['in doubt', { required: null, owed: null, pace: null }, ['', '', '', '']],
  ['earlier periods', { arrears: 2, pace: null }, ['2/12 次', '10 次', '', '2 期']],
] as const)('%s', ([, changes, expected]) => {
  const standing = { ...whole, ...changes }
  expect([doneWords(standing), owedWords(standing), paceWords(standing), arrearsWords(standing)]).toEqual(expected)
})

test.for([
  ['under way', {}, '2026 年：已完成 2/12 次，尚欠 10 次，最晚 2026-12-31'],
  ['met', { actual: decimal('12'), owed: decimal('0'), light: 'done' }, '2026 年：已完成 12/12 次'],
  ['too late', { light: 'overdue', arrears: 1 }, '2026 年：已完成 2/12 次，尚欠 10 次；往期 1 期未完成'],
  ['of a quarter', { from: day('2026-04-01'), to: day('2026-06-30') }, '2026 年第 2 季度：已完成 2/12 次，尚欠 10 次，最晚 2026-12-31'],
  ['of a month', { from: day('2026-02-01'), to: day('2026-02-28') }, '2026 年 2 月：已完成 2/12 次，尚欠 10 次，最晚 2026-12-31'],
  [
    'of other days',
    { from: day('2026-02-01'), to: day('2026-06-30') },
    '2026-02-01 至 2026-06-30：已完成 2/12 次，尚欠 10 次，最晚 2026-12-31',
  ],
  ['without an end', { to: null, latestSafeDay: null }, '2026-01-01 起：已完成 2/12 次，尚欠 10 次'],
  ['in doubt', { required: null, owed: null, pace: null }, ''],
] as const)('progress in words: %s', ([, changes, expected]) => {
  expect(headwayWords({ ...whole, ...changes })).toBe(expected)
})

test.for([
  [[], '口径：合计计算', '口径：合计计算'],
  [['2026-1', '2026-2'], '', '锁定后更正：2026 年第 1 季度、2026 年第 2 季度'],
  [['2026-1'], '口径：合计计算', '锁定后更正：2026 年第 1 季度。口径：合计计算'],
] as const)('corrected after %j was reported', ([corrected, remark, expected]) => {
  expect(remarkWords({ corrected, remark, course: { amended: '', reminders: 0, remindedOn: null } })).toBe(expected)
})

test('files are named by their number, none by nothing', () => {
  expect([0, 3].map(evidenceWords)).toEqual(['', '3 份'])
})
