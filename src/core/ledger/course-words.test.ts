import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import type { LedgerCourse } from '#core/ledger/course.ts'
import { dueWords, progressAfter, reminderWords } from '#core/ledger/course-words.ts'

const nothing: LedgerCourse = {
  progress: '',
  originalDue: null,
  extendedTo: null,
  extensions: 0,
  amended: '',
  reminders: 0,
  remindedOn: null,
}
const put = { originalDue: Day.parse('2026-04-01'), extendedTo: Day.parse('2026-06-30'), extensions: 1 }

test.for([
  ['what was not put off reads as in the plan', '2026年3月底前', nothing, '2026年3月底前'],
  ['the plan’s words stay', '立行立改', { ...nothing, ...put }, '立行立改（延期 1 次，至 2026-06-30，原时限 2026-04-01）'],
  ['without words the first day stands', '', { ...nothing, ...put }, '2026-04-01（延期 1 次，至 2026-06-30，原时限 2026-04-01）'],
] as const)('%s', ([, dueText, course, words]) => {
  expect(dueWords({ dueText, course })).toBe(words)
})

test('what was written follows what records say', () => {
  expect(progressAfter('已完成 1/4 次', { progress: '已制定方案' })).toBe('已完成 1/4 次。已制定方案')
  expect([progressAfter('', { progress: '已制定方案' }), progressAfter('已完成 1/4 次', nothing)]).toEqual(['已制定方案', '已完成 1/4 次'])
})

test('reminders are counted with the last day', () => {
  expect(reminderWords(nothing)).toBe('')
  expect(reminderWords({ reminders: 2, remindedOn: Day.parse('2026-03-02') })).toBe('已催办 2 次（最近 2026-03-02）')
})
