import { type InputHTMLAttributes, useId } from 'react'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
}

/** A labelled input with its hint and what is wrong with it. */
export function Field({ label, hint, wrong, ...input }: FieldProps) {
  const id = useId()
  const notes = [hint === undefined ? null : `${id}-hint`, wrong === undefined ? null : `${id}-wrong`].filter((note) => note !== null)
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input id={id} className="input" aria-invalid={wrong !== undefined} aria-describedby={notes.join(' ')} {...input} />
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong === undefined ? null : (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  )
}
