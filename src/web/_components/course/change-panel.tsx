import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChangeView } from '#contract/change.ts'
import type { ChangeKind } from '#core/change/change.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { client } from '#web/_lib/client.ts'
import { AskChange } from './ask-change.tsx'
import { ChangeCard } from './change-card.tsx'
import { useCourseFailure, useCourseText } from './use-text.ts'
import './course.css'

const kinds = ['extension', 'amendment', 'termination'] as const

/** 延期、调整、终止 of a commitment: what holds, what was asked, and asking for one. `only`: one request, as a list shows it. */
export function ChangePanel({ commitment, only }: { readonly commitment: CommitmentId; readonly only?: string }) {
  const text = useCourseText()
  const failureText = useCourseFailure()
  const { data, error } = useQuery({ queryKey: ['change', commitment], queryFn: () => client.change.ofCommitment({ commitment }) })
  const [asking, setAsking] = useState<ChangeKind | null>(null)
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const items: readonly ChangeView[] = data.items.filter(({ id }) => only === undefined || id === only)
  const { originalDue, due, extensions } = data
  const offered = kinds.filter((kind) => kind !== 'extension' || due !== null)
  return (
    <div className="course">
      {originalDue === null ? null : (
        <p className="course-line">
          <span>{text.change.original(originalDue)}</span>
          {extensions === 0 || due === null ? null : <strong>{text.change.now(due, extensions)}</strong>}
        </p>
      )}
      {items.length === 0 ? <p className="quiet">{text.change.none}</p> : null}
      <ul className="course-items">
        {items.map((view) => (
          <li key={view.id}>
            <ChangeCard view={view} unit={data.unit} />
          </li>
        ))}
      </ul>
      {data.mayAsk && only === undefined ? (
        <p className="course-line">
          {offered.map((kind) => (
            <button key={kind} type="button" className="button" onClick={() => setAsking(kind)}>
              {text.change.acts[kind]}
            </button>
          ))}
        </p>
      ) : null}
      {asking === null ? null : <AskChange kind={asking} commitment={commitment} holds={data} onClose={() => setAsking(null)} />}
    </div>
  )
}
