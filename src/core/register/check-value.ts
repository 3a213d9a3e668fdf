import { daysFromTo } from '#core/calendar/months.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { compare, rationalOf } from '#core/quantity/rational.ts'
import { type FieldValue, RecordId } from '#core/record/record.ts'
import type { Field } from '#core/register/field.ts'
import { holdsPersonalNumber } from '#core/register/personal-number.ts'
import { upperOf } from '#core/register/upper-of.ts'
import type { Party } from '#core/roster/party.ts'

/** The longest a fact may last, in days: longer is a slip of the pen (2026 for 2025) until it is entered as several. */
const LONGEST_SPAN = 366

/** Why a value cannot stand in its field. */
export type ValueFault =
  | 'wrong-type'
  | 'too-long'
  | 'personal-number'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'not-a-day'
  | 'too-early'
  | 'days-reversed'
  | 'span-too-long'
  | 'not-an-option'
  | 'only-one'
  | 'unknown-party'
  | 'wrong-party'
  | 'named-twice'
  | 'unknown-commitment'

/** Holds one value to its field; null where it may stand. `isKnown`: whether the roster has the party. */
export function checkValue(value: FieldValue, field: Field, isKnown: (party: Party) => boolean): ValueFault | null {
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return 'wrong-type'
      if (holdsPersonalNumber(value)) return 'personal-number'
      return value.length > field.max ? 'too-long' : null
    case 'number':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'not-a-number'
      return value < field.min ? 'too-small' : value > field.max ? 'too-large' : null
    case 'decimal':
      return decimalFault(value, field)
    case 'day':
      return dayFault(value)
    case 'days':
      if (typeof value !== 'object' || !('from' in value)) return 'not-a-day'
      return dayFault(value.from) ?? dayFault(value.to) ?? spanFault(value.from, value.to)
    case 'choice':
      return choiceFault(value, field)
    case 'people':
      return partyFault(value, field.isMany, ['person', 'post'], isKnown)
    case 'orgs':
      return partyFault(value, field.isMany, ['org'], isKnown)
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'wrong-type'
    case 'record':
      return RecordId.safeParse(value).success ? null : 'wrong-type'
    case 'commitments':
      return commitmentsFault(value)
  }
}

/** The days a fact may be about; a year outside is a slip of the pen (0206 for 2026). */
export const EARLIEST_DAY = '1990-01-01'
const LATEST_DAY = '2200-12-31'

function dayFault(value: FieldValue): 'not-a-day' | 'too-early' | null {
  const day = Day.safeParse(value)
  if (!day.success || day.data > LATEST_DAY) return 'not-a-day'
  return day.data < EARLIEST_DAY ? 'too-early' : null
}

export function spanFault(from: Day, to: Day): 'days-reversed' | 'span-too-long' | null {
  if (to < from) return 'days-reversed'
  return daysFromTo(from, to) > LONGEST_SPAN ? 'span-too-long' : null
}

function decimalFault(value: FieldValue, field: Extract<Field, { type: 'decimal' }>): ValueFault | null {
  const parsed = Decimal.safeParse(value)
  if (!parsed.success) return 'not-a-number'
  const number = rationalOf(parsed.data)
  const upper = upperOf(field)
  if (compare(number, rationalOf(field.min)) < 0) return 'too-small'
  return upper !== null && compare(number, rationalOf(Decimal.parse(upper))) > 0 ? 'too-large' : null
}

function choiceFault(value: FieldValue, { options, isMany }: Extract<Field, { type: 'choice' }>): ValueFault | null {
  const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? value : null
  if (chosen === null) return 'wrong-type'
  if (!isMany && chosen.length > 1) return 'only-one'
  if (new Set(chosen).size < chosen.length) return 'named-twice'
  return chosen.every((each) => typeof each === 'string' && options.includes(each)) ? null : 'not-an-option'
}

function commitmentsFault(value: FieldValue): ValueFault | null {
  if (!Array.isArray(value)) return 'wrong-type'
  if (!value.every((each) => CommitmentId.safeParse(each).success)) return 'wrong-type'
  return new Set(value).size < value.length ? 'named-twice' : null
}

function partyFault(
  value: FieldValue,
  isMany: boolean,
  kinds: readonly Party['kind'][],
  isKnown: (party: Party) => boolean,
): ValueFault | null {
  if (!Array.isArray(value)) return 'wrong-type'
  const parties = value.filter((each) => typeof each === 'object')
  if (parties.length < value.length) return 'wrong-type'
  if (!isMany && parties.length > 1) return 'only-one'
  if (parties.some(({ kind }) => !kinds.includes(kind))) return 'wrong-party'
  if (new Set(parties.map(({ kind, id }) => `${kind}:${id}`)).size < parties.length) return 'named-twice'
  return parties.every(isKnown) ? null : 'unknown-party'
}
