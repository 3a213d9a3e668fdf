import type { Field } from '#core/register/field.ts'
import type { Party } from '#core/roster/party.ts'
import { ChoiceInput } from './inputs/choice-input.tsx'
import { CommitmentInput } from './inputs/commitment-input.tsx'
import { PartyInput } from './inputs/party-input.tsx'
import { RecordInput } from './inputs/record-input.tsx'
import type { TypedValue } from './model/typed.ts'
import { useFormText } from './use-text.ts'

interface ValueInputProps {
  readonly field: Field
  readonly id: string
  readonly describedBy: string
  readonly isWrong: boolean
  readonly value: TypedValue | undefined
  readonly names: Readonly<Record<string, string>>
  /** The day whose roster is searched. */
  readonly on: string
  readonly onChange: (value: TypedValue, names?: Readonly<Record<string, string>>) => void
}

/** From so many characters on a text is written on several lines. */
const LONG_TEXT = 120
/** Up to so many characters Enter goes on to the next field; a new line is Shift+Enter. */
const SHORT_TEXT = 300

/** The input for one field of a register. */
export function ValueInput({ field, id, describedBy, isWrong, value, names, on, onChange }: ValueInputProps) {
  const text = useFormText()
  const common = { id, 'aria-invalid': isWrong, 'aria-describedby': describedBy, className: 'input' }
  const typed = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'text':
      return field.max > LONG_TEXT ? (
        <textarea
          {...common}
          rows={1}
          data-enter={field.max <= SHORT_TEXT ? 'next' : undefined}
          value={typed}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input {...common} autoComplete="off" value={typed} onChange={(event) => onChange(event.target.value)} />
      )
    case 'number':
    case 'decimal':
      return (
        <span className="number">
          <input
            {...common}
            inputMode={field.type === 'number' ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={typed}
            onChange={(event) => onChange(plainNumber(event.target.value))}
          />
          {field.type === 'decimal' ? <span aria-label={text.unit(field.unit)}>{field.unit}</span> : null}
        </span>
      )
    case 'day':
      return <input {...common} type="date" value={typed} onChange={(event) => onChange(event.target.value)} />
    case 'days': {
      const { from, to } = typeof value === 'object' && 'from' in value ? value : { from: '', to: '' }
      return (
        <span className="days">
          <input
            {...common}
            type="date"
            aria-label={text.from}
            value={from}
            onChange={(event) => onChange({ from: event.target.value, to })}
          />
          <input
            {...common}
            id={undefined}
            type="date"
            aria-label={text.to}
            value={to}
            onChange={(event) => onChange({ from, to: event.target.value })}
          />
        </span>
      )
    }
    case 'choice':
      return (
        <ChoiceInput
          field={field}
          describedBy={describedBy}
          isWrong={isWrong}
          value={wordsIn(value)}
          onChange={(chosen) => onChange(field.isMany ? chosen : (chosen[0] ?? ''))}
        />
      )
    case 'people':
    case 'orgs':
      return (
        <PartyInput
          id={id}
          describedBy={describedBy}
          isWrong={isWrong}
          kinds={field.type === 'people' ? ['person', 'post', 'group'] : ['org', 'group']}
          isMany={field.isMany}
          placeholder={field.type === 'orgs' ? text.findOrg : text.findPerson}
          on={on}
          value={partiesIn(value)}
          names={names}
          onChange={onChange}
        />
      )
    case 'yes-no':
      return (
        <label className={`choice ${value === true ? 'is-chosen' : ''}`}>
          <input
            id={id}
            type="checkbox"
            aria-describedby={describedBy}
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
          />
          {text.yes}
        </label>
      )
    case 'record':
      return (
        <RecordInput
          id={id}
          describedBy={describedBy}
          isWrong={isWrong}
          register={field.register}
          value={typed}
          names={names}
          onChange={onChange}
        />
      )
    case 'commitments':
      return (
        <CommitmentInput id={id} describedBy={describedBy} isWrong={isWrong} value={wordsIn(value)} names={names} onChange={onChange} />
      )
  }
}

/** Full-width digits and signs of a Chinese input method as plain ones. */
function plainNumber(text: string): string {
  return text.normalize('NFKC').replace('。', '.').trim()
}

function wordsIn(value: TypedValue | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === 'string' ? [each] : [])) : []
}

function partiesIn(value: TypedValue | undefined): readonly Party[] {
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === 'object' ? [each] : [])) : []
}
