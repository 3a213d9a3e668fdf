import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ClosureView } from '#contract/closure.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { client } from '#web/_lib/client.ts'
import { ClosureCard } from './closure-card.tsx'
import { stageWords } from './stage-words.ts'
import { useClosureFailure, useClosureText } from './use-text.ts'
import './closure.css'

interface PanelProps {
  readonly commitment: CommitmentId
  /** The period to begin with. */
  readonly stage?: string
  /** Hears what is shown, so that it can be agreed to together with others. */
  readonly onSeen?: (view: ClosureView) => void
}

/** 销号 of a commitment: what is missing, where it is, what can be done; period by period where it is a standing one. */
export function ClosurePanel({ commitment, stage, onSeen }: PanelProps) {
  const text = useClosureText()
  const failureText = useClosureFailure()
  const [chosen, setChosen] = useState(stage)
  const { data, error } = useQuery({
    queryKey: ['closures', commitment],
    queryFn: () => client.closure.ofCommitment({ commitment }),
  })
  const view = data?.stages.find((each) => each.stage === chosen) ?? data?.stages[0]
  useEffect(() => {
    if (view !== undefined) onSeen?.(view)
  }, [view, onSeen])
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined || view === undefined) return <p className="quiet">{text.loading}</p>
  return (
    <div className="closure-panel">
      {data.stages.length > 1 ? (
        <label className="closure-stage">
          {text.stage}
          <select className="input" value={view.stage} onChange={(event) => setChosen(event.target.value)}>
            {data.stages.map((each) => (
              <option key={each.stage} value={each.stage}>
                {`${each.stage === '' ? text.whole : stageWords(each, text)} · ${text.states[each.state]}`}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <ClosureCard key={`${view.stage}-${view.version}`} view={view} signers={data.signers} />
    </div>
  )
}
