import type { Field } from '#core/register/field.ts'

/** What no single fact can exceed where a field says nothing: a share all of it, a year its days and hours. More is a slip of the pen (1e9 天). */
const IMPLIED: Readonly<Record<string, string>> = {
  '%': '100',
  '‰': '1000',
  天: '366',
  日: '366',
  小时: '8784',
  学时: '8784',
  课时: '8784',
}

/** The largest value of a decimal field, as decimal text; null where there is no limit. */
export function upperOf({ max, unit }: Pick<Extract<Field, { type: 'decimal' }>, 'max' | 'unit'>): string | null {
  return max ?? IMPLIED[unit] ?? null
}
