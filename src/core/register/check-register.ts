import { checkCondition, type ConditionFault } from '#core/counting/check-condition.ts'
import { compare, rationalOf } from '#core/quantity/rational.ts'
import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'

/** What is wrong with a register's definition, with the field where there is one. */
export interface RegisterFault {
  readonly code:
    | ConditionFault['code']
    | 'field-twice'
    | 'option-twice'
    | 'options-in-english-uneven'
    | 'range-reversed'
    | 'zero-field-not-yes-no'
    | 'measure-not-a-number'
    | 'completion-not-a-day'
  readonly field: string
  readonly params: Readonly<Record<string, string>>
}

/** Holds a register's definition to itself: what its schema cannot see. Empty where it is sound. */
export function checkRegister({ fields, filing, hints }: Register): readonly RegisterFault[] {
  const twice = fields.filter(({ id }, index) => fields.findIndex((other) => other.id === id) < index)
  return [
    ...twice.map(({ id }) => fault('field-twice', id)),
    ...fields.flatMap(checkField),
    ...(filing === null || filing.zeroField === null ? [] : checkType(fields, filing.zeroField, ['yes-no'], 'zero-field-not-yes-no')),
    ...hints.flatMap(({ where, measure, outOf, completion }) => [
      ...(where === null ? [] : checkCondition(where, fields)),
      ...(measure === null ? [] : checkType(fields, measure, ['number', 'decimal'], 'measure-not-a-number')),
      ...(outOf === null ? [] : checkType(fields, outOf, ['number', 'decimal'], 'measure-not-a-number')),
      ...(completion === null ? [] : checkType(fields, completion, ['day'], 'completion-not-a-day')),
    ]),
  ]
}

function fault(code: RegisterFault['code'], field: string, params: RegisterFault['params'] = {}): RegisterFault {
  return { code, field, params }
}

function checkField(field: Field): readonly RegisterFault[] {
  switch (field.type) {
    case 'number':
      return field.min > field.max ? [fault('range-reversed', field.id)] : []
    case 'decimal':
      return field.max !== null && compare(rationalOf(field.min), rationalOf(field.max)) > 0 ? [fault('range-reversed', field.id)] : []
    case 'choice':
      return [
        ...(new Set(field.options).size < field.options.length ? [fault('option-twice', field.id)] : []),
        ...([0, field.options.length].includes(field.optionsEn.length) ? [] : [fault('options-in-english-uneven', field.id)]),
      ]
    case 'text':
    case 'day':
    case 'days':
    case 'people':
    case 'orgs':
    case 'yes-no':
    case 'record':
    case 'commitments':
      return []
  }
}

function checkType(
  fields: readonly Field[],
  id: string,
  types: readonly Field['type'][],
  code: RegisterFault['code'],
): readonly RegisterFault[] {
  const field = fields.find((each) => each.id === id)
  if (field === undefined) return [fault('no-such-field', id)]
  return types.includes(field.type) ? [] : [fault(code, id, { type: field.type })]
}
