import { expect, test } from 'vitest'
import { act, commitmentOf, studyReading } from '#core/commitment/commitment.fixture.ts'
import { editReading } from '#core/commitment/edit-reading.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import type { Reading } from '#core/draft/reading.ts'
import { proposeRules } from '#core/phrase-rule/propose-rules.ts'
import { implied, stated } from '#core/text/certain.ts'

/** Where words stand in a sentence, as the value they state. */
function said<T>(sentence: string, words: string, value: T) {
  const start = sentence.indexOf(words)
  return stated(value, { start, end: start + words.length })
}

/** What was read of a sentence: everything implied but what is given. */
function readOf(read: Partial<Reading>): Reading {
  const nothing = { comparator: null, value: null, unit: null, object: null, leadOrgs: [] }
  return { ...studyReading, ...nothing, period: implied({ unit: 'once', every: 1 }, 'no-recurrence'), ...read }
}

function proposed(sentence: string, original: Reading, changes: ReadingChanges) {
  const span = { start: 0, end: sentence.length }
  const corrected = commitmentOf({ span, sentence: span, original, reading: editReading(original, changes) })
  return proposeRules(sentence, corrected).map(({ phrase, teaches }) => [phrase, teaches])
}

test.for<[sentence: string, read: (sentence: string) => Partial<Reading>, changes: ReadingChanges, rules: unknown]>([
  [
    '每月巡查不少于3轮次。',
    (sentence) => ({ value: said(sentence, '3', '3'), unit: said(sentence, '轮', '轮') }),
    { unit: '轮次' },
    [['轮次', { kind: 'unit', unit: '轮次' }]],
  ],
  [
    '每月巡查不少于3轮次。',
    (sentence) => ({ value: said(sentence, '3', '3'), unit: said(sentence, '轮', '轮') }),
    { unit: '次' },
    [['轮次', { kind: 'unit', unit: '次' }]],
  ],
  [
    '每月力保接访4次。',
    (sentence) => ({ value: said(sentence, '4', '4'), comparator: implied('=', 'bare-number') }),
    { comparator: '>=' },
    [['力保接访', { kind: 'comparator', comparator: '>=' }]],
  ],
  [
    '落实一季一督。',
    () => ({ kind: 'achieved' }),
    { kind: 'count', period: { unit: 'quarter', every: 1 }, value: '1', comparator: '=' },
    [['一季一督', { kind: 'rhythm', period: { unit: 'quarter', every: 1 } }]],
  ],
  [
    '包联干部每月走访2次。',
    (sentence) => ({ value: said(sentence, '2', '2') }),
    { scope: 'per-member' },
    [['包联干部', { kind: 'scope', scope: 'per-member', group: null }]],
  ],
  [
    '整改完成（审管办负责）。',
    (sentence) => ({ leadOrgs: [said(sentence, '审管办', '审管办')] }),
    { leadOrgs: ['审判管理办公室'] },
    [['审管办', { kind: 'org', name: '审判管理办公室' }]],
  ],
  ['每月走访2次。', (sentence) => ({ value: said(sentence, '2', '2') }), { value: '3' }, []],
  [
    '每月走访2次。',
    (sentence) => ({ period: said(sentence, '每月', { unit: 'month', every: 1 }) }),
    { period: { unit: 'year', every: 1 } },
    [],
  ],
  ['每月走访2次。', (sentence) => ({ value: said(sentence, '2', '2') }), { scope: 'per-member' }, []],
])('%s', ([sentence, read, changes, rules]) => {
  expect(proposed(sentence, readOf(read(sentence)), changes)).toEqual(rules)
})

test('mere wording is proposed as it stands, without its number and stop', () => {
  const sentence = '一是以更高站位凝聚共识；'
  const span = { start: 0, end: sentence.length }
  const corrected = commitmentOf({ span, sentence: span, state: 'discarded', decision: { kind: 'discarded', ...act, reason: 'wording' } })
  expect(proposeRules(sentence, corrected)).toEqual([{ phrase: '以更高站位凝聚共识', teaches: { kind: 'wording' }, example: sentence }])
  const twice = commitmentOf({ span, sentence: span, state: 'discarded', decision: { kind: 'discarded', ...act, reason: 'duplicate' } })
  expect(proposeRules(sentence, twice)).toEqual([])
})

test('what a person added, or what has no place in the text, teaches nothing', () => {
  const edited = editReading(studyReading, { unit: '场' })
  expect(proposeRules('', commitmentOf({ original: null, reading: edited }))).toEqual([])
  expect(proposeRules('', commitmentOf({ span: null, sentence: null, reading: edited }))).toEqual([])
})
