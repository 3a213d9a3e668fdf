import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Reconciliation } from '#core/reconciliation/reconciliation.ts'

/** Does something to a reconciliation; what came of it is shown at once. */
export function useAct<Input>(id: string, act: (input: Input) => Promise<Reconciliation>, onDone: () => void = () => undefined) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (after) => {
      cache.setQueryData(['reconciliations', id], after)
      onDone()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['reconciliations'] }),
  })
}
