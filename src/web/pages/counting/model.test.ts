import { expect, test } from 'vitest'
import { confirmable, type CountingItem, fits, statusOf } from './model.ts'

type Part = NonNullable<CountingItem['suggestion']>['parts'][number]

const sure: Part = { part: 'counting', from: 'register', words: '学习', isSure: true }
const likely: Part = { ...sure, isSure: false }
const missing: Part = { part: 'scope', from: 'missing', words: '各党支部', isSure: false }

function item(kind: string, parts: readonly Part[], open: readonly string[], version = 0, isComputable = false): CountingItem {
  const counting = { version, isComputable, open: [] }
  // only what the model reads
  return JSON.parse(JSON.stringify({ reading: { kind }, counting, suggestion: { parts, open, definition: {} } }))
}

test.for([
  ['complete and sure', item('count', [sure], []), 'ready'],
  ['a part is only likely', item('count', [sure, likely], []), 'check'],
  ['somebody is not found', item('count', [sure, missing], []), 'open'],
  ['a question is open', item('count', [sure], ['due-on']), 'open'],
  ['a vague target', item('undefined', [sure], []), 'vague'],
  ['defined, not answered', item('count', [sure], [], 1), 'waiting'],
  ['counted', item('count', [sure], [], 1, true), 'computes'],
] as const)('%s', ([, given, expected]) => {
  expect(statusOf(given)).toBe(expected)
})

test('only what is sure is confirmed in one go', () => {
  expect(confirmable([item('count', [sure], []), item('count', [likely], []), item('count', [sure], [], 1)]).length).toBe(1)
})

test('what is vague or waits shows where something is to be completed', () => {
  expect(fits(item('undefined', [], []), 'open')).toBe(true)
  expect(fits(item('count', [], [], 1), 'open')).toBe(true)
  expect(fits(item('count', [sure], []), 'open')).toBe(false)
})
