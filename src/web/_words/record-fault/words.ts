import type { Field } from '#core/register/field.ts'
import { upperOf } from '#core/register/upper-of.ts'
import { isKey } from '#web/_lib/keys-of.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Limits, zh } from './text.zh.ts'

/** Words a fault of a field in the language of the screen; codes of the schema (`custom`, `too_big`) by what they mean there. */
export function useFaultText(): (code: string, field: Field | null) => string {
  const text = useText({ zh, en })
  return (code, field) => {
    const known = isKey(text, code) ? code : field === null ? 'days-reversed' : 'wrong-type'
    return text[known](limitsOf(field))
  }
}

function limitsOf(field: Field | null): Limits {
  switch (field?.type) {
    case 'text':
      return { min: '', max: String(field.max), unit: '' }
    case 'number':
      return { min: String(field.min), max: String(field.max), unit: '' }
    case 'decimal':
      return { min: field.min, max: upperOf(field) ?? '', unit: field.unit }
    default:
      return { min: '', max: '', unit: '' }
  }
}
