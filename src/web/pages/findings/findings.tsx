import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { FindingDetail } from './finding-detail.tsx'
import { useFindingsFailure, useFindingsText } from './use-text.ts'
import './findings.css'

type Aspect = Awaited<ReturnType<typeof client.finding.list>>['aspects'][number]

/** 问题和方面: where each stands, aspect by aspect. */
export function Findings() {
  const text = useFindingsText()
  const failureText = useFindingsFailure()
  const navigate = useNavigate()
  const { plan } = useSearch({ from: '/framed/findings' })
  const { data, error } = useQuery({
    queryKey: ['findings', plan ?? ''],
    queryFn: () => client.finding.list(plan === undefined ? {} : { planId: plan }),
  })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  return (
    <div className="page findings">
      <PageTitle words={text.title} />
      <header>
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        <p>
          <Link to="/closures">{text.closures}</Link>
        </p>
      </header>
      {data.planId === null ? <p className="quiet">{text.none}</p> : null}
      {data.plans.length > 1 && data.planId !== null ? (
        <label className="field">
          <span className="label">{text.plan}</span>
          <select
            className="input"
            value={data.planId}
            onChange={(event) => void navigate({ to: '/findings', search: { plan: event.target.value } })}
          >
            {data.plans.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {data.planId === null
        ? null
        : data.aspects.map((aspect) => <AspectPart key={aspect.title} aspect={aspect} planId={data.planId ?? ''} />)}
    </div>
  )
}

function AspectPart({ aspect: { title, isClosed, findings }, planId }: { readonly aspect: Aspect; readonly planId: string }) {
  const text = useFindingsText()
  const [opened, setOpened] = useState<string | null>(null)
  const closed = findings.filter(({ state }) => state === 'closed').length
  return (
    <section aria-label={title === '' ? text.noAspect : title}>
      <h2>
        <span lang="zh-CN">{title === '' ? text.noAspect : title}</span>
        <span className={`findings-mark ${isClosed ? 'closed' : 'open'}`}>{isClosed ? text.aspectClosed : text.aspectOpen}</span>
        <span className="quiet">{text.count(findings.length, closed)}</span>
      </h2>
      <ul>
        {findings.map(({ key, title: words, lead, state, measures, ended, terminated, takenBack }) => (
          <li key={key}>
            <div className="findings-line">
              <span className={`findings-mark ${state}`}>{text.states[state]}</span>
              <span lang="zh-CN" className="findings-words">
                {words === '' ? text.noFinding : words}
              </span>
              <button
                type="button"
                className="button quiet"
                aria-expanded={opened === key}
                onClick={() => setOpened(opened === key ? null : key)}
              >
                {opened === key ? text.hide : text.show}
              </button>
            </div>
            <p className="quiet">
              {[
                text.measures(ended, measures),
                terminated > 0 ? text.terminated(terminated) : '',
                takenBack > 0 ? text.takenBack(takenBack) : '',
                lead.words === '' ? text.noLeaders : text.leadSources[lead.source](lead.words),
                lead.isMe ? text.isMine : '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
            {opened === key ? <FindingDetail planId={planId} finding={key} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
