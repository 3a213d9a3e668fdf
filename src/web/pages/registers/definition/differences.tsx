import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { labelIn, titleIn } from '../model/names.ts'
import { useDefinitionText } from './use-text.ts'

interface DifferencesProps {
  readonly register: Register
  readonly ofPack: Register
  readonly hasPackMoved: boolean
}

/** What the jurisdiction's definition says otherwise than the pack's. */
export function Differences({ register, ofPack, hasPackMoved }: DifferencesProps) {
  const text = useDefinitionText()
  const language = useLanguage()
  const names = (fields: readonly Field[]): string => fields.map((field) => labelIn(language, field)).join(language === 'zh' ? '、' : ', ')
  const added = register.fields.filter(({ id }) => fieldOf(ofPack, id) === undefined)
  const gone = ofPack.fields.filter(({ id }) => fieldOf(register, id) === undefined)
  const retired = register.fields.filter(({ id, isRetired }) => isRetired && fieldOf(ofPack, id)?.isRetired === false)
  const changed = register.fields.filter((field) => {
    const other = fieldOf(ofPack, field.id)
    return other !== undefined && !retired.includes(field) && JSON.stringify(sorted(field)) !== JSON.stringify(sorted(other))
  })
  const lines = [
    ...(register.title === ofPack.title && register.titleEn === ofPack.titleEn ? [] : [text.difference.title(titleIn(language, ofPack))]),
    ...(added.length > 0 ? [text.difference.added(names(added))] : []),
    ...(gone.length > 0 ? [text.difference.gone(names(gone))] : []),
    ...(retired.length > 0 ? [text.difference.retired(names(retired))] : []),
    ...(changed.length > 0 ? [text.difference.changed(names(changed))] : []),
    ...(rest(register) === rest(ofPack) ? [] : [text.difference.others]),
  ]
  if (lines.length === 0) return null
  return (
    <div className={`notice ${hasPackMoved ? 'warning' : ''} differences`}>
      <p>{hasPackMoved ? text.packMoved : text.differs}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function fieldOf({ fields }: Register, id: string): Field | undefined {
  return fields.find((field) => field.id === id)
}

/** Everything but titles and fields, to compare. */
function rest(register: Register): string {
  return JSON.stringify(sorted({ ...register, title: '', titleEn: '', fields: [] }))
}

/** In the order of names: the same value is written the same. */
function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
