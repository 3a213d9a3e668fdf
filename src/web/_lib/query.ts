import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { failureOf } from '#web/_lib/failure.ts'

/** Who wants to know that the session is over. */
const onSignedOut = new Set<() => void>()

export function whenSignedOut(listener: () => void): () => void {
  onSignedOut.add(listener)
  return () => onSignedOut.delete(listener)
}

/** What tells that the session stands otherwise than this page believes. */
const UNFINISHED: ReadonlySet<string> = new Set(['PASSWORD_CHANGE_REQUIRED', 'SECOND_FACTOR_REQUIRED'])

function notice(error: unknown): void {
  const { code } = failureOf(error)
  if (UNFINISHED.has(code)) void queries.invalidateQueries({ queryKey: ['session'] })
  if (code === 'UNAUTHENTICATED') for (const listener of onSignedOut) listener()
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
