import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { MomentForm } from '#web/_components/moment/moment-form.tsx'
import { askAgain, MomentNotice } from '#web/_components/moment/moment-notice.tsx'
import { useMoment } from '#web/_components/moment/moment.ts'
import { PageHead } from '#web/_components/page-head.tsx'
import { PathLink } from '#web/_components/path-link.tsx'
import { client } from '#web/_lib/client.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { CalendarBar } from './calendar-bar.tsx'
import { DayPane } from './day-pane.tsx'
import { MonthGrid } from './month-grid.tsx'
import { useCalendarText } from './use-text.ts'
import './calendar.css'

const route = getRouteApi('/framed/calendar')

/** 日历: what is due and what was done, month by month. What is looked at stands in the address. */
export function Calendar() {
  const text = useCalendarText()
  const failureText = useFailureText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [thisMonth] = useState(() => beijing.format(new Date()).slice(0, 7))
  const month = search.month ?? search.day?.slice(0, 7) ?? thisMonth
  const { asked, isPast } = useMoment()
  const narrowed = {
    ...asked,
    ...(search.unit === undefined ? {} : { unit: search.unit }),
    ...(search.subject === undefined ? {} : { subject: search.subject }),
  }
  const { data, error } = useQuery({
    queryKey: ['calendar', month, narrowed],
    queryFn: () => client.calendar.month({ month, ...narrowed }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data: last } }) => askAgain(last?.stood),
  })
  return (
    <div className="page calendar">
      <PageHead title={text.title} intro={text.intro}>
        <PathLink href="/calendar/work-days">{text.workDays}</PathLink>
        <MomentForm />
      </PageHead>
      <MomentNotice stood={data?.stood ?? null} />
      <CalendarBar
        month={month}
        narrowed={search}
        choices={data ?? null}
        onChange={(change) => void navigate({ search: { ...search, day: undefined, month, ...change } })}
      />
      {error === null ? null : <p className="notice error">{failureText(error)}</p>}
      {data === undefined ? (
        <p className="quiet">{text.loading}</p>
      ) : (
        <div className="panes">
          <MonthGrid
            month={month}
            days={data.days}
            today={data.today}
            chosen={search.day ?? null}
            onChoose={(day) => void navigate({ search: { ...search, month, day } })}
          />
          {search.day === undefined ? null : <DayPane day={search.day} today={data.today} narrowed={narrowed} isPast={isPast} />}
        </div>
      )}
    </div>
  )
}

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
