import { Field } from '#web/_components/field.tsx'
import type { Candidate } from '#web/pages/accounts/use-accounts.ts'
import type { Text } from './text.zh.ts'

/** Who is to be an administrator; `person` null: nobody of the organisation. */
export interface Appointed {
  readonly person: string | null
  readonly name: string
  readonly login: string
}

interface AppointeeProps {
  readonly title: string
  readonly hint: string
  readonly text: Text
  readonly value: Appointed
  readonly candidates: readonly Candidate[]
  readonly onChange: (value: Appointed) => void
}

/** One of the three: somebody of the organisation, or a name. */
export function Appointee({ title, hint, text, value, candidates, onChange }: AppointeeProps) {
  const choose = (id: string): void => {
    const chosen = candidates.find(({ person }) => person === id)
    onChange(
      chosen === undefined ? { person: null, name: '', login: '' } : { person: chosen.person, name: chosen.name, login: chosen.login },
    )
  }
  return (
    <fieldset>
      <legend>{title}</legend>
      <p className="quiet">{hint}</p>
      <div className="fields">
        {candidates.length === 0 ? null : (
          <label className="field">
            <span className="label">{text.from}</span>
            <select
              className="input"
              aria-label={`${title} ${text.from}`}
              value={value.person ?? ''}
              onChange={(event) => choose(event.target.value)}
            >
              <option value="">{text.other}</option>
              {candidates.map(({ person, name, places }) => (
                <option key={person} value={person}>
                  {[name, ...places].join(' ')}
                </option>
              ))}
            </select>
          </label>
        )}
        <Field
          label={text.name}
          aria-label={`${title} ${text.name}`}
          value={value.name}
          readOnly={value.person !== null}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
        <Field
          label={text.login}
          aria-label={`${title} ${text.login}`}
          value={value.login}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, login: event.target.value })}
        />
      </div>
    </fieldset>
  )
}
