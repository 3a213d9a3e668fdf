import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Only } from '#web/_components/only.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { RevisionView } from './pair-row.tsx'
import { useRevisionText } from './use-text.ts'

/** What became of a version, and the way to what of it was not applied. */
export function Settled({ view: { plan, revision, pairs } }: { readonly view: RevisionView }) {
  const text = useRevisionText()
  const { state, revision: number, settledBy, settledAt } = revision
  if (state === 'open') return null
  const when = settledAt === null ? '' : momentText(settledAt)
  const left = state === 'applied' ? pairs.filter(({ kind, isConfirmed }) => kind !== 'kept' && !isConfirmed).length : 0
  return (
    <div className="notice" role="status">
      <span>{state === 'applied' ? text.state.applied(number ?? 0, settledBy ?? '', when) : text.state[state]}</span>{' '}
      {left === 0 ? null : <span>{text.left(left)}</span>}{' '}
      {left === 0 && state !== 'superseded' ? null : (
        <Only may="plan:import">
          <CompareAgain planId={plan.id} id={revision.id} />
        </Only>
      )}
    </div>
  )
}

function CompareAgain({ planId, id }: { readonly planId: string; readonly id: string }) {
  const text = useRevisionText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const again = useMutation({
    mutationFn: () => client.revision.compareAgain({ planId, id }),
    onSuccess: (made) => navigate({ to: '/plans/$planId/revisions/$id', params: { planId, id: made.id } }),
    onError: (error) => tell('error', failureText(error)),
  })
  return (
    <button type="button" className="button small" disabled={again.isPending} onClick={() => again.mutate()}>
      {text.again}
    </button>
  )
}
