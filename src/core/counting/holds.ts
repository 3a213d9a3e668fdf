import type { Condition } from '#core/counting/condition.ts'
import { Day } from '#core/day/day.ts'
import { Decimal } from '#core/quantity/decimal.ts'
import { compare, type Rational, rationalOf, whole } from '#core/quantity/rational.ts'
import { partiesIn } from '#core/record/parties-in.ts'
import type { FieldValue, WorkRecord } from '#core/record/record.ts'
import type { FieldId } from '#core/register/field.ts'
import { holdsOn } from '#core/roster/interval.ts'
import { isSameOn, type RosterIndex } from '#core/roster/roster-index.ts'
import { tenuresOf } from '#core/roster/tenure.ts'

/** Whether a condition holds for a record. An empty field, or one of another type, holds none. */
export function holds(condition: Condition, record: WorkRecord, roster: RosterIndex): boolean {
  return failing(condition, record, roster) === null
}

/** The first part of a condition that does not hold: the part itself of `all`, the whole of `any` and `not`. Null where the condition holds. */
export function failing(condition: Condition, record: WorkRecord, roster: RosterIndex): Condition | null {
  switch (condition.kind) {
    case 'all':
      for (const each of condition.of) {
        const failed = failing(each, record, roster)
        if (failed !== null) return failed
      }
      return null
    case 'any':
      return condition.of.some((each) => holds(each, record, roster)) ? null : condition
    case 'not':
      return holds(condition.of, record, roster) ? condition : null
    case 'one-of':
    case 'yes':
    case 'number':
    case 'day':
    case 'filled':
    case 'covers':
      return holdsLeaf(condition, record, roster) ? null : condition
  }
}

type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>

function holdsLeaf(leaf: Leaf, record: WorkRecord, roster: RosterIndex): boolean {
  const value = record.values[leaf.field]
  switch (leaf.kind) {
    case 'one-of':
      return wordsOf(value).some((word) => leaf.values.includes(word))
    case 'yes':
      return value === leaf.value
    case 'filled':
      return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
    case 'day':
      return isWithin(dayIn(record, leaf.field), leaf.from, leaf.to)
    case 'number':
      return compares(numberIn(record, leaf.field), leaf.comparator, rationalOf(leaf.value))
    case 'covers': {
      const parties = partiesIn(record, leaf.field)
      const day = record.occurredOn.to
      const members = [...tenuresOf(leaf.population, roster)].filter(([, tenure]) => tenure.some((each) => holdsOn(each, day)))
      return members.length > 0 && members.every(([key]) => parties.some((party) => isSameOn(party, key, day, roster)))
    }
  }
}

function wordsOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function isWithin(day: Day | null, from: Day | null, to: Day | null): boolean {
  return day !== null && (from === null || from <= day) && (to === null || day <= to)
}

function compares(value: Rational | null, comparator: '>=' | '<=' | '=' | '>' | '<', limit: Rational): boolean {
  if (value === null) return false
  const order = compare(value, limit)
  switch (comparator) {
    case '>=':
      return order >= 0
    case '<=':
      return order <= 0
    case '=':
      return order === 0
    case '>':
      return order > 0
    case '<':
      return order < 0
  }
}

/** The number in a field; null where it holds none. */
export function numberIn(record: WorkRecord, field: FieldId): Rational | null {
  const value = record.values[field]
  if (typeof value === 'number') return whole(value)
  const decimal = Decimal.safeParse(value)
  return decimal.success ? rationalOf(decimal.data) : null
}

/** The day in a field (the last of several); null where it holds none. */
export function dayIn(record: WorkRecord, field: FieldId): Day | null {
  const value = record.values[field]
  const text = typeof value === 'object' && 'to' in value ? value.to : value
  const day = Day.safeParse(text)
  return day.success ? day.data : null
}
