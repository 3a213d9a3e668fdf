import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { laterQuarter, quarterOf } from '#core/period-lock/quarters.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { Only } from '#web/_components/only.tsx'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { Report } from './report.tsx'
import { Units } from './units.tsx'
import { useQuarterText } from './use-text.ts'
import './quarter-report.css'

/** While figures are worked out it is asked again. */
const AGAIN_MS = 1000
/** So many quarters can be chosen. */
const OFFERED = 8
const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** 季度对账与报告: who has confirmed, what the report says, and the reports that were issued. */
export function QuarterPage() {
  const text = useQuarterText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const asked = useSearch({ from: '/framed/quarter-report' })
  const today = beijing.format(new Date())
  const running = quarterOf(today)
  // the quarter that ended last is the one to report
  const quarter =
    asked.year !== undefined && asked.quarter !== undefined ? { year: asked.year, quarter: asked.quarter } : laterQuarter(running, -1)
  const { data, error } = useQuery({
    queryKey: ['submissions', quarter.year, quarter.quarter],
    queryFn: () => client.submission.list(quarter),
    refetchInterval: ({ state }) => (state.data?.progress == null ? false : AGAIN_MS),
  })
  const offered = Array.from({ length: OFFERED }, (_, back) => laterQuarter(running, -back))
  const isOffered = offered.some((each) => each.year === quarter.year && each.quarter === quarter.quarter)
  return (
    <div className="quarter-page">
      <PageTitle words={text.title} />
      <header>
        <h1>{text.title}</h1>
        <p className="quiet">
          {text.intro} <Link to="/period-locks">{text.toLocks}</Link> ·{' '}
          <Link to="/timetable" search={{}}>
            {text.toTimetable}
          </Link>
        </p>
        <label className="field">
          <span>{text.quarterLabel}</span>
          <select
            className="input"
            value={`${quarter.year}-${quarter.quarter}`}
            onChange={(event) => {
              const [year, number] = event.target.value.split('-').map(Number)
              if (year !== undefined && number !== undefined) void navigate({ to: '/quarter-report', search: { year, quarter: number } })
            }}
          >
            {(isOffered ? offered : [quarter, ...offered]).map((each) => (
              <option key={`${each.year}-${each.quarter}`} value={`${each.year}-${each.quarter}`}>
                {text.quarter(each.year, each.quarter)}
              </option>
            ))}
          </select>
        </label>
        {data === undefined ? null : <span className="quiet">{text.asOf(data.asOf)}</span>}
      </header>
      {error === null ? null : <p className="notice error">{failureText(failureOf(error))}</p>}
      {data === undefined ? (
        error === null ? (
          <p className="quiet">{text.loading}</p>
        ) : null
      ) : data.progress === null ? (
        <Units view={data} />
      ) : (
        <p role="status">{text.working(data.progress)}</p>
      )}
      <Only may="quarter-report:read">
        <Report key={`${quarter.year}-${quarter.quarter}`} quarter={quarter} />
      </Only>
    </div>
  )
}
