import { weeksOf } from './model/month.ts'
import { useCalendarText } from './use-text.ts'

interface DayCounts {
  readonly day: string
  readonly due: number
  readonly ends: number
  readonly recorded: number
}

interface Grid {
  readonly month: string
  readonly days: readonly DayCounts[]
  readonly today: string
  readonly chosen: string | null
  readonly onChoose: (day: string) => void
}

/** The days of a month with how much falls on each. */
export function MonthGrid({ month, days, today, chosen, onChoose }: Grid) {
  const text = useCalendarText()
  const byDay = new Map(days.map((each) => [each.day, each]))
  return (
    <div className="month">
      {text.weekdays.map((word) => (
        <span key={word} className="weekday" aria-hidden="true">
          {word}
        </span>
      ))}
      {weeksOf(month)
        .flat()
        .map((day, index) => {
          if (day === null) return <span key={index} className="outside" />
          const { due = 0, ends = 0, recorded = 0 } = byDay.get(day) ?? {}
          const words = [
            day,
            ...(day === today ? [text.today] : []),
            ...(due > 0 ? [text.dueWords(due)] : []),
            ...(ends > 0 ? [text.endsWords(ends)] : []),
            ...(recorded > 0 ? [text.recordedWords(recorded)] : []),
          ]
          return (
            <button
              key={day}
              type="button"
              className={`cell${day === today ? ' today' : ''}${due + ends > 0 && day < today ? ' past' : ''}`}
              aria-label={words.join(' ')}
              aria-pressed={day === chosen}
              onClick={() => onChoose(day)}
            >
              <span className="date">
                {Number(day.slice(8))}
                {day === today ? <small>{text.today}</small> : null}
              </span>
              {due > 0 ? <span className="due">{text.due(due)}</span> : null}
              {ends > 0 ? <span className="ends">{text.ends(ends)}</span> : null}
              {recorded > 0 ? <span className="recorded">{text.recorded(recorded)}</span> : null}
            </button>
          )
        })}
    </div>
  )
}
