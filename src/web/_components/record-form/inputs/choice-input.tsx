import type { Field } from '#core/register/field.ts'
import { useLanguage } from '#web/_lib/language.ts'

interface ChoiceInputProps {
  readonly field: Extract<Field, { type: 'choice' }>
  readonly describedBy: string
  readonly isWrong: boolean
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

/** More than these are a list to choose from. */
const MOST_CHIPS = 14

/** Choices as chips; the arrow keys and the space bar work as for any radio buttons or ticks. */
export function ChoiceInput({ field, describedBy, isWrong, value, onChange }: ChoiceInputProps) {
  const language = useLanguage()
  const wordOf = (option: string, index: number): string => (language === 'en' ? (field.optionsEn[index] ?? option) : option)
  if (field.options.length > MOST_CHIPS && !field.isMany)
    return (
      <select
        className="input"
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        value={value[0] ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? [] : [event.target.value])}
      >
        <option value="" />
        {field.options.map((option, index) => (
          <option key={option} value={option}>
            {wordOf(option, index)}
          </option>
        ))}
      </select>
    )
  return (
    <div className="choices" aria-describedby={describedBy}>
      {field.options.map((option, index) => {
        const isChosen = value.includes(option)
        const others = value.filter((each) => each !== option)
        return (
          <label key={option} className={`choice ${isChosen ? 'is-chosen' : ''}`}>
            <input
              type={field.isMany ? 'checkbox' : 'radio'}
              name={field.id}
              aria-invalid={isWrong}
              checked={isChosen}
              onChange={() => onChange(field.isMany ? (isChosen ? others : [...value, option]) : [option])}
              // a choice that was made by mistake can be taken back
              onClick={() => {
                if (isChosen && !field.isMany && !field.isRequired) onChange([])
              }}
            />
            {wordOf(option, index)}
          </label>
        )
      })}
    </div>
  )
}
