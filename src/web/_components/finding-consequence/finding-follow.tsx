import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Only } from '#web/_components/only.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { DemandDialog } from './demand-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { useConsequenceFailure, useConsequenceText } from './use-text.ts'
import './finding-consequence.css'

/** What became of a finding, and what may. */
export type Followed = Awaited<ReturnType<typeof client.findingConsequence.ofFinding>>

/** 后续 of a finding of an inspection: into the ledger, opening again what was closed, or looking for the same elsewhere. */
export function FindingFollow({ finding }: { readonly finding: string }) {
  const text = useConsequenceText()
  const failureText = useConsequenceFailure()
  const [act, setAct] = useState<'commitment' | 'reopening' | null>(null)
  const { data, error } = useQuery({
    queryKey: ['inspection', 'consequence', finding],
    queryFn: () => client.findingConsequence.ofFinding({ id: finding }),
  })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const { consequences, follows, org, demand, dueOn, id, version } = data
  return (
    <div className="finding-follow">
      {consequences.map((consequence) => (
        <p key={consequence.commitment}>
          <strong>{text.became[consequence.kind]}</strong>
          {consequence.isSeen ? (
            <Link to="/commitments/$id" params={{ id: consequence.commitment }} search={{}}>
              {consequence.ref}
            </Link>
          ) : (
            consequence.ref
          )}
          <span lang="zh-CN">{consequence.sentence}</span>
          <span className="finding-follow-state">{consequence.isOff ? text.isOff : text.states[consequence.state]}</span>
          <span className="quiet">{text.by(consequence.by, momentText(consequence.at))}</span>
        </p>
      ))}
      <p className="acts">
        {follows ? (
          <>
            <button type="button" className="button small" onClick={() => setAct('commitment')}>
              {text.makeCommitment}
            </button>
            <button type="button" className="button small" onClick={() => setAct('reopening')}>
              {text.reopen}
            </button>
          </>
        ) : null}
        <Only may="similar-case:ask">
          <Link to="/similar-case-reviews/new" search={{ finding }} className="button small">
            {text.askOthers}
          </Link>
        </Only>
      </p>
      {act === 'commitment' ? (
        <DemandDialog
          org={org}
          words={demand}
          dueOn={dueOn}
          send={(demanded) => client.findingConsequence.makeCommitment({ id, version, ...demanded })}
          onClose={() => setAct(null)}
        />
      ) : null}
      {act === 'reopening' ? <ReopenDialog followed={data} onClose={() => setAct(null)} /> : null}
    </div>
  )
}
