import { expect, test } from 'vitest'
import { checkCondition } from '#core/counting/check-condition.ts'
import { Condition } from '#core/counting/condition.ts'
import { day, field, person, recordOf } from '#core/occurrence/world.fixture.ts'
import { checkRecord } from '#core/register/check-record.ts'
import { checkRegister } from '#core/register/check-register.ts'
import { Register } from '#core/register/register.ts'

const definition = {
  id: 'field-research',
  title: '基层调研',
  fields: [
    { id: 'mode', label: '方式', type: 'choice', options: ['带案下访', '现场办公', '走访'], isRequired: true },
    { id: 'hours', label: '课时', type: 'decimal', unit: '课时', max: '24' },
    { id: 'rate', label: '比率', type: 'decimal', unit: '%' },
    { id: 'people', label: '人数', type: 'number', max: 5000 },
    { id: 'topic', label: '主题', type: 'text', max: 10 },
    { id: 'present', label: '参加人', type: 'people', isMany: true },
    { id: 'host', label: '主持人', type: 'people' },
    { id: 'units', label: '单位', type: 'orgs', isMany: true },
    { id: 'on', label: '日期', type: 'day' },
    { id: 'during', label: '期间', type: 'days' },
    { id: 'zero', label: '零报告', type: 'yes-no' },
    { id: 'about', label: '所涉记录', type: 'record', register: 'case' },
  ],
  filledBy: ['everyone'],
  readBy: ['everyone'],
  filing: { every: 1, unit: 'month', zeroField: 'zero' },
  sensitivity: 'open',
  hints: [{ words: ['调研'], where: { kind: 'one-of', field: 'mode', values: ['走访'] } }],
}
const register = Register.parse(definition)
const context = { today: day('2026-06-30'), isKnown: ({ id }: { id: string }) => id !== 'nobody' }
const faultsOf = (values: Parameters<typeof recordOf>[2], on = '2026-06-01') =>
  checkRecord(recordOf(1, on, { values: { mode: '走访' }, ...values }), register, context).map(({ field: name, code }) => `${name} ${code}`)

test('a sound register has no faults', () => {
  expect(checkRegister(register)).toEqual([])
})

test.for([
  ['field-twice', { fields: [...definition.fields, definition.fields[4]] }],
  ['option-twice', { fields: [{ id: 'mode', label: '方式', type: 'choice', options: ['走访', '走访'] }, ...definition.fields.slice(1)] }],
  [
    'options-in-english-uneven',
    {
      fields: [
        { id: 'mode', label: '方式', type: 'choice', options: ['走访', '座谈'], optionsEn: ['visit'] },
        ...definition.fields.slice(1),
      ],
    },
  ],
  ['measure-not-a-number', { hints: [{ words: ['调研'], where: null, measure: 'hours', outOf: 'topic' }] }],
  ['completion-not-a-day', { hints: [{ words: ['调研'], where: null, completion: 'topic' }] }],
  ['range-reversed', { fields: [...definition.fields, { id: 'n', label: '数', type: 'number', min: 5, max: 1 }] }],
  ['no-such-field', { filing: { every: 1, unit: 'month', zeroField: 'nothing' } }],
  ['zero-field-not-yes-no', { filing: { every: 1, unit: 'month', zeroField: 'mode' } }],
  ['no-such-option', { hints: [{ words: ['调研'], where: { kind: 'one-of', field: 'mode', values: ['座谈'] } }] }],
  ['measure-not-a-number', { hints: [{ words: ['调研'], where: null, measure: 'mode' }] }],
] as const)('%s', ([code, changes]) => {
  expect(checkRegister(Register.parse({ ...definition, ...changes })).map((each) => each.code)).toEqual([code])
})

test.for([
  ['a full record', { values: { mode: '带案下访', hours: '2.5', rate: '100', people: 30, present: [person('li')], zero: false } }, []],
  ['nothing required is given', { values: {} }, ['mode missing']],
  ['a zero report may be empty', { values: { zero: true } }, []],
  ['a zero that is none demands the rest', { values: { zero: false } }, ['mode missing']],
  ['a draft may be empty', { values: {}, state: 'draft' as const }, []],
  ['a percentage above a hundred', { values: { mode: '走访', rate: '100.01' } }, ['rate too-large']],
  ['a number below zero', { values: { mode: '走访', hours: '-1' } }, ['hours too-small']],
  ['a number with a unit', { values: { mode: '走访', hours: '2课时' } }, ['hours not-a-number']],
  ['1e9 people', { values: { mode: '走访', people: 1e9 } }, ['people too-large']],
  ['a float', { values: { mode: '走访', people: 1.5 } }, ['people not-a-number']],
  ['another choice', { values: { mode: '座谈' } }, ['mode not-an-option']],
  ['two choices of one', { values: { mode: ['走访', '带案下访'] } }, ['mode only-one']],
  ['somebody unknown', { values: { mode: '走访', present: [person('nobody')] } }, ['present unknown-party']],
  ['an org among people', { values: { mode: '走访', present: [{ kind: 'org' as const, id: 'office' }] } }, ['present wrong-party']],
  ['named twice', { values: { mode: '走访', present: [person('li'), person('li')] } }, ['present named-twice']],
  ['two hosts', { values: { mode: '走访', host: [person('li'), person('chen')] } }, ['host only-one']],
  ['too many words', { values: { mode: '走访', topic: '一二三四五六七八九十一' } }, ['topic too-long']],
  ['no day', { values: { mode: '走访', on: '2026-02-30' } }, ['on not-a-day']],
  [
    'days the wrong way',
    { values: { mode: '走访', during: { from: day('2026-02-02'), to: day('2026-02-01') } } },
    ['during days-reversed'],
  ],
  ['a field that is not there', { values: { mode: '走访', mood: '好' } }, ['mood no-such-field']],
  ['no record', { values: { mode: '走访', about: '案1' } }, ['about wrong-type']],
  ['a subject nobody knows', { by: [person('nobody')] }, ['subjects unknown-party']],
  ['of another register', { register: recordOf(1, '2026-01-01').register, org: 'nobody' }, ['org unknown-party']],
] as const)('%s', ([, given, faults]) => {
  expect(faultsOf(given)).toEqual(faults)
})

test.for([
  ['2026-06-30', []],
  ['2026-07-01', ['occurredOn in-the-future']],
  ['2025-01-01/2026-06-01', ['occurredOn span-too-long']],
  ['0202-06-01', ['occurredOn too-early']],
] as const)('a record of %s', ([on, faults]) => {
  expect(faultsOf({}, on)).toEqual(faults)
})

test.for([
  [{ kind: 'number', field: 'hours', comparator: '>=', value: '2' }, []],
  [{ kind: 'number', field: 'mode', comparator: '>=', value: '2' }, ['not-for-this-type']],
  [
    {
      kind: 'all',
      of: [
        { kind: 'yes', field: 'zero', value: true },
        { kind: 'not', of: { kind: 'filled', field: 'nothing' } },
      ],
    },
    ['no-such-field'],
  ],
  [{ kind: 'one-of', field: 'topic', values: ['法治'] }, []],
] as const)('the condition %j', ([condition, codes]) => {
  expect(checkCondition(Condition.parse(condition), register.fields).map(({ code }) => code)).toEqual(codes)
})

test('a condition of no kind is refused', () => {
  expect(Condition.safeParse({ kind: 'like', field: field('mode'), values: ['走'] }).success).toBe(false)
})
