import { useQuery } from '@tanstack/react-query'
import { LightMark } from '#web/_components/light/light-mark.tsx'
import type { MomentSearch } from '#web/_components/moment/search.ts'
import { PathLink, pathTo } from '#web/_components/path-link.tsx'
import { client } from '#web/_lib/client.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useCalendarText } from './use-text.ts'

interface Pane {
  readonly day: string
  readonly today: string
  readonly narrowed: MomentSearch & { readonly unit?: string; readonly subject?: string }
  readonly isPast: boolean
}

/** One day: what is owed until then, what was done, and where to enter more. */
export function DayPane({ day, today, narrowed, isPast }: Pane) {
  const text = useCalendarText()
  const failureText = useFailureText()
  const language = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['calendar', 'day', day, narrowed],
    queryFn: () => client.calendar.day({ day, ...narrowed }),
  })
  return (
    <section className="day-pane" aria-label={text.dayTitle(day)}>
      <header>
        <h2>{text.dayTitle(day)}</h2>
        {day > today || isPast ? null : (
          <PathLink className="button primary small" href={pathTo('/records/new', { on: day })}>
            {text.enter}
          </PathLink>
        )}
      </header>
      {error === null ? null : <p className="notice error">{failureText(error)}</p>}
      {data === undefined ? (
        error === null ? (
          <p className="quiet">{text.loading}</p>
        ) : null
      ) : (
        <>
          <h3>{text.dueHead}</h3>
          {data.due.items.length === 0 ? <p className="quiet">{text.nothingDue}</p> : null}
          <ul>
            {data.due.items.map((item) => (
              <li key={`${item.commitment} ${item.subject}`}>
                <LightMark light={item.light} />
                <PathLink href={`/commitments/${item.commitment}`}>{`${item.ref} ${item.sentence}`}</PathLink>
                <span className="quiet">
                  {[item.subject, item.owed === null ? '' : text.owed(item.owed, item.unit), item.isLastSafe ? '' : text.endsHere]
                    .filter((words) => words !== '')
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          {data.due.total > data.due.items.length ? <p className="quiet">{text.more(data.due.items.length, data.due.total)}</p> : null}
          <h3>{text.recordedHead}</h3>
          {data.recorded.items.length === 0 ? <p className="quiet">{text.nothingRecorded}</p> : null}
          <ul>
            {data.recorded.items.map((item) => (
              <li key={item.id}>
                <PathLink href={`/records/${item.id}`}>{language === 'en' && item.titleEn !== '' ? item.titleEn : item.title}</PathLink>
                <span className="quiet">{item.org}</span>
              </li>
            ))}
          </ul>
          {data.recorded.total > data.recorded.items.length ? (
            <p className="quiet">{text.more(data.recorded.items.length, data.recorded.total)}</p>
          ) : null}
        </>
      )}
    </section>
  )
}
