import type { RegisterUse } from '#core/register/check-change.ts'
import { FieldId } from '#core/register/field.ts'
import type { Definition } from '#core/terms/definition.ts'

/** Where a definition of counting names a field, and the choices it asks there. */
const NAMES = ['field', 'link', 'with'] as const

/** The fields by which a definition counts a register; none where it does not. Of a definition over several registers: those of all, rather too many. */
export function countedIn(definition: Definition, register: string): RegisterUse['counted'] {
  const parts = partsOf(definition)
  if (!parts.some((part) => part['register'] === register)) return []
  return parts.flatMap((part) =>
    NAMES.flatMap((name) => {
      const field = FieldId.safeParse(part[name])
      const values = part['values']
      const options = Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
      return field.success ? [{ field: field.data, options }] : []
    }),
  )
}

function partsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  return isPart(value) ? [value, ...Object.values(value).flatMap(partsOf)] : []
}

function isPart(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
