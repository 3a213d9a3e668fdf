import { useNavigate } from '@tanstack/react-router'
import type { CommitmentPageView, Standpoint } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'

/** The day the page shows, and as of when it was known. */
export function AsOf({ view, standpoint }: { readonly view: CommitmentPageView; readonly standpoint: Standpoint }) {
  const text = useCommitmentText()
  const navigate = useNavigate()
  const go = (next: Standpoint): void => {
    const search = {
      ...(next.asOf === undefined || next.asOf === '' ? {} : { asOf: next.asOf }),
      ...(next.known === undefined || next.known === '' ? {} : { known: next.known }),
    }
    void navigate({ to: '/commitments/$id', params: { id: view.commitment.id }, search, replace: true })
  }
  const isPast = standpoint.asOf !== undefined || standpoint.known !== undefined
  return (
    <span className={`as-of ${isPast ? 'is-past' : ''}`}>
      <label>
        {text.asOf}
        <input
          className="input"
          type="date"
          value={standpoint.asOf ?? view.today}
          onChange={(event) => go({ ...standpoint, asOf: event.target.value === view.today ? undefined : event.target.value })}
        />
      </label>
      <label>
        {text.knownAt}
        <input
          className="input"
          type="date"
          max={view.today}
          value={standpoint.known ?? ''}
          onChange={(event) => go({ ...standpoint, known: event.target.value })}
        />
      </label>
      {isPast ? (
        <button type="button" className="button small" onClick={() => go({})}>
          {text.reset}
        </button>
      ) : null}
    </span>
  )
}
