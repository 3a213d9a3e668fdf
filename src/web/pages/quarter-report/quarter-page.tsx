import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { laterQuarter, quarterOf } from '#core/period-lock/quarters.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { Only } from '#web/_components/only.tsx'
import { client } from '#web/_lib/client.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { Report } from './report.tsx'
import { Units } from './units.tsx'
import { useQuarterText } from './use-text.ts'
import './quarter-report.css'

/** While figures are worked out it is asked again. */
const AGAIN_MS = 1000
/** So many quarters can be chosen. */
const OFFERED = 8

/** 季度对账与报告: who has confirmed, what the report says, and the reports that were issued. */
export function QuarterPage() {
  const text = useQuarterText()
  const failureText = useFailureText()
  const asked = useSearch({ from: '/framed/quarter-report' })
  const { data, error } = useQuery({
    queryKey: ['submissions', asked.year ?? null, asked.quarter ?? null],
    queryFn: () => client.submission.list(asked),
    refetchInterval: ({ state }) => (state.data?.progress == null ? false : AGAIN_MS),
  })
  return (
    <div className="page quarter-page">
      <PageTitle words={text.title} />
      <header>
        <h1>{text.title}</h1>
        <p className="quiet">{text.intro}</p>
        {data === undefined ? null : <Choice quarter={data.quarter} today={data.today} />}
        {data === undefined ? null : <span className="quiet">{text.asOf(data.asOf)}</span>}
      </header>
      {error === null ? null : <p className="notice error">{failureText(error)}</p>}
      {data === undefined ? (
        error === null ? (
          <p className="quiet">{text.loading}</p>
        ) : null
      ) : data.progress === null ? (
        <Units view={data} />
      ) : (
        <p role="status">{text.working(data.progress)}</p>
      )}
      {data === undefined ? null : (
        <Only may="quarter-report:read">
          <Report key={`${data.quarter.year}-${data.quarter.quarter}`} quarter={data.quarter} />
        </Only>
      )}
    </div>
  )
}

/** Which quarter is looked at: the one that runs, those before it, or the one of the address. */
function Choice({ quarter, today }: { readonly quarter: Quarter; readonly today: string }) {
  const text = useQuarterText()
  const navigate = useNavigate()
  const running = quarterOf(today)
  const offered = Array.from({ length: OFFERED }, (_, back) => laterQuarter(running, -back))
  const isOffered = offered.some((each) => nameOf(each) === nameOf(quarter))
  return (
    <label className="field">
      <span>{text.quarterLabel}</span>
      <select
        className="input"
        value={nameOf(quarter)}
        onChange={(event) => {
          const [year, number] = event.target.value.split('-').map(Number)
          if (year !== undefined && number !== undefined) void navigate({ to: '/quarter-report', search: { year, quarter: number } })
        }}
      >
        {(isOffered ? offered : [quarter, ...offered]).map((each) => (
          <option key={nameOf(each)} value={nameOf(each)}>
            {text.quarter(each.year, each.quarter)}
          </option>
        ))}
      </select>
    </label>
  )
}

function nameOf({ year, quarter }: Quarter): string {
  return `${year}-${quarter}`
}
