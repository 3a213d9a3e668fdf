import { expect, test } from 'vitest'
import { act, anyChanges, studyReading } from '#core/commitment/commitment.fixture.ts'
import type { BasisEntry, Decision } from '#core/commitment/commitment.ts'
import { editReading } from '#core/commitment/edit-reading.ts'
import type { ReadingChanges } from '#core/commitment/reading-changes.ts'
import { Day } from '#core/day/day.ts'
import type { Reading } from '#core/draft/reading.ts'
import { ledgerColumnsOf } from '#core/ledger/columns.ts'
import { dueText } from '#core/ledger/due-text.ts'
import { indicator } from '#core/ledger/indicator.ts'
import { remark } from '#core/ledger/remark.ts'
import { targetWords } from '#core/ledger/target-words.ts'
import { implied, stated } from '#core/text/certain.ts'
import fc from 'fast-check'

const once = { unit: 'once', every: 1 } as const
const day = Day.parse('2026-06-30')

test.for<[string, ReadingChanges]>([
  ['每年 ≥ 12 次', {}],
  ['每季度 1 次', { period: { unit: 'quarter', every: 1 }, comparator: '=', value: '1' }],
  ['每 2 个月 ≥ 1 次', { period: { unit: 'month', every: 2 }, value: '1' }],
  ['≥ 20 条（2026-12-31 前）', { period: once, value: '20', unit: '条', deadline: Day.parse('2026-12-31') }],
  ['每年 ≥ 60 天（每名成员）', { kind: 'duration', value: '60', unit: '天', scope: 'per-member' }],
  ['≤ 5 个工作日', { kind: 'duration', period: { unit: 'none', every: 1 }, comparator: '<=', value: '5', unit: '个工作日' }],
  ['≤ 3 个月', { kind: 'duration', period: { unit: 'none', every: 1 }, comparator: '<=', value: '3', unit: '月' }],
  ['每年 ≥ 5%（以全院结案数为基数）', { kind: 'ratio', value: '5', unit: '%', base: '全院结案数' }],
  ['每年 下降 ≥ 5%', { kind: 'trend', comparator: 'decrease>=', value: '5', unit: '%' }],
  ['每年 增长 ≤ 0%', { kind: 'trend', comparator: 'increase<=', value: '0', unit: '%' }],
  ['每年 增长 ≥ 8%', { kind: 'trend', comparator: 'increase>=', value: '8', unit: '%' }],
  ['每年 增长 8%', { kind: 'trend', comparator: 'increase=', value: '8', unit: '%' }],
  ['3–5 次', { period: once, comparator: 'range', value: '3', upper: '5' }],
  ['约 20 件', { period: once, comparator: '~', value: '20', unit: '件' }],
  ['100%（全覆盖）', { kind: 'coverage', period: once, comparator: '=', value: '100', unit: '%' }],
  ['0 件（清零）', { kind: 'coverage', period: once, comparator: '=', value: '0', unit: '件' }],
  ['2026-06-30 前', { kind: 'deadline', period: once, deadline: day }],
  ['5 个工作日内', { kind: 'deadline', period: once, value: '5', unit: '个工作日' }],
  ['完成', { kind: 'achieved', period: once }],
  ['每年 完成', { kind: 'achieved' }],
  ['完成（2026-06-30 前）', { kind: 'achieved', period: once, deadline: day }],
  ['待定义', { kind: 'undefined' }],
])('target %s', ([expected, changes]) => {
  expect(targetWords(editReading(studyReading, changes))).toBe(expected)
})

test.for<[string, ReadingChanges, string]>([
  ['专题学习 每年 ≥ 12 次', {}, ''],
  ['每年 ≥ 12 次', { object: null }, '每年组织专题学习不少于12次'],
  ['专题学习 每年 ≥ 60 天（每名成员）', { kind: 'duration', value: '60', unit: '天', scope: 'per-member' }, ''],
  ['谈心谈话 100%（全覆盖）', { kind: 'coverage', period: once, comparator: '=', value: '100', unit: '%', object: '谈心谈话' }, ''],
  ['修订议事规则', { kind: 'achieved', period: once, deadline: day, object: null }, '修订议事规则；'],
  ['更新廉政档案 每年', { kind: 'achieved', object: '更新廉政档案' }, '动态更新'],
  ['修订议事规则 2026-06-30 前', { kind: 'deadline', period: once, deadline: day, object: null }, '修订议事规则。'],
  ['办案质效 待定义', { kind: 'undefined', object: '办案质效' }, '提升办案质效'],
])('indicator %s', ([expected, changes, text]) => {
  expect(indicator({ reading: editReading(studyReading, changes), text })).toBe(expected)
})

test('a recurring time limit keeps its wording', () => {
  const reading: Reading = { ...studyReading, kind: 'deadline', value: null, deadlineText: stated('每月28日前', { start: 0, end: 6 }) }
  expect(targetWords(reading)).toBe('每月28日前')
  expect(indicator({ reading, text: '' })).toBe('专题学习 每月28日前')
})

test.for<[string, Partial<Reading>]>([
  ['2026年6月底前', { deadline: implied(day, 'document-year'), deadlineText: stated('2026年6月底前', { start: 0, end: 9 }) }],
  ['2026年6月30日', { deadline: implied(day, 'person') }],
  ['2026年6月30日，长期坚持', { deadline: implied(day, 'person'), nature: implied('standing', 'person') }],
  [
    '6月底前，并长期坚持',
    { deadlineText: stated('6月底前，并长期坚持', { start: 0, end: 10 }), nature: implied('standing', 'standing-words') },
  ],
  ['长期坚持', { nature: implied('standing', 'person') }],
  ['立行立改', { nature: implied('immediate', 'person'), period: implied(once, 'person') }],
  ['每年', {}],
  ['', { period: implied(once, 'no-recurrence') }],
])('due %s', ([expected, parts]) => {
  expect(dueText({ ...studyReading, ...parts })).toBe(expected)
})

const basis = (code: BasisEntry['code'], answer: string): BasisEntry => ({ code, answer, by: '周岚', at: act.at })
const decision = (kind: Decision['kind'], note = ''): Decision => ({ kind, by: '周岚', at: act.at, note })

test.for<[string, BasisEntry[], Decision | null]>([
  ['', [], null],
  ['口径：每名成员分别计算', [basis('each-or-whole', 'per-member')], decision('answered')],
  ['口径：基数为全院结案数；允许偏差 5 %', [basis('population', '全院结案数'), basis('tolerance', '5 %')], null],
  ['口径：立行立改限 30 日。人工修改：按会议纪要', [basis('immediate-limit', '30')], decision('edited', '按会议纪要')],
  ['不列为任务（一般表述）', [], { ...decision('discarded'), reason: 'wording' }],
  ['人工增补', [], decision('added')],
])('remark %s', ([expected, entries, decided]) => {
  expect(remark({ basis: entries, decision: decided })).toBe(expected)
})

test.for([
  [
    '来源：督查发现（送达专项督查，问题3）',
    { kind: 'inspection-finding', finding: '', inspection: '', title: '送达专项督查', ordinal: 3 },
    'added',
  ],
  ['来源：举一反三自查发现', { kind: 'similar-case', review: '', org: '' }, 'added'],
  ['人工修改：延后', { kind: 'similar-case', review: '', org: '' }, 'edited'],
] as const)('remark %s', ([expected, source, kind]) => {
  expect(remark({ basis: [], decision: decision(kind, '延后'), source })).toBe(expected)
})

test('every reading has an indicator, and no cell holds a bracket without words', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      const columns = ledgerColumnsOf({ reading: editReading(studyReading, changes), text: '修订议事规则', basis: [], decision: null })
      expect(columns.indicator).not.toBe('')
      expect(Object.values(columns).join(' ')).not.toMatch(/undefined|null|（）/)
    }),
  )
})
