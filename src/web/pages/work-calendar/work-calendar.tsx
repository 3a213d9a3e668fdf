import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { useMay } from '#web/_lib/may.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useWorkCalendarText } from './use-text.ts'
import { YearEditor } from './year-editor.tsx'
import './work-calendar.css'

/** 工作日: which days of a year are worked, entered from the yearly notice. */
export function WorkCalendar() {
  const text = useWorkCalendarText()
  const failureText = useFailureText()
  const maySet = useMay('work-calendar:set')
  const answer = useQuery({ queryKey: ['work-calendar'], queryFn: () => client.workCalendar.get() })
  const [chosen, setChosen] = useState<number | null>(null)
  const year = chosen ?? answer.data?.asked[0]?.year ?? Number(answer.data?.today.slice(0, 4))
  const stored = answer.data?.years.find((each) => each.year === year) ?? null
  return (
    <div className="page work-calendar">
      <PageTitle words={text.title} />
      <header>
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        {maySet ? null : <p className="quiet">{text.readOnly}</p>}
      </header>
      <FailureNotice error={answer.error} words={failureText} />
      {answer.isPending ? <p className="quiet">{text.loading}</p> : null}
      {answer.data?.asked.map((asked) => (
        <p key={asked.year} className="notice">
          {text.asked(asked.year, asked.occurrences)}
        </p>
      ))}
      {answer.data === undefined ? null : (
        <YearEditor key={`${year} ${stored?.version ?? 0}`} year={year} stored={stored} canEdit={maySet} onYear={setChosen} />
      )}
    </div>
  )
}
