import type { Text } from '../text.zh.ts'
import { upperOf } from '#core/register/upper-of.ts'
import type { Preview, Register } from './asked.ts'

type Fault = Preview['faults'][number]

/** The field a target names; undefined where it is none of the register's. */
function fieldIn(register: Register, target: string | null): Register['fields'][number] | undefined {
  return register.fields.find(({ id }) => target === `field:${id}`)
}

/** What is expected where a fault is: with the options or the limits of its field. */
export function faultWords(text: Text, register: Register, { code, target }: Fault): string {
  const field = fieldIn(register, target)
  if (field?.type === 'choice' && code === 'not-an-option') return text.oneOf(field.options.join('、'))
  if (field?.type === 'number' && (code === 'too-small' || code === 'too-large')) return text.between(String(field.min), String(field.max))
  if (field?.type === 'decimal' && (code === 'too-small' || code === 'too-large')) {
    const max = upperOf(field) ?? '…'
    return text.between(field.min, max)
  }
  return text.fault[code] ?? text.otherFault
}

/** What a target is called on the screen. */
export function targetWords(text: Text, register: Register, target: string | null, isEnglish: boolean): string {
  const common: Readonly<Record<string, string>> = text.target
  const field = fieldIn(register, target)
  if (field !== undefined) return isEnglish && field.labelEn !== '' ? field.labelEn : field.label
  return common[target ?? ''] ?? ''
}
