import type { Condition } from '#core/counting/condition.ts'
import type { Field, FieldId } from '#core/register/field.ts'

/** What is wrong with a condition: a field the register does not have, a condition its type does not know, a choice it does not offer. */
export interface ConditionFault {
  readonly code: 'no-such-field' | 'not-for-this-type' | 'no-such-option'
  readonly field: FieldId
  readonly params: Readonly<Record<string, string>>
}

/** The conditions each type of field knows. */
const conditionsOf = {
  text: ['one-of', 'filled'],
  number: ['number', 'filled'],
  decimal: ['number', 'filled'],
  day: ['day', 'filled'],
  days: ['day', 'filled'],
  choice: ['one-of', 'filled'],
  people: ['covers', 'filled'],
  orgs: ['covers', 'filled'],
  'yes-no': ['yes', 'filled'],
  record: ['filled'],
  commitments: ['filled'],
} as const satisfies Record<Field['type'], readonly Condition['kind'][]>

/** Holds a condition to the fields of a register. */
export function checkCondition(condition: Condition, fields: readonly Field[]): readonly ConditionFault[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((each) => checkCondition(each, fields))
    case 'not':
      return checkCondition(condition.of, fields)
    case 'one-of':
    case 'yes':
    case 'number':
    case 'day':
    case 'filled':
    case 'covers': {
      const field = fields.find(({ id }) => id === condition.field)
      if (field === undefined) return [{ code: 'no-such-field', field: condition.field, params: {} }]
      const known: readonly string[] = conditionsOf[field.type]
      if (!known.includes(condition.kind))
        return [{ code: 'not-for-this-type', field: field.id, params: { kind: condition.kind, type: field.type } }]
      if (condition.kind !== 'one-of' || field.type !== 'choice') return []
      const strangers = condition.values.filter((value) => !field.options.includes(value))
      return strangers.map((value) => ({ code: 'no-such-option', field: field.id, params: { value } }))
    }
  }
}
