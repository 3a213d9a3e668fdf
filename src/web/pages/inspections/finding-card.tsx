import { useState } from 'react'
import type { InspectionFindingView } from '#contract/inspection.ts'
import type { InspectionFindingAct } from '#core/inspection/finding.ts'
import { FindingFollow } from '#web/_components/finding-consequence/finding-follow.tsx'
import { momentText } from '#web/_lib/day-text.ts'
import { findingTone } from './finding-tone.ts'
import { FindingDialog } from './finding-dialog.tsx'
import { PhotoLinks } from './photo-links.tsx'
import { RewordDialog } from './reword-dialog.tsx'
import { StateMark } from './state-mark.tsx'
import { useInspectionText } from './use-text.ts'

/** One finding with what was done about it, and what can be done. */
export function FindingCard({ finding }: { readonly finding: InspectionFindingView }) {
  const text = useInspectionText()
  const [asked, setAsked] = useState<InspectionFindingAct | 'reword' | null>(null)
  const { id, ordinal, orgName, words, demand, dueOn, originalDue, state, isLate, returns, steps, may, rewords } = finding
  return (
    <li id={`finding-${id}`}>
      <p className="insp-line">
        <strong>{`${ordinal}. ${orgName}`}</strong>
        <StateMark tone={findingTone(state)} words={text.findingStates[state]} />
        <span className={isLate ? 'insp-late' : 'quiet'}>
          {isLate ? `⚠ ${text.late} · ` : ''}
          {text.due(dueOn)}
          {originalDue === null ? '' : text.firstDue(originalDue)}
        </span>
        {returns > 0 ? <span className="quiet">{text.returned(returns)}</span> : null}
      </p>
      <p className="insp-words">{words}</p>
      <p className="insp-words">
        <strong>{text.finding.demand}</strong>
        {demand}
      </p>
      <ol className="insp-steps">
        {steps.map((step) => (
          <li key={step.ordinal}>
            <span className="quiet">
              {momentText(step.at)} {step.by}
            </span>{' '}
            <b>{text.steps[step.kind]}</b> {step.note} <PhotoLinks photos={step.photos} />
            {step.was === null ? null : <span className="quiet">{text.was(step.was.words, step.was.demand, step.was.dueOn)}</span>}
          </li>
        ))}
      </ol>
      {may.length === 0 && !rewords ? null : (
        <p className="insp-line">
          {may.map((act) => (
            <button key={act} type="button" className={`button small ${MAIN.has(act) ? 'primary' : ''}`} onClick={() => setAsked(act)}>
              {text.findingActs[act]}
            </button>
          ))}
          {rewords ? (
            <button type="button" className="button small" onClick={() => setAsked('reword')}>
              {text.reword}
            </button>
          ) : null}
        </p>
      )}
      {state === 'noted' || state === 'withdrawn' ? null : <FindingFollow finding={id} />}
      {asked === 'reword' ? <RewordDialog finding={finding} onClose={() => setAsked(null)} /> : null}
      {asked === null || asked === 'reword' ? null : <FindingDialog finding={finding} act={asked} onClose={() => setAsked(null)} />}
    </li>
  )
}

const MAIN: ReadonlySet<InspectionFindingAct> = new Set(['raise', 'report', 'verify'] as const)
