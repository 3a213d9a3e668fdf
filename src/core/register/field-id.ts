import type { Field, FieldId } from '#core/register/field.ts'

/** A name for a field that the definition does not have yet: `f1`, `f2` … */
export function freshFieldId(fields: readonly Pick<Field, 'id'>[]): FieldId {
  for (let number = 1; ; number += 1) {
    const name = `f${number}`
    if (isFieldId(name) && fields.every(({ id }) => id !== name)) return name
  }
}

function isFieldId(name: string): name is FieldId {
  return /^[a-z][A-Za-z0-9]{0,40}$/.test(name)
}
