import { freshFieldId } from '#core/register/field-id.ts'
import type { Field } from '#core/register/field.ts'
import type { Decimal } from '#core/quantity/decimal.ts'
import type { CountingHint, Register } from '#core/register/register.ts'

/** A definition while it is edited: everything but the id. */
export type Draft = Omit<Register, 'id'>

/** A definition without its id, to be edited. */
export function draftOf(register: Register): Draft {
  const { id: _, ...draft } = register
  return draft
}

/** A definition of nothing yet: one required field of text. */
export function emptyDraft(group: string): Draft {
  return {
    title: '',
    titleEn: '',
    group,
    serves: [],
    fields: [{ ...baseOf(freshFieldId([])), isRequired: true, type: 'text', max: 500 }],
    filledBy: ['everyone'],
    readBy: ['everyone'],
    filing: null,
    sensitivity: 'open',
    hints: [],
    keptMonths: null,
    acceptance: 'none',
    needsEvidence: true,
    isRetired: false,
  }
}

function baseOf(id: Field['id']): Pick<Field, 'id' | 'label' | 'labelEn' | 'hint' | 'isRequired' | 'isRetired'> {
  return { id, label: '', labelEn: '', hint: '', isRequired: false, isRetired: false }
}

/** The same field with another type, and what that type needs. `register`: what a field of records leads to. */
export function withType(field: Field, type: Field['type'], register: Register['id']): Field {
  const { id, label, labelEn, hint, isRequired, isRetired } = field
  const base = { id, label, labelEn, hint, isRequired, isRetired }
  switch (type) {
    case 'text':
      return { ...base, type, max: 500 }
    case 'number':
      return { ...base, type, min: 0, max: 1_000_000 }
    case 'decimal':
      return { ...base, type, unit: '%', min: ZERO, max: null }
    case 'choice':
      return { ...base, type, options: [], optionsEn: [], isMany: false }
    case 'people':
    case 'orgs':
      return { ...base, type, isMany: false }
    case 'record':
      return { ...base, type, register }
    case 'day':
    case 'days':
    case 'yes-no':
    case 'commitments':
      return { ...base, type }
  }
}

const ZERO: Decimal = zero('0')

function zero(text: string): Decimal {
  if (isZero(text)) return text
  throw new Error('not zero')
}

function isZero(text: string): text is Decimal {
  return text === '0'
}

/** A new field of text behind the others. */
export function addField(draft: Draft): Draft {
  const field: Field = { ...baseOf(freshFieldId(draft.fields)), type: 'text', max: 500 }
  return { ...draft, fields: [...draft.fields, field] }
}

/** The draft with one field in the place of another of its id. */
export function replaceField(draft: Draft, field: Field): Draft {
  return { ...draft, fields: draft.fields.map((each) => (each.id === field.id ? field : each)) }
}

/** Moves a field one place; at the ends it stays. */
export function moveField(draft: Draft, id: Field['id'], by: -1 | 1): Draft {
  const from = draft.fields.findIndex((field) => field.id === id)
  const [field, other] = [draft.fields[from], draft.fields[from + by]]
  if (field === undefined || other === undefined) return draft
  return { ...draft, fields: draft.fields.map((each) => (each === field ? other : each === other ? field : each)) }
}

/** Takes a field away, and the hints and the zero report that ask for it. */
export function removeField(draft: Draft, id: Field['id']): Draft {
  return {
    ...draft,
    fields: draft.fields.filter((field) => field.id !== id),
    filing: draft.filing?.zeroField === id ? { ...draft.filing, zeroField: null } : draft.filing,
    hints: draft.hints.filter((hint) => !asksFor(hint, id)),
  }
}

function asksFor({ where, measure, outOf, completion }: CountingHint, id: Field['id']): boolean {
  return [measure, outOf, completion].includes(id) || JSON.stringify(where).includes(`"field":"${id}"`)
}

/** 零报告 on or off: on, the yes-or-no field that says it, made where there is none. */
export function setZero(draft: Draft, isOn: boolean, label: { readonly label: string; readonly labelEn: string }): Draft {
  if (draft.filing === null) return draft
  if (!isOn) return { ...draft, filing: { ...draft.filing, zeroField: null } }
  const made: Field = { ...baseOf(freshFieldId(draft.fields)), ...label, type: 'yes-no' }
  const known = draft.fields.find(({ type, isRetired }) => type === 'yes-no' && !isRetired)
  const field = known ?? made
  return {
    ...draft,
    fields: known === undefined ? [...draft.fields, made] : draft.fields,
    filing: { ...draft.filing, zeroField: field.id },
  }
}

/** Whether everything that has no fault of its own is filled in: titles, labels, options, units, who, words. */
export function isFilled({ title, fields, filledBy, readBy, hints }: Draft): boolean {
  return (
    title.trim() !== '' &&
    filledBy.length > 0 &&
    readBy.length > 0 &&
    hints.every(({ words }) => words.length > 0) &&
    fields.every(
      (field) =>
        field.label.trim() !== '' &&
        (field.type !== 'choice' || field.options.length > 0) &&
        (field.type !== 'decimal' || field.unit.trim() !== ''),
    )
  )
}
