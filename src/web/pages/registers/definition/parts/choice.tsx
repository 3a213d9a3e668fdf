import { useId } from 'react'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly (readonly [Value, string])[]
  readonly isDisabled?: boolean
  readonly wrong?: string | undefined
  readonly onChange: (value: Value) => void
}

/** A labelled list to choose one from. */
export function Choice<Value extends string>({ label, value, choices, isDisabled = false, wrong, onChange }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        disabled={isDisabled}
        aria-invalid={wrong !== undefined}
        onChange={(event) => {
          const chosen = choices.find(([each]) => each === event.target.value)
          if (chosen !== undefined) onChange(chosen[0])
        }}
      >
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      {wrong === undefined ? null : <span className="wrong">{wrong}</span>}
    </div>
  )
}
