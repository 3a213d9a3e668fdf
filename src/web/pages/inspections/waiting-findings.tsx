import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '#web/_lib/client.ts'
import { daysText } from './days-text.ts'
import { findingTone } from './finding-tone.ts'
import { StateMark } from './state-mark.tsx'
import { useInspectionText } from './use-text.ts'
import './inspections.css'

/** Findings that wait for who is signed in, and the inspections they carry out; nothing where nothing waits. */
export function WaitingFindings() {
  const text = useInspectionText()
  const { data } = useQuery({ queryKey: ['inspection', 'waiting'], queryFn: () => client.inspection.waiting() })
  if (data === undefined || (data.findings.length === 0 && data.running.length === 0)) return null
  return (
    <section className="insp-waiting">
      {data.findings.length === 0 ? null : (
        <>
          <h2>
            {text.waiting} <span className="insp-count">{data.findings.length}</span>
          </h2>
          <ul>
            {data.findings.map(({ id, inspection, orgName, words, dueOn, isLate, state }) => (
              <li key={id}>
                <Link to="/inspections/$inspectionId" params={{ inspectionId: inspection }} hash={`finding-${id}`}>
                  {words}
                </Link>
                <span className="quiet">
                  {orgName} · <StateMark tone={findingTone(state)} words={text.findingStates[state]} /> ·{' '}
                  <span className={isLate ? 'insp-late' : ''}>
                    {text.due(dueOn)}
                    {isLate ? ` ⚠ ${text.late}` : ''}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {data.running.length === 0 ? null : (
        <>
          <h2>{text.waitingRunning}</h2>
          <ul>
            {data.running.map(({ id, title, from, to, units, state }) => (
              <li key={id}>
                <Link to="/inspections/$inspectionId" params={{ inspectionId: id }}>
                  {title}
                </Link>
                <span className="quiet">
                  {text.states[state]} · {daysText(from, to)} · {units.join('、')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
