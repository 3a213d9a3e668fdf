import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'

/** Beside the day and who took part. */
const MOST_SHOWN = 4

/** Which fields a form shows at first: what is required, then what there is room for, in the register's order; the rest is under “more”. */
export function placesOf({ fields }: Register): { readonly shown: readonly Field[]; readonly more: readonly Field[] } {
  const asked = fields.filter(({ isRetired }) => !isRetired)
  const required = asked.filter(({ isRequired }) => isRequired)
  const room = Math.max(MOST_SHOWN - required.length, 0)
  const optional = asked.filter(({ isRequired }) => !isRequired).slice(0, room)
  const shown = asked.filter((field) => field.isRequired || optional.includes(field))
  return { shown, more: asked.filter((field) => !shown.includes(field)) }
}
