import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { InspectionView } from '#contract/inspection.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { Acts } from './acts.tsx'
import { Checklist } from './checklist.tsx'
import { daysText } from './days-text.ts'
import { FailureNotice } from './failure-notice.tsx'
import { Findings } from './findings.tsx'
import { Forecast } from './forecast.tsx'
import { PlanForm } from './plan-form.tsx'
import { planOf } from './plan-of.ts'
import { StateMark } from './state-mark.tsx'
import { Talks } from './talks.tsx'
import { useInspectionText } from './use-text.ts'
import { Visits } from './visits.tsx'
import './inspections.css'

/** One inspection: its plan, what was seen, what was found. */
export function InspectionPage() {
  const text = useInspectionText()
  const { inspectionId: id } = useParams({ from: '/framed/inspections/$inspectionId' })
  const { data, error } = useQuery({ queryKey: ['inspection', 'one', id], queryFn: () => client.inspection.get({ id }) })
  if (error !== null) return <FailureNotice error={error} />
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  return (
    <div className="page insp">
      <PageTitle words={`${text.title} · ${data.title}`} />
      <Head inspection={data} />
      <Acts inspection={data} />
      {data.isPlanner ? (
        <PlanForm key={data.version} id={data.id} version={data.version} initial={planOf(data)} />
      ) : (
        <>
          {data.enters ? null : <Visits inspection={data} />}
          <Checklist inspection={data} />
          {data.kind === 'interview' || data.talks.length > 0 ? <Talks inspection={data} /> : null}
          {data.state === 'filed' ? null : <Findings inspection={data} />}
          {data.enters ? <Visits inspection={data} /> : null}
          {data.forecast === null || data.state === 'cancelled' ? null : <Forecast forecast={data.forecast} />}
        </>
      )}
    </div>
  )
}

function Head({ inspection }: { readonly inspection: InspectionView }) {
  const text = useInspectionText()
  const { title, topic, purpose, kind, state, from, to, members, filedAt, filedBy, cancelled, reasonOver, draw, summary, suggestions } =
    inspection
  const lead = members.filter(({ leads }) => leads).map(({ name }) => name)
  const others = members.filter(({ leads }) => !leads).map(({ name }) => name)
  return (
    <header>
      <p>
        <Link to="/inspections">{text.back}</Link>
      </p>
      <h1>
        {title} <StateMark tone={state === 'running' ? 'now' : state === 'cancelled' ? 'off' : 'plain'} words={text.states[state]} />
      </h1>
      <p>{[text.kinds[kind], topic, daysText(from, to), text.team(lead.join('、'), others.join('、'))].join(' · ')}</p>
      {purpose === '' ? null : <p>{purpose}</p>}
      {filedAt === null || filedBy === null ? null : <p className="quiet">{text.filed(filedBy, momentText(filedAt))}</p>}
      {draw === null ? null : (
        <p className="quiet">
          {text.drawnFrom}
          <Link to="/draws/$drawId" params={{ drawId: draw.id }}>
            {draw.name}
          </Link>
        </p>
      )}
      {reasonOver === '' ? null : <p className="quiet">{text.overReason(reasonOver)}</p>}
      {cancelled === null ? null : <p className="notice">{text.cancelled(cancelled)}</p>}
      {[
        [text.summary, summary],
        [text.suggestions, suggestions],
      ].map(([label, words]) =>
        words === '' ? null : (
          <p key={label} className="insp-words">
            <strong>{label}</strong>
            {words}
          </p>
        ),
      )}
    </header>
  )
}
