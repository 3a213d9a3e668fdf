import type { FieldValue, WorkRecord } from '#core/record/record.ts'
import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import type { Party } from '#core/roster/party.ts'

/** The value of a field as it is typed: numbers as text; a day or days, a choice and a linked record as text. */
export type TypedValue = string | boolean | readonly string[] | readonly Party[] | { readonly from: string; readonly to: string }

/** A record as it is typed. `names`: what its parties and linked records are called. */
export interface Typed {
  readonly from: string
  /** Empty: a single day. */
  readonly to: string
  readonly startsAtNoon: boolean
  readonly endsAtNoon: boolean
  readonly org: string
  readonly subjects: readonly Party[]
  readonly values: Readonly<Record<string, TypedValue>>
  readonly names: Readonly<Record<string, string>>
}

/** An entry as the API takes it. */
export interface EntryInput {
  readonly org: string
  readonly occurredOn: { readonly from: string; readonly to: string; readonly startsAtNoon: boolean; readonly endsAtNoon: boolean }
  readonly subjects: Party[]
  readonly values: Record<string, string | number | boolean | string[] | Party[] | { from: string; to: string }>
  readonly state: 'draft' | 'submitted'
}

/** Whether nothing stands in a field. */
export function isEmpty(value: TypedValue | undefined): boolean {
  if (value === undefined || value === '' || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && 'from' in value && value.from === '' && value.to === ''
}

/** What is sent: empty fields are left out; a no that was never a yes is not said. */
export function entryOf(typed: Typed, register: Register, state: EntryInput['state']): EntryInput {
  const to = typed.to === '' ? typed.from : typed.to
  const values: EntryInput['values'] = {}
  for (const field of register.fields) {
    const value = typed.values[field.id]
    if (value !== undefined && !isEmpty(value)) values[field.id] = sent(value, field)
  }
  return {
    org: typed.org,
    occurredOn: { from: typed.from, to, startsAtNoon: typed.startsAtNoon, endsAtNoon: typed.endsAtNoon },
    subjects: [...typed.subjects],
    values,
    state,
  }
}

function sent(value: TypedValue, field: Field): EntryInput['values'][string] {
  if (typeof value === 'string') return field.type === 'number' ? Number(value) : value.trim()
  if (typeof value === 'boolean') return value
  if (isList(value)) {
    const parties = value.flatMap((each) => (typeof each === 'object' ? [each] : []))
    return parties.length > 0 ? parties : value.flatMap((each) => (typeof each === 'string' ? [each] : []))
  }
  return { from: value.from, to: value.to === '' ? value.from : value.to }
}

function isList(value: TypedValue): value is readonly string[] | readonly Party[] {
  return Array.isArray(value)
}

/** A record that stands, ready to be corrected. */
export function typedOf({ org, occurredOn, subjects, values }: WorkRecord, names: Typed['names']): Typed {
  const { from, to, startsAtNoon, endsAtNoon } = occurredOn
  const typed = Object.entries(values).flatMap(([id, value]) => (value === undefined ? [] : [[id, typedValue(value)] as const]))
  return { from, to: to === from ? '' : to, startsAtNoon, endsAtNoon, org, subjects, values: Object.fromEntries(typed), names }
}

function typedValue(value: FieldValue): TypedValue {
  return typeof value === 'number' ? String(value) : value
}
