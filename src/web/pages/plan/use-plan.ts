import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Commitment } from '#core/commitment/commitment.ts'
import type { PlanFrame } from '#core/plan/plan.ts'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { changedHere } from '#web/_lib/live.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { PlanQuestion, PlanView } from './model/view.ts'

function planKey(planId: string): readonly string[] {
  return ['plan', planId]
}

/** A plan with its document, clauses, commitments and questions. */
export function usePlan(planId: string): UseQueryResult<PlanView> {
  return useQuery({ queryKey: planKey(planId), queryFn: () => client.plan.get({ planId }), staleTime: 60_000 })
}

/** What a verb of the server gives back of the plan. */
interface Changed {
  readonly commitments: readonly Commitment[]
  readonly frame?: PlanFrame
  readonly question?: PlanQuestion
}

/** Runs a verb: shows what it changed at once, says that it is done or why not. True where it was done. */
export type Run = (verb: () => Promise<Changed>, done: (changed: Changed) => string) => Promise<boolean>

/** `isBusy`: a verb is under way. */
export function useRun(planId: string): { readonly run: Run; readonly isBusy: boolean } {
  const failureText = useFailureText()
  const [busy, setBusy] = useState(0)
  const run: Run = async (verb, done) => {
    setBusy((count) => count + 1)
    try {
      const changed = await verb()
      queries.setQueryData<PlanView>(planKey(planId), (view) => (view === undefined ? view : applied(view, changed)))
      changedHere(planKey(planId))
      tell('done', done(changed))
      return true
    } catch (error) {
      void queries.invalidateQueries({ queryKey: planKey(planId) })
      tell('error', failureText(failureOf(error)))
      return false
    } finally {
      setBusy((count) => count - 1)
      changedHere(['plans'])
      changedHere(['ledger'])
    }
  }
  return { run, isBusy: busy > 0 }
}

function applied(view: PlanView, { commitments, frame, question }: Changed): PlanView {
  const changed = new Map(commitments.map((commitment) => [commitment.id, commitment]))
  const known = new Set(view.commitments.map(({ id }) => id))
  return {
    ...view,
    frame: frame ?? view.frame,
    commitments: [
      ...view.commitments.map((commitment) => changed.get(commitment.id) ?? commitment),
      ...commitments.filter(({ id }) => !known.has(id)),
    ],
    questions: question === undefined ? view.questions : view.questions.map((each) => (each.id === question.id ? question : each)),
  }
}
