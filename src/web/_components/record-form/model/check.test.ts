import { expect, test } from 'vitest'
import { Register } from '#core/register/register.ts'
import { checkTyped, fieldIn } from './check.ts'
import { entryOf, type Typed } from './typed.ts'

const register = Register.parse({
  id: 'visit',
  title: '走访',
  fields: [
    { id: 'topic', label: '题目', type: 'text', max: 5, isRequired: true },
    { id: 'groups', label: '批次', type: 'number', max: 1000 },
    { id: 'rate', label: '比例', type: 'decimal', unit: '%' },
    { id: 'hours', label: '课时', type: 'decimal', unit: '课时', max: '8' },
    { id: 'during', label: '期间', type: 'days' },
    { id: 'zero', label: '无', type: 'yes-no' },
  ],
  filing: { every: 1, unit: 'month', zeroField: 'zero' },
  filledBy: ['everyone'],
  readBy: ['everyone'],
  sensitivity: 'open',
})
const base: Typed = {
  from: '2026-03-02',
  to: '',
  startsAtNoon: false,
  endsAtNoon: false,
  org: 'o',
  subjects: [],
  values: { topic: '审限' },
  names: {},
}
const withValues = (values: Typed['values']): Partial<Typed> => ({ values: { ...base.values, ...values } })

test.for<[string, Partial<Typed>, Record<string, string>]>([
  ['what is right', withValues({ groups: '1000', rate: '100', hours: '7.5' }), {}],
  ['a required text', { values: {} }, { topic: 'missing' }],
  ['nothing happened', { values: { zero: true } }, {}],
  ['a text that is too long', withValues({ topic: '一二三四五六' }), { topic: 'too-long' }],
  ['a share above 100', withValues({ rate: '100.5' }), { rate: 'too-large' }],
  ['above the limit', withValues({ hours: '8.1', groups: '1001' }), { hours: 'too-large', groups: 'too-large' }],
  ['1e9', withValues({ groups: '1000000000', hours: '1e9' }), { groups: 'too-large', hours: 'not-a-number' }],
  ['below zero', withValues({ groups: '-1', rate: '-0.1' }), { groups: 'too-small', rate: 'too-small' }],
  ['no number', withValues({ groups: '1.5', hours: '三' }), { groups: 'not-a-number', hours: 'not-a-number' }],
  ['days reversed', { to: '2026-03-01' }, { occurredOn: 'days-reversed' }],
  ['no time left', { startsAtNoon: true, endsAtNoon: true }, { occurredOn: 'days-reversed' }],
  ['tomorrow', { to: '2026-03-03' }, { occurredOn: 'in-the-future' }],
  ['a slip of the pen', { from: '2025-03-01', to: '2026-03-02' }, { occurredOn: 'span-too-long' }],
  ['long ago', { from: '1989-12-31' }, { occurredOn: 'too-early' }],
  ['no day', { from: '' }, { occurredOn: 'missing' }],
  ['no org', { org: '' }, { org: 'missing' }],
  ['days of a field', withValues({ during: { from: '2026-02-02', to: '2026-02-01' } }), { during: 'days-reversed' }],
])('%s', ([, changes, faults]) => {
  expect(Object.fromEntries(checkTyped({ ...base, ...changes }, register, 'submitted', '2026-03-02'))).toEqual(faults)
})

test('a draft may lack what is required and lie ahead', () => {
  expect(checkTyped({ ...base, to: '2026-03-03', values: {} }, register, 'draft', '2026-03-02').size).toBe(0)
})

test('what is sent has numbers as numbers and leaves out what is empty', () => {
  const typed: Typed = { ...base, ...withValues({ groups: '3', rate: '', zero: false, during: { from: '2026-02-01', to: '' } }) }
  expect(entryOf(typed, register, 'submitted')).toMatchObject({
    occurredOn: { from: '2026-03-02', to: '2026-03-02' },
    values: { topic: '审限', groups: 3, during: { from: '2026-02-01', to: '2026-02-01' } },
  })
  expect(Object.keys(entryOf(typed, register, 'draft').values)).toEqual(['topic', 'groups', 'during'])
})

test.for([
  ['values.hours', 'hours'],
  ['entry.values.hours.0', 'hours'],
  ['occurredOn', 'occurredOn'],
  ['entry.occurredOn.from', 'occurredOn'],
  ['hours', 'hours'],
] as const)('%s is %s', ([path, field]) => {
  expect(fieldIn(path)).toBe(field)
})
