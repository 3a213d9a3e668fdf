import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import type { Reading } from '#core/draft/reading.ts'
import { type LintItem, lintPlan } from '#core/lint/lint-plan.ts'

const implied = <T>(value: T) => ({ value, certainty: 'implied', because: 'person' }) as const
const TEXT = '开展检查不少于四次；每年调研；按期完成。'
const whole: Reading = {
  kind: 'count',
  period: implied({ unit: 'year', every: 1 } as const),
  comparator: implied('>=' as const),
  value: implied('4'),
  upper: null,
  unit: implied('次'),
  scope: implied('org' as const),
  deadline: null,
  deadlineText: null,
  object: implied('检查'),
  base: null,
  modality: null,
  nature: null,
  leaders: [],
  leadOrgs: [implied('办公室')],
  supportingOrgs: [],
  owners: [],
}
const item = (id: string, changes: Partial<Reading>, more: Partial<LintItem> = {}): LintItem => ({
  id,
  ref: id,
  span: { start: 0, end: 9 },
  sentence: { start: 0, end: 9 },
  within: null,
  reading: { ...whole, ...changes },
  ...more,
})
const once = implied({ unit: 'once', every: 1 } as const)
const days = (value: string) =>
  ({ kind: 'duration', value: implied(value), unit: implied('天'), scope: implied('per-member' as const), object: implied(value) }) as const
const later = { sentence: { start: 10, end: 15 }, span: { start: 10, end: 15 } }
const on = (day: string) => implied(Day.parse(day))

test.for([
  ['what is whole', [item('a', {})], []],
  ['what nobody leads', [item('a', { leadOrgs: [] })], ['no-owner']],
  ['a part, whose whole says who', [item('a', { leadOrgs: [] }, { within: 'b' })], []],
  ['a deed without a day', [item('a', { kind: 'achieved', period: once, value: null })], ['no-deadline']],
  ['a deed of always', [item('a', { kind: 'achieved', period: once, value: null, nature: implied('standing' as const) })], []],
  ['a number of nothing', [item('a', { unit: null })], ['no-unit']],
  ['a share of nothing', [item('a', { kind: 'ratio', object: null })], ['no-denominator']],
  ['a rank', [item('a', { kind: 'undefined', period: implied({ unit: 'none', every: 1 } as const) })], ['vague']],
  ['a day gone by', [item('a', { deadline: on('2025-12-31') })], ['past-deadline']],
  [
    'a step after its whole',
    [item('a', { deadline: on('2026-06-30') }), item('b', { deadline: on('2026-09-30') }, { within: 'a' })],
    ['order'],
  ],
  ['the same twice', [item('a', {}), item('b', {}, { sentence: { start: 10, end: 15 } })], []],
  [
    'the same sentence twice',
    [item('a', {}), item('b', {}, { sentence: { start: 20, end: 29 }, span: { start: 20, end: 29 } })],
    ['duplicate'],
  ],
  ['the same act with another number', [item('a', {}), item('b', { value: implied('6') }, later)], ['clash']],
  [
    'the same act in another period',
    [item('a', {}), item('b', { value: implied('6'), period: implied({ unit: 'quarter', every: 1 } as const) }, later)],
    [],
  ],
  ['more days than a year has', [item('a', days('200')), item('b', days('60'), later)], ['too-many-days']],
  ['as many days as a year has', [item('a', days('190')), item('b', days('60'), later)], []],
  ['days of each month', [item('a', { ...days('21'), period: implied({ unit: 'month', every: 1 } as const) })], ['too-many-days']],
] as const)('%s', ([, items, codes]) => {
  const text = TEXT.padEnd(20, '　') + TEXT
  expect(lintPlan({ text, from: Day.parse('2026-01-01'), items }).map(({ code }) => code)).toEqual(codes)
})
