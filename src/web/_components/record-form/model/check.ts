import type { RecordFault } from '#core/register/check-record.ts'
import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { holdsPersonalNumber } from '#core/register/personal-number.ts'
import { upperOf } from '#core/register/upper-of.ts'
import { isEmpty, type Typed, type TypedValue } from './typed.ts'

/** A fault as the server would find it, or words of the schema (`custom`, `too_big` …), which only a broken client meets. */
export type FaultCode = RecordFault['code']

const WHOLE = /^-?\d{1,15}$/
const DECIMAL = /^-?\d{1,18}(\.\d{1,6})?$/
const EARLIEST = '1990-01-01'
const LONGEST_SPAN = 366
const MILLISECONDS_A_DAY = 86_400_000

/** What can be said before it is sent, by field; the server looks at all of it again. */
export function checkTyped(typed: Typed, register: Register, state: 'draft' | 'submitted', today: string): ReadonlyMap<string, FaultCode> {
  const faults = new Map<string, FaultCode>()
  const found = (field: string, code: FaultCode | null): void => {
    if (code !== null) faults.set(field, code)
  }
  found('occurredOn', daysFault(typed, state, today))
  if (typed.org === '') faults.set('org', 'missing')
  const zero = register.filing?.zeroField
  const isZero = zero != null && typed.values[zero] === true
  for (const field of register.fields) {
    const value = typed.values[field.id]
    if (value === undefined || isEmpty(value)) {
      if (field.isRequired && !field.isRetired && state === 'submitted' && !isZero) faults.set(field.id, 'missing')
    } else found(field.id, valueFault(value, field))
  }
  return faults
}

function daysFault({ from, to, startsAtNoon, endsAtNoon }: Typed, state: 'draft' | 'submitted', today: string): FaultCode | null {
  if (from === '') return 'missing'
  const last = to === '' ? from : to
  if (last < from || (last === from && startsAtNoon && endsAtNoon)) return 'days-reversed'
  if (daysBetween(from, last) >= LONGEST_SPAN) return 'span-too-long'
  if (from < EARLIEST) return 'too-early'
  return last > today && state === 'submitted' ? 'in-the-future' : null
}

function valueFault(value: TypedValue, field: Field): FaultCode | null {
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return null
      if (holdsPersonalNumber(value)) return 'personal-number'
      return value.trim().length > field.max ? 'too-long' : null
    case 'number':
      if (typeof value !== 'string' || !WHOLE.test(value)) return 'not-a-number'
      return Number(value) < field.min ? 'too-small' : Number(value) > field.max ? 'too-large' : null
    case 'decimal': {
      if (typeof value !== 'string' || !DECIMAL.test(value)) return 'not-a-number'
      const upper = upperOf(field)
      // near enough for a warning: the server compares exactly
      return Number(value) < Number(field.min) ? 'too-small' : upper !== null && Number(value) > Number(upper) ? 'too-large' : null
    }
    case 'days':
      if (typeof value !== 'object' || !('from' in value)) return 'not-a-day'
      if (value.from === '') return 'not-a-day'
      return value.to !== '' && value.to < value.from ? 'days-reversed' : null
    case 'day':
    case 'choice':
    case 'people':
    case 'orgs':
    case 'yes-no':
    case 'record':
    case 'commitments':
      return null
  }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY)
}

/** The field a path of the API's INVALID names: `values.hours` and `entry.values.hours` are `hours`. */
export function fieldIn(path: string): string {
  const [first = '', ...rest] = path.split('.').filter((part) => part !== 'entry')
  return first === 'values' ? (rest[0] ?? first) : first
}
