import { expect, test } from 'vitest'
import { PackManifest } from '#core/pack/pack.ts'
import { checkRegisterChange, type RegisterUse, unused } from '#core/register/check-change.ts'
import { FieldId } from '#core/register/field.ts'
import { Register } from '#core/register/register.ts'
import { restoreRegister } from '#core/register/restore-register.ts'

const mode = {
  id: 'mode',
  label: '方式',
  labelEn: 'Mode',
  type: 'choice',
  options: ['走访', '座谈'],
  optionsEn: ['visit', 'talk'],
  isMany: true,
}
const hours = { id: 'hours', label: '课时', type: 'decimal', unit: '课时' }
const topic = { id: 'topic', label: '主题', type: 'text' }
const about = { id: 'about', label: '所涉', type: 'record', register: 'case' }
const zero = { id: 'zero', label: '未开展', type: 'yes-no' }
const definition = {
  id: 'visit',
  title: '走访',
  group: 'people',
  fields: [mode, hours, topic, about, zero],
  filledBy: ['everyone'],
  readBy: ['everyone'],
  filing: { every: 1, unit: 'month', zeroField: 'zero' },
  sensitivity: 'open',
}
const before = Register.parse(definition)
const ground = {
  manifest: PackManifest.parse({
    id: 'court',
    title: '法院',
    titleEn: 'Court',
    version: '1.0.0',
    groups: [{ id: 'people', title: '群众', titleEn: 'People' }],
    posts: [{ id: 'everyone', title: '全体', titleEn: 'everyone', means: 'everyone' }],
  }),
  registers: ['visit', 'case'],
}
const id = (text: string): FieldId => FieldId.parse(text)
const inUse: RegisterUse = {
  records: 3,
  fields: [
    { field: id('mode'), options: ['走访'] },
    { field: id('hours'), options: [] },
    { field: id('about'), options: [] },
  ],
  counted: [
    { field: id('topic'), options: [] },
    { field: id('mode'), options: ['座谈'] },
  ],
}
const faultsOf = (changes: object, use: RegisterUse = inUse): readonly string[] =>
  checkRegisterChange(before, Register.parse({ ...definition, ...changes }), use, ground).map(({ field, code }) => `${field} ${code}`)
const others = (name: string): readonly object[] => definition.fields.filter((field) => field.id !== name)

test.for([
  ['nothing', {}, []],
  [
    'a title, labels, order and what is asked',
    { title: '走访群众', fields: [{ ...topic, label: '题目', isRequired: true }, ...others('topic')] },
    [],
  ],
  ['a new field', { fields: [...definition.fields, { id: 'place', label: '地点', type: 'text' }] }, []],
  ['a new option', { fields: [{ ...mode, options: ['走访', '座谈', '电话'], optionsEn: [] }, ...others('mode')] }, []],
  ['an option that is counted by', { fields: [{ ...mode, options: ['走访'], optionsEn: [] }, ...others('mode')] }, ['mode option-in-use']],
  ['a field that holds values is retired', { fields: [{ ...hours, isRetired: true }, ...others('hours')] }, []],
  ['a field that holds values', { fields: others('hours') }, ['hours field-in-use']],
  ['a field that is counted by', { fields: others('topic') }, ['topic field-counted']],
  [
    'the type of a field that holds values',
    { fields: [{ ...topic, id: 'hours', label: '时长' }, ...others('hours')] },
    ['hours type-in-use'],
  ],
  ['the unit', { fields: [{ ...hours, unit: '天' }, ...others('hours')] }, ['hours unit-in-use']],
  ['several to one', { fields: [{ ...mode, isMany: false }, ...others('mode')] }, ['mode several-in-use']],
  ['an option that was chosen', { fields: [{ ...mode, options: ['座谈'], optionsEn: [] }, ...others('mode')] }, ['mode option-in-use']],
  ['what a record leads to', { fields: [{ ...about, register: 'visit' }, ...others('about')] }, ['about target-in-use']],
  [
    'a record of nothing known',
    { fields: [...definition.fields, { ...about, id: 'other', label: '另', register: 'none' }] },
    ['other no-such-register'],
  ],
  ['the field of zero reports', { fields: [{ ...zero, isRetired: true }, ...others('zero')] }, ['filing zero-field-retired']],
  ['every field', { fields: definition.fields.map((field) => ({ ...field, isRetired: true })), filing: null }, ['fields no-fields']],
  ['the group', { group: 'none' }, ['group no-such-group']],
] as const)('a change of %s', ([, changes, faults]) => {
  expect(faultsOf(changes).toSorted()).toEqual([...faults].toSorted())
})

test('while nothing was entered everything may change', () => {
  expect(faultsOf({ fields: [{ ...mode, id: 'hours' }, topic], filing: null }, unused)).toEqual([])
})

test('what is restored keeps what holds values, retired, and what was chosen', () => {
  const ofPack = Register.parse({ ...definition, fields: [{ ...mode, options: ['座谈'], optionsEn: ['talk'] }, zero] })
  const restored = restoreRegister(before, ofPack, inUse)
  expect(restored.fields.map(({ id: name, isRetired }) => [name, isRetired])).toEqual([
    ['mode', false],
    ['zero', false],
    ['hours', true],
    ['topic', true],
    ['about', true],
  ])
  expect(restored.fields[0]).toMatchObject({ options: ['座谈', '走访'], optionsEn: ['talk', '走访'] })
  expect(checkRegisterChange(before, restored, inUse, ground)).toEqual([])
})
