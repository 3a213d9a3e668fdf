import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'

/** A fact is entered in at most so many fields: more is a pack's fault and a warning to a jurisdiction. */
export const MOST_FIELDS = 6

/** The fields a new record is asked for. */
export function askedFields({ fields }: Pick<Register, 'fields'>): readonly Field[] {
  return fields.filter(({ isRetired }) => !isRetired)
}
