import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { FindingView } from '#contract/finding.ts'
import type { FindingStep } from '#core/finding/finding.ts'
import { Only } from '#web/_components/only.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { EffectDialog } from './effect-dialog.tsx'
import { useFindingsFailure, useFindingsText } from './use-text.ts'

/** One finding: its measures, what was stated and decided, and what can be done now. */
export function FindingDetail({ planId, finding }: { readonly planId: string; readonly finding: string }) {
  const text = useFindingsText()
  const failureText = useFindingsFailure()
  const [act, setAct] = useState<'state' | 'decide' | null>(null)
  const { data, error } = useQuery({
    queryKey: ['findings', planId, finding],
    queryFn: () => client.finding.get({ planId, finding }),
  })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const { may, list, effect, decision, steps } = data
  const holding = new Set([effect, decision].flatMap((step) => step?.at ?? []))
  const past = steps.filter(({ at }) => !holding.has(at))
  return (
    <div className="findings-open">
      {effect === null ? null : (
        <blockquote>
          <strong>{text.effect}</strong> <span lang="zh-CN">{effect.words}</span>{' '}
          <span className="quiet">{`${effect.by} ${momentText(effect.at)}`}</span>
        </blockquote>
      )}
      {decision === null ? null : <StepLine step={decision} />}
      {may.state || may.decide ? (
        <p className="findings-line">
          {may.state ? (
            <button type="button" className="button primary" onClick={() => setAct('state')}>
              {text.stateEffect}
            </button>
          ) : null}
          {may.decide ? (
            <button type="button" className="button primary" onClick={() => setAct('decide')}>
              {text.decide}
            </button>
          ) : null}
        </p>
      ) : null}
      <Only may="similar-case:ask">
        <p>
          <Link to="/similar-case-reviews/new" search={{ plan: planId, key: finding }}>
            {text.lookElsewhere}
          </Link>
        </p>
      </Only>
      <h3>{text.list}</h3>
      <ul className="findings-measures">
        {list.map((measure) => (
          <MeasureLine key={measure.commitment} measure={measure} />
        ))}
      </ul>
      {past.length === 0 ? null : (
        <details>
          <summary>{text.past}</summary>
          {past.map((step) => (
            <StepLine key={step.at} step={step} />
          ))}
        </details>
      )}
      {act === 'state' ? <EffectDialog finding={data} onClose={() => setAct(null)} /> : null}
      {act === 'decide' ? <DecisionDialog finding={data} onClose={() => setAct(null)} /> : null}
    </div>
  )
}

function MeasureLine({ measure }: { readonly measure: FindingView['list'][number] }) {
  const text = useFindingsText()
  const { commitment, ref, sentence, units, isEnded, isTerminated, reopened } = measure
  return (
    <li>
      <span className={`findings-mark ${isTerminated ? 'terminated' : isEnded ? 'closed' : 'open'}`}>
        {isTerminated ? text.endedSo : isEnded ? text.ended : text.running}
      </span>{' '}
      <Link to="/commitments/$id" params={{ id: commitment }}>
        {ref}
      </Link>{' '}
      <span lang="zh-CN">{sentence}</span>{' '}
      <span className="quiet">{[units, reopened > 0 ? text.reopened(reopened) : ''].filter((part) => part !== '').join(' · ')}</span>
    </li>
  )
}

function StepLine({ step: { kind, by, at, words, meeting, heldOn } }: { readonly step: FindingStep }) {
  const text = useFindingsText()
  return (
    <p>
      <strong>{text.steps[kind]}</strong> <span lang="zh-CN">{words}</span> <span className="quiet">{`${by} ${momentText(at)}`}</span>{' '}
      {meeting === null ? null : (
        <Link to="/records/$recordId" params={{ recordId: meeting }}>
          {text.meeting(heldOn ?? '')}
        </Link>
      )}
    </p>
  )
}
