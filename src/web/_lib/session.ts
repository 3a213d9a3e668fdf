import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SignedIn as SignedInSchema } from '#contract/session.ts'
import { api } from '#web/_lib/api.ts'
import type * as z from 'zod'

export const sessionKey = ['session'] as const

/** Who is signed in. */
export function useSession(): UseQueryResult<z.infer<typeof SignedInSchema>> {
  return useQuery({ queryKey: sessionKey, queryFn: async () => (await api()).session.current(), staleTime: 60_000 })
}
