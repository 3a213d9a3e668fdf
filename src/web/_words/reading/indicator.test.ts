import { bareReading } from '#core/draft/bare-reading.ts'
import { expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import type { Reading } from '#core/draft/reading.ts'
import { implied } from '#core/text/certain.ts'
import { indicatorCell, indicatorText } from './indicator.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

const bare: Reading = { ...bareReading, kind: 'count' }
const is = <T>(value: T) => implied(value, 'person')

test.for<[Partial<Reading>, string, string]>([
  [{ period: is({ unit: 'year', every: 1 }), comparator: is('>='), value: is('12'), unit: is('次') }, '每年 ≥ 12 次', 'every year ≥ 12 次'],
  [
    { period: is({ unit: 'month', every: 2 }), comparator: is('='), value: is('1'), unit: is('次') },
    '每 2 个月 1 次',
    'every 2 months 1 次',
  ],
  [{ kind: 'ratio', comparator: is('range'), value: is('5'), upper: is('8'), unit: is('%') }, '5–8 %', '5–8 %'],
  [{ kind: 'trend', comparator: is('decrease>='), value: is('10'), unit: is('%') }, '下降 ≥ 10 %', 'down ≥ 10 %'],
  [{ kind: 'deadline', deadline: is(Day.parse('2026-06-30')) }, '2026-06-30 前', 'by 2026-06-30'],
  [{ kind: 'deadline', deadlineText: is('收到之日起5个工作日内') }, '收到之日起5个工作日内', '收到之日起5个工作日内'],
  [{ value: is('2'), unit: is('篇'), scope: is('per-member') }, '2 篇（每名成员）', '2 篇 (each member)'],
  [{ kind: 'ratio', value: is('5'), unit: is('%'), base: is('结案数') }, '5 %（以结案数为基数）', '5 % (of 结案数)'],
  [{ kind: 'achieved' }, '完成', 'done'],
  [{ kind: 'undefined' }, '待定义', 'to define'],
])('%j', ([changes, chinese, english]) => {
  const reading = { ...bare, ...changes }
  expect([indicatorText(reading, zh), indicatorText(reading, en)]).toEqual([chinese, english])
})

test.for<[Partial<Reading>, string]>([
  [{ object: is('专题学习'), value: is('12'), unit: is('次'), scope: is('per-member') }, '专题学习 12 次 (each member)'],
  [{ kind: 'achieved', deadline: is(Day.parse('2026-06-30')) }, '修订议事规则'],
  [{ kind: 'achieved', object: is('更新档案'), period: is({ unit: 'year', every: 1 }) }, '更新档案 every year'],
  [{ kind: 'deadline', deadline: is(Day.parse('2026-06-30')) }, '修订议事规则 by 2026-06-30'],
  [{ kind: 'undefined' }, 'to define'],
])('cell %j', ([changes, expected]) => {
  expect(indicatorCell({ reading: { ...bare, ...changes }, sentence: '修订议事规则。' }, en)).toBe(expected)
})
