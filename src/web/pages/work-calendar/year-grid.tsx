import { kindOf, monthDays, type YearDays } from './model/year.ts'
import { useWorkCalendarText } from './use-text.ts'

interface Grid {
  readonly year: number
  readonly days: YearDays
  /** Null: only to be looked at. */
  readonly onToggle: ((day: string) => void) | null
}

/** The twelve months of a year; days off and days worked instead say so in a word. */
export function YearGrid({ year, days, onToggle }: Grid) {
  const text = useWorkCalendarText()
  return (
    <div className="year-grid">
      {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => {
        const { lead, days: all } = monthDays(year, month)
        return (
          <section key={month} aria-label={`${text.year(year)}${text.month(month)}`}>
            <h2>{text.month(month)}</h2>
            <div className="days">
              {text.weekdays.map((word) => (
                <span key={word} className="weekday" aria-hidden="true">
                  {word}
                </span>
              ))}
              {all.map((day, index) => {
                const kind = kindOf(day, days)
                const mark = kind === 'holiday' || kind === 'madeUp' ? text.mark[kind] : ''
                return (
                  <button
                    key={day}
                    type="button"
                    className={`day ${kind}`}
                    style={index === 0 ? { gridColumnStart: lead + 1 } : undefined}
                    aria-label={`${day} ${text.kinds[kind]}`}
                    aria-pressed={mark !== ''}
                    disabled={onToggle === null}
                    onClick={() => onToggle?.(day)}
                  >
                    {Number(day.slice(8))}
                    <small>{mark}</small>
                  </button>
                )
              })}
            </div>
          </section>
        )
      })}
    </div>
  )
}
