import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Does something about inspections; everything that is shown of them is asked for again. */
export function useInspectionAct<T>(act: () => Promise<T>, onDone: (result: T) => void = () => undefined) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => cache.invalidateQueries({ queryKey: ['inspection'] }),
  })
}
