import type { Condition } from '#core/counting/condition.ts'
import type { Field, FieldId } from '#core/register/field.ts'
import type { Language } from '#web/_lib/language.ts'
import type { Text } from '../text.zh.ts'
import { labelIn, optionIn } from './names.ts'

/** A condition as a person says it: 方式为“带案下访”或“现场办公”. */
export function conditionWords(condition: Condition, fields: readonly Field[], text: Text, language: Language): string {
  const words = (part: Condition): string => conditionWords(part, fields, text, language)
  switch (condition.kind) {
    case 'all':
      return condition.of.map(words).join(text.and)
    case 'any':
      return condition.of.map(words).join(text.or)
    case 'not':
      return text.not(words(condition.of))
    case 'one-of':
    case 'yes':
    case 'number':
    case 'day':
    case 'filled':
    case 'covers':
      return leafWords(condition, fields, text, language)
  }
}

type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>

function leafWords(leaf: Leaf, fields: readonly Field[], text: Text, language: Language): string {
  const field = fields.find(({ id }) => id === leaf.field)
  const label = fieldWords(leaf.field, fields, language)
  switch (leaf.kind) {
    case 'one-of':
      return text.oneOf(
        label,
        leaf.values.map((value) => (field === undefined ? value : optionIn(language, field, value))),
      )
    case 'yes':
      return leaf.value ? text.isYes(label) : text.isNo(label)
    case 'number':
      return text.compares(label, leaf.comparator, leaf.value)
    case 'day':
      return text.between(label, leaf.from ?? text.open, leaf.to ?? text.open)
    case 'filled':
      return text.isFilled(label)
    case 'covers':
      return text.covers(label)
  }
}

/** The label of the field with this id. */
export function fieldWords(id: FieldId, fields: readonly Field[], language: Language): string {
  const field = fields.find((each) => each.id === id)
  return field === undefined ? id : labelIn(language, field)
}
