import { useMutation, useQuery } from '@tanstack/react-query'
import type { Definition } from '#core/terms/definition.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { AnswerInput } from '#web/pages/plan/questions/answers.ts'
import { useCountingText } from './use-text.ts'

export function useCountings(planId: string) {
  return useQuery({ queryKey: ['plan-counting', planId], queryFn: () => client.counting.suggest({ planId }) })
}

interface Defining {
  readonly id: CommitmentId
  readonly version: number
  readonly definition: Definition
}

/** Everything that shows how something is counted, or what it comes to. */
export async function refreshCounting(): Promise<void> {
  await Promise.all(['plan-counting', 'commitment', 'ledger', 'plan', 'plans'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
}

/** Confirms definitions, all or none. */
export function useDefine(planId: string) {
  const text = useCountingText()
  const failureText = useFailureText()
  return useMutation({
    mutationFn: (items: readonly Defining[]) => client.counting.defineAll({ planId, items: [...items] }),
    onSuccess: ({ items }) => tell('done', text.confirmed(items.length)),
    onError: (error) => tell('error', failureText(error)),
    onSettled: refreshCounting,
  })
}

/** Answers a question of the plan. */
export function useAnswer(planId: string) {
  const text = useCountingText()
  const failureText = useFailureText()
  return useMutation({
    mutationFn: ({ id, answer }: { readonly id: string; readonly answer: AnswerInput }) => client.question.answer({ planId, id, answer }),
    onSuccess: () => tell('done', text.answered),
    onError: (error) => tell('error', failureText(error)),
    onSettled: refreshCounting,
  })
}
