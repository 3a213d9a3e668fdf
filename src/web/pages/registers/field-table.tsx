import type { Field } from '#core/register/field.ts'
import { type Language, useLanguage } from '#web/_lib/language.ts'
import { labelIn } from './model/names.ts'
import type { Text } from './text.zh.ts'
import { useRegistersText } from './use-text.ts'

/** The fields of a register as its form will ask them. */
export function FieldTable({ fields }: { readonly fields: readonly Field[] }) {
  const text = useRegistersText()
  const language = useLanguage()
  return (
    <table>
      <caption className="visually-hidden">{text.fields}</caption>
      <tbody>
        {fields.map((field) => (
          <tr key={field.id}>
            <th scope="row">
              {labelIn(language, field)}
              {field.isRequired ? <span className="required">{text.required}</span> : null}
            </th>
            <td className="type">{typeWords(field, text)}</td>
            <td>
              {optionsOf(field, language).map((option) => (
                <span key={option} className="option">
                  {option}
                </span>
              ))}
              {field.hint === '' ? null : <span className="hint">{field.hint}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function optionsOf(field: Field, language: Language): readonly string[] {
  if (field.type !== 'choice') return []
  return language === 'en' && field.optionsEn.length > 0 ? field.optionsEn : field.options
}

function typeWords(field: Field, text: Text): string {
  const parts = [text.types[field.type]]
  if ('isMany' in field && field.isMany) parts.push(text.many)
  if (field.type === 'decimal') parts.push(text.unit(field.unit))
  return parts.join(' · ')
}
