import { expect, test } from 'vitest'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

const days = { pace: '37.5', actual: '30', gap: '7.5', owed: '30', safe: '2026-10-12' }

test.for([
  [zh.because.behind(days, '天'), '序时进度 37.5 天，已完成 30 天，落后 7.5 天；尚欠 30 天，最晚从 2026-10-12 之后起须天天安排。'],
  [
    zh.because.behind({ ...days, safe: '2026-12-31' }, '次'),
    '序时进度 37.5 次，已完成 30 次，落后 7.5 次；尚欠 30 次，最晚 2026-12-31 前补齐。',
  ],
  [
    en.because.behind(days, '天'),
    '37.5 天 should be done by now, 30 天 are: 7.5 天 behind. 30 天 missing; after 2026-10-12 every single day is needed.',
  ],
  [zh.because.doubt({ doubt: 'unknown-year', year: '2027' }), '2027 年的工作日还没有录入，期限算不出来。请先录入该年的工作日历。'],
  [
    zh.because['not-started']({ pace: '1.6', safe: '2026-11-01' }, '天'),
    '还没有计入的记录；序时进度 1.6 天，尚在允许的偏差之内，最晚日 2026-11-01。',
  ],
  [zh.because.done({ required: '4', actual: '5', on: '2026-09-01' }, '次'), '应完成 4 次，已完成 5 次，2026-09-01 达到。'],
] as const)('%s', ([said, expected]) => {
  expect(said).toBe(expected)
})
