import type { PackManifest } from '#core/pack/pack.ts'
import { askedFields } from '#core/register/asked-fields.ts'
import { checkRegister, type RegisterFault } from '#core/register/check-register.ts'
import type { Field, FieldId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'

/** A field that something hangs on, and its options that do. */
interface UsedField {
  readonly field: FieldId
  readonly options: readonly string[]
}

/**
 * What hangs on a register as it stands. `records`: how many there are; `fields`: those that hold values in any revision, with the options chosen so far;
 * `counted`: those by which commitments count, with the options they ask for.
 */
export interface RegisterUse {
  readonly records: number
  readonly fields: readonly UsedField[]
  readonly counted: readonly UsedField[]
}

/** What a definition must fit beside itself. */
export interface RegisterGround {
  readonly manifest: PackManifest
  /** Ids of the registers there are. */
  readonly registers: readonly string[]
}

/**
 * Why a definition cannot be kept, at which field (or `fields`, `group`, `filledBy`, `readBy`, `filing`). What holds values or is counted by is not taken away
 * and does not change its nature: it is retired.
 */
export interface ChangeFault {
  readonly field: string
  readonly code:
    | RegisterFault['code']
    | 'no-fields'
    | 'label-twice'
    | 'no-such-group'
    | 'no-such-register'
    | 'zero-field-retired'
    | 'field-in-use'
    | 'field-counted'
    | 'type-in-use'
    | 'unit-in-use'
    | 'several-in-use'
    | 'option-in-use'
    | 'target-in-use'
  readonly params: Readonly<Record<string, string>>
}

export const unused: RegisterUse = { records: 0, fields: [], counted: [] }

/** Holds a definition to itself, to its jurisdiction and to what was entered by the one it replaces (`before`; null: a new register). Empty where it may stand. */
export function checkRegisterChange(
  before: Register | null,
  after: Register,
  use: RegisterUse,
  ground: RegisterGround,
): readonly ChangeFault[] {
  const asked = askedFields(after)
  const twice = asked.filter(({ label }, index) => asked.findIndex((other) => other.label === label) < index)
  const { zeroField = null } = after.filing ?? {}
  return [
    ...checkRegister(after),
    ...(asked.length === 0 ? [fault('fields', 'no-fields')] : []),
    ...twice.map(({ id }) => fault(id, 'label-twice')),
    ...(ground.manifest.groups.some(({ id }) => id === after.group) ? [] : [fault('group', 'no-such-group')]),
    ...after.fields.flatMap((field) =>
      field.type === 'record' && !ground.registers.includes(field.register) ? [fault(field.id, 'no-such-register')] : [],
    ),
    ...(after.fields.some(({ id, isRetired }) => id === zeroField && isRetired) ? [fault('filing', 'zero-field-retired')] : []),
    ...(before?.fields ?? []).flatMap((field) => checkField(field, after, use)),
  ]
}

function fault(field: string, code: ChangeFault['code'], params: ChangeFault['params'] = {}): ChangeFault {
  return { field, code, params }
}

function checkField(before: Field, { fields }: Register, use: RegisterUse): readonly ChangeFault[] {
  const after = fields.find(({ id }) => id === before.id)
  const held = use.fields.find(({ field }) => field === before.id)
  const counted = use.counted.filter(({ field }) => field === before.id)
  if (held === undefined && counted.length === 0) return []
  const { id, label } = before
  if (after === undefined) return [fault(id, held === undefined ? 'field-counted' : 'field-in-use', { label })]
  if (after.type !== before.type) return [fault(id, 'type-in-use', { label })]
  const options = new Set([...(held?.options ?? []), ...counted.flatMap((each) => each.options)])
  const wasMany = 'isMany' in before && before.isMany
  const isMany = 'isMany' in after && after.isMany
  return [
    ...(held !== undefined && wasMany && !isMany ? [fault(id, 'several-in-use', { label })] : []),
    ...natureFaults(before, after),
    ...(after.type === 'choice'
      ? [...options].filter((option) => !after.options.includes(option)).map((option) => fault(id, 'option-in-use', { option }))
      : []),
  ]
}

/** What the values mean beside their type. */
function natureFaults(before: Field, after: Field): readonly ChangeFault[] {
  if (before.type === 'decimal' && after.type === 'decimal' && before.unit !== after.unit) {
    return [fault(before.id, 'unit-in-use', { unit: before.unit })]
  }
  if (before.type === 'record' && after.type === 'record' && before.register !== after.register) return [fault(before.id, 'target-in-use')]
  return []
}
