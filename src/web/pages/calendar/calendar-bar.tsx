import { monthBy } from './model/month.ts'
import { useCalendarText } from './use-text.ts'

interface Search {
  readonly month?: string | undefined
  readonly unit?: string | undefined
  readonly subject?: string | undefined
}

interface Bar {
  readonly month: string
  readonly narrowed: Search
  /** Whom it may be narrowed to; null while loading. */
  readonly choices: {
    readonly units: readonly string[]
    readonly subjects: readonly { readonly key: string; readonly name: string }[]
  } | null
  readonly onChange: (change: Search) => void
}

/** Which month, whose. */
export function CalendarBar({ month, narrowed, choices, onChange }: Bar) {
  const text = useCalendarText()
  const { unit, subject } = narrowed
  return (
    <div className="bar">
      <button type="button" className="button small" onClick={() => onChange({ month: monthBy(month, -1) })}>
        {text.before}
      </button>
      <strong aria-live="polite">{text.month(Number(month.slice(0, 4)), Number(month.slice(5)))}</strong>
      <button type="button" className="button small" onClick={() => onChange({ month: monthBy(month, 1) })}>
        {text.after}
      </button>
      <button type="button" className="button small quiet" onClick={() => onChange({ month: undefined })}>
        {text.thisMonth}
      </button>
      <label>
        <span>{text.unit}</span>
        <select className="input" value={unit ?? ''} onChange={(event) => onChange({ unit: event.target.value || undefined })}>
          <option value="">{text.allUnits}</option>
          {withChosen(choices?.units ?? [], unit).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label>
        <span>{text.subject}</span>
        <select className="input" value={subject ?? ''} onChange={(event) => onChange({ subject: event.target.value || undefined })}>
          <option value="">{text.allSubjects}</option>
          {choices?.subjects.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
          {subject === undefined || choices?.subjects.some(({ key }) => key === subject) === true ? null : (
            <option value={subject}>{subject}</option>
          )}
        </select>
      </label>
    </div>
  )
}

/** What is chosen stays a choice, also in a month in which it owes nothing. */
function withChosen(units: readonly string[], chosen: string | undefined): readonly string[] {
  return chosen === undefined || units.includes(chosen) ? units : [chosen, ...units]
}
