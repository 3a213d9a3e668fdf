import type { RegisterUse } from '#core/register/check-change.ts'
import type { Register } from '#core/register/register.ts'

/**
 * 恢复业务包的定义: the pack's definition, and behind it, retired, the fields of the jurisdiction's that hold values or are counted by. An option chosen so far is
 * kept behind the pack's.
 */
export function restoreRegister(standing: Register, ofPack: Register, use: RegisterUse): Register {
  const used = [...use.fields, ...use.counted]
  const needed = (id: string): boolean => used.some(({ field }) => field === id)
  const kept = standing.fields.filter(({ id }) => needed(id) && ofPack.fields.every((field) => field.id !== id))
  const fields = ofPack.fields.map((field) => {
    const chosen = new Set(used.filter((each) => each.field === field.id).flatMap(({ options }) => options))
    const missing = field.type === 'choice' ? [...chosen].filter((option) => !field.options.includes(option)) : []
    if (field.type !== 'choice' || missing.length === 0) return field
    return {
      ...field,
      options: [...field.options, ...missing],
      optionsEn: field.optionsEn.length === 0 ? [] : [...field.optionsEn, ...missing],
    }
  })
  return { ...ofPack, fields: [...fields, ...kept.map((field) => ({ ...field, isRetired: true }))] }
}
