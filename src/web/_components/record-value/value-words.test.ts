import { expect, test } from 'vitest'
import { Occurred } from '#core/record/record.ts'
import { Field } from '#core/register/field.ts'
import { occurredWords, valueWords } from './value-words.ts'

const names = { 'person:a': '许明远', 'org:b': '立案庭', 'record:c': '2026-01-10 审限', 'commitment:d': '3-2-1 修订规则' }
const field = (type: string, more: object = {}): Field => Field.parse({ id: 'x', label: '栏', type, ...more })
const choice = field('choice', { options: ['甲', '乙'], optionsEn: ['first', 'second'] })

test.for<[string, Parameters<typeof valueWords>[0], Field | undefined, string, string]>([
  ['nothing', undefined, choice, '', ''],
  ['a choice', '乙', choice, '乙', 'second'],
  ['several choices', ['甲', '乙'], choice, '甲、乙', 'first, second'],
  ['a choice there is no more', '丙', choice, '丙', '丙'],
  [
    'parties',
    [
      { kind: 'person', id: 'a' },
      { kind: 'org', id: 'b' },
    ],
    field('people'),
    '许明远、立案庭',
    '许明远, 立案庭',
  ],
  ['somebody unknown', [{ kind: 'person', id: 'z' }], field('people'), '（名册中已查不到）', '(unknown)'],
  ['a record', 'c', field('record', { register: 'visit' }), '2026-01-10 审限', '2026-01-10 审限'],
  ['commitments', ['d'], field('commitments'), '3-2-1 修订规则', '3-2-1 修订规则'],
  ['a share', '12.5', field('decimal', { unit: '%' }), '12.5%', '12.5%'],
  ['hours', '2', field('decimal', { unit: '课时' }), '2 课时', '2 课时'],
  ['a number', 0, field('number'), '0', '0'],
  ['a no', false, field('yes-no'), '否', 'No'],
  ['text of a field there is no more', '旧', undefined, '旧', '旧'],
])('%s', ([, value, asked, zh, en]) => {
  expect([valueWords(value, asked, names, 'zh'), valueWords(value, asked, names, 'en')]).toEqual([zh, en])
})

test.for([
  [{ from: '2026-03-02', to: '2026-03-02' }, '2026-03-02'],
  [{ from: '2026-03-02', to: '2026-03-02', endsAtNoon: true }, '2026-03-02 上午'],
  [{ from: '2026-03-02', to: '2026-03-02', startsAtNoon: true }, '2026-03-02 下午'],
  [{ from: '2026-03-02', to: '2026-03-04', startsAtNoon: true, endsAtNoon: true }, '2026-03-02 下午 至 2026-03-04 上午'],
] as const)('%j is %s', ([given, expected]) => {
  expect(occurredWords(Occurred.parse(given), 'zh')).toBe(expected)
})
