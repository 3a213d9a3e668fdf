import { useMutation } from '@tanstack/react-query'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'

/** Does one thing, says so, and reads everything again: who one is may have changed. */
export function useAct<T>(run: (what: T) => Promise<unknown>, said: string, onDone?: () => void) {
  const failureText = useFailureText()
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      tell('done', said)
      onDone?.()
    },
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries(),
  })
}
