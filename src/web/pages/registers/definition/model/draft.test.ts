import { expect, test } from 'vitest'
import { RegisterId } from '#core/register/field.ts'
import { Register } from '#core/register/register.ts'
import { addField, emptyDraft, moveField, removeField, setZero, withType } from './draft.ts'

const id = RegisterId.parse('own-1')
const titled = (draft: ReturnType<typeof emptyDraft>) =>
  Register.parse({ ...draft, id, title: '读书', fields: draft.fields.map((field) => ({ ...field, label: field.label || '栏目' })) })

test('an empty draft is a register once it has names', () => {
  expect(titled(emptyDraft('theory')).fields).toMatchObject([{ id: 'f1', type: 'text', isRequired: true }])
})

test.for(['text', 'number', 'decimal', 'day', 'days', 'people', 'orgs', 'yes-no', 'record'] as const)('a field may become %s', (type) => {
  const draft = emptyDraft('theory')
  const fields = draft.fields.map((field) => withType(field, type, id))
  expect(titled({ ...draft, fields }).fields[0]?.type).toBe(type)
})

test('fields are added under new names, moved and taken away with what asks for them', () => {
  const three = addField(addField(emptyDraft('theory')))
  const names = (draft: typeof three) => draft.fields.map((field) => String(field.id))
  expect(names(three)).toEqual(['f1', 'f2', 'f3'])
  const [first, second, third] = three.fields
  if (first === undefined || second === undefined || third === undefined) throw new Error('three')
  expect(names(moveField(three, third.id, -1))).toEqual(['f1', 'f3', 'f2'])
  expect(names(moveField(three, first.id, -1))).toEqual(['f1', 'f2', 'f3'])
  const hint = { words: ['读书'], measure: null, takes: 'sum', outOf: null, isShare: false, completion: null } as const
  const asked = {
    ...three,
    filing: { every: 1, unit: 'month', zeroField: second.id, by: [], isJoint: false, graceDays: 5, since: null } as const,
    hints: [
      { ...hint, words: ['读书'], where: { kind: 'filled', field: second.id } as const },
      { ...hint, words: ['学习'], where: null },
    ],
  }
  const less = removeField(asked, second.id)
  expect(names(less)).toEqual(['f1', 'f3'])
  expect(less).toMatchObject({ filing: { zeroField: null }, hints: [{ words: ['学习'] }] })
  expect(names(addField(less))).toEqual(['f1', 'f3', 'f2'])
})

test('a zero report makes its field, and takes the one that is there', () => {
  const label = { label: '本期未发生', labelEn: 'Nothing happened' }
  const filing = { every: 1, unit: 'month', zeroField: null, by: [], isJoint: false, graceDays: 5, since: null } as const
  const on = setZero({ ...emptyDraft('theory'), filing }, true, label)
  expect(on).toMatchObject({ filing: { zeroField: 'f2' }, fields: [{}, { id: 'f2', type: 'yes-no', label: '本期未发生' }] })
  const off = setZero(on, false, label)
  expect(off).toMatchObject({ filing: { zeroField: null } })
  expect(setZero(off, true, label).fields).toHaveLength(2)
  expect(setZero(emptyDraft('theory'), true, label).filing).toBeNull()
})
