import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Draw } from '#core/draw/draw.ts'

/** Does something to a draw; what came of it is shown at once, and all is asked for again. */
export function useAct(id: string, act: () => Promise<Draw>, onDone: () => void = () => undefined) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (after) => {
      cache.setQueryData(['draws', id], after)
      onDone()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['draws'] }),
  })
}
