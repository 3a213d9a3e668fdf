import { answerValue } from '#core/plan/answer-value.ts'
import { expect, test } from 'vitest'
import { answerOf } from './answers.ts'

test.for([
  ['in-force', '2026-02-01/2026-12-31', { kind: 'interval', from: '2026-02-01', to: '2026-12-31' }],
  ['in-force', '2026-02-01/', { kind: 'interval', from: '2026-02-01', to: null }],
  ['year-meaning', 'calendar', { kind: 'choice', value: 'calendar' }],
  ['immediate-limit', '30', { kind: 'days', days: 30 }],
  ['tolerance', '5 %', { kind: 'tolerance', value: '5', unit: '%' }],
  ['tolerance', '0.5', { kind: 'tolerance', value: '0.5', unit: '' }],
  ['population', '全部基层单位', { kind: 'words', text: '全部基层单位' }],
  ['due-on', '2026-06-30', { kind: 'day', day: '2026-06-30' }],
  [
    'definition',
    '每季度1次',
    {
      kind: 'definition',
      changes: { kind: 'count', period: { unit: 'quarter', every: 1 }, comparator: '>=', value: '1', unit: '次' },
      note: '每季度1次',
    },
  ],
  ['definition', '前3名', { kind: 'definition', changes: { kind: 'count', comparator: '<=', value: '3', unit: '名' }, note: '前3名' }],
] as const)('%s: %s is an answer, and comes back as it was', ([code, value, answer]) => {
  expect(answerOf(code, value)).toEqual(answer)
  expect(answerValue(answer)).toBe(value)
})

test.for([
  ['immediate-limit', 'soon'],
  ['in-force', ''],
  ['due-on', '六月底'],
  ['tolerance', '少许'],
  ['definition', '≥ 3'],
  ['definition', '前三分之一'],
] as const)('%s: %s is none', ([code, value]) => {
  expect(answerOf(code, value)).toBeNull()
})
