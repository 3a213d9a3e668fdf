import { expect, test } from 'vitest'
import { stageWords } from './stage-words.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

test.for([
  ['', null, '', ''],
  ['2026-01-01', { from: '2026-01-01', to: '2026-12-31' }, '2026年度', '2026'],
  ['2026-07-01', { from: '2026-07-01', to: '2026-12-31' }, '2026年下半年', 'second half of 2026'],
  ['2026-04-01', { from: '2026-04-01', to: '2026-06-30' }, '2026年第二季度', 'second quarter of 2026'],
  ['2028-02-01', { from: '2028-02-01', to: '2028-02-29' }, '2028年2月', '2028-02'],
  ['2026-01-01', { from: '2026-01-31', to: '2026-12-31' }, '2026-01-31 至 2026-12-31', '2026-01-31 – 2026-12-31'],
  ['2026-03-05', { from: '2026-03-05', to: null }, '2026-03-05 起', 'from 2026-03-05'],
  ['stage-2', { from: '2026-03-05', to: '2026-06-30' }, '第 2 阶段', 'Stage 2'],
] as const)('%s %j', ([stage, period, chinese, english]) => {
  expect([stageWords({ stage, period }, zh), stageWords({ stage, period }, en)]).toEqual([chinese, english])
})
