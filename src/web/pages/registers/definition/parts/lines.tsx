import { useId, useState } from 'react'

interface LinesProps {
  readonly label: string
  readonly lines: readonly string[]
  readonly wrong?: string | undefined
  readonly onChange: (lines: string[]) => void
}

/** Several words, one a line. What is typed stays as typed; empty lines count for nothing. */
export function Lines({ label, lines, wrong, onChange }: LinesProps) {
  const id = useId()
  const [typed, setTyped] = useState(() => lines.join('\n'))
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="input"
        rows={Math.min(8, Math.max(3, typed.split('\n').length))}
        value={typed}
        aria-invalid={wrong !== undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(wordsIn(event.target.value, /\n/))
        }}
      />
      {wrong === undefined ? null : <span className="wrong">{wrong}</span>}
    </div>
  )
}

/** What stands between separators, without what is empty. */
export function wordsIn(typed: string, separator: RegExp): string[] {
  return typed
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
