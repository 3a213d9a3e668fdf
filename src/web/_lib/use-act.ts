import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'

/**
 * Does one thing. Whether it was done or refused, what stands under `key` is asked for again: the screen may be older than what refused it.
 * An empty key: all.
 */
export function useAct<T>(key: QueryKey, act: () => Promise<T>, onDone: (result: T) => unknown = () => undefined) {
  const cache = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: onDone, onSettled: () => cache.invalidateQueries({ queryKey: key }) })
}
