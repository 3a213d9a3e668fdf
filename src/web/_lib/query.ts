import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { failureOf } from '#web/_lib/failure.ts'

/** Who wants to know that the session is over. */
const onSignedOut = new Set<() => void>()

export function whenSignedOut(listener: () => void): () => void {
  onSignedOut.add(listener)
  return () => onSignedOut.delete(listener)
}

function notice(error: unknown): void {
  if (failureOf(error).code === 'UNAUTHENTICATED') for (const listener of onSignedOut) listener()
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // only a lost connection is worth another try
      retry: (count, error) => count < 2 && failureOf(error).code === 'NETWORK',
    },
  },
})
