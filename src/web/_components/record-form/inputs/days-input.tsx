import { useState } from 'react'
import type { Typed } from '../model/typed.ts'
import { useFormText } from '../use-text.ts'

type Days = Pick<Typed, 'from' | 'to' | 'startsAtNoon' | 'endsAtNoon'>

interface DaysInputProps {
  readonly id: string
  readonly describedBy: string
  readonly isWrong: boolean
  readonly value: Days
  readonly onChange: (value: Days) => void
}

const MILLISECONDS_A_DAY = 86_400_000

/** A day or part of it, or several days that may begin and end at noon. */
export function DaysInput({ id, describedBy, isWrong, value, onChange }: DaysInputProps) {
  const text = useFormText()
  const [isSpan, setIsSpan] = useState(value.to !== '')
  const { from, to, startsAtNoon, endsAtNoon } = value
  const input = { type: 'date', className: 'input', 'aria-invalid': isWrong, 'aria-describedby': describedBy }
  const toggle = (): void => {
    setIsSpan(!isSpan)
    onChange({ from, to: '', startsAtNoon: false, endsAtNoon: false })
  }
  if (!isSpan)
    return (
      <div className="days">
        <input {...input} id={id} value={from} onChange={(event) => onChange({ ...value, from: event.target.value })} />
        <Part
          label={text.partOf}
          options={[text.parts.whole, text.parts.morning, text.parts.afternoon]}
          value={startsAtNoon ? 2 : endsAtNoon ? 1 : 0}
          onChange={(part) => onChange({ ...value, startsAtNoon: part === 2, endsAtNoon: part === 1 })}
        />
        <button type="button" className="button quiet small" onClick={toggle}>
          {text.severalDays}
        </button>
      </div>
    )
  return (
    <div className="days">
      <span className="end">
        <input
          {...input}
          id={id}
          aria-label={text.from}
          value={from}
          onChange={(event) => onChange({ ...value, from: event.target.value })}
        />
        <Part
          label={`${text.from} ${text.partOf}`}
          options={[text.starts.whole, text.starts.afternoon]}
          value={startsAtNoon ? 1 : 0}
          onChange={(part) => onChange({ ...value, startsAtNoon: part === 1 })}
        />
      </span>
      <span className="end">
        <input {...input} aria-label={text.to} min={from} value={to} onChange={(event) => onChange({ ...value, to: event.target.value })} />
        <Part
          label={`${text.to} ${text.partOf}`}
          options={[text.ends.whole, text.ends.morning]}
          value={endsAtNoon ? 1 : 0}
          onChange={(part) => onChange({ ...value, endsAtNoon: part === 1 })}
        />
      </span>
      <span className="quiet">{lengthOf(value) === null ? '' : text.days(String(lengthOf(value)))}</span>
      <button type="button" className="button quiet small" onClick={toggle}>
        {text.oneDay}
      </button>
    </div>
  )
}

/** Days with halves; null where they are no span. */
function lengthOf({ from, to, startsAtNoon, endsAtNoon }: Days): number | null {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY) + 1
  return days > 0 ? days - (startsAtNoon ? 0.5 : 0) - (endsAtNoon ? 0.5 : 0) : null
}

interface PartProps {
  readonly label: string
  readonly options: readonly string[]
  readonly value: number
  readonly onChange: (part: number) => void
}

function Part({ label, options, value, onChange }: PartProps) {
  return (
    <select className="input part" aria-label={label} value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {options.map((option, index) => (
        <option key={option} value={index}>
          {option}
        </option>
      ))}
    </select>
  )
}
