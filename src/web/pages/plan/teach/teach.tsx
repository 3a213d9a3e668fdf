import { lazy, Suspense, useMemo } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { proposeRules } from '#core/phrase-rule/propose-rules.ts'
import { Only } from '#web/_components/only.tsx'
import { useDispatch } from '../context.ts'
import type { PlanView } from '../model/view.ts'

const Offer = lazy(async () => ({ default: (await import('#web/_components/teach/teach-offer.tsx')).TeachOffer }))

/** Offers to keep a correction as a rule, where it hangs on a phrase of its sentence. */
export function Teach({ view, id }: { readonly view: PlanView; readonly id: CommitmentId }) {
  const dispatch = useDispatch()
  const corrected = view.commitments.find((each) => each.id === id)
  const proposals = useMemo(
    () => (corrected === undefined ? [] : proposeRules(view.document.text, corrected)),
    [view.document.text, corrected],
  )
  if (proposals.length === 0) return null
  return (
    <Only may="phrase-rule:teach">
      <Suspense fallback={null}>
        <Offer key={id} proposals={proposals} onClose={() => dispatch({ kind: 'teach', id: null })} />
      </Suspense>
    </Only>
  )
}
