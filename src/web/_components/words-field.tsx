interface WordsFieldProps {
  readonly label: string
  readonly hint?: string
  readonly rows: number
  readonly most: number
  readonly isRequired?: boolean
  readonly value: string
  readonly onChange: (words: string) => void
}

/** A few sentences with what they are. */
export function WordsField({ label, hint, rows, most, isRequired = false, value, onChange }: WordsFieldProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <textarea
        className="input"
        rows={rows}
        maxLength={most}
        required={isRequired}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint === undefined ? null : <span className="hint">{hint}</span>}
    </label>
  )
}
