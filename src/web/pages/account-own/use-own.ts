import { useQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { sessionKey } from '#web/_lib/session.ts'

const factorsKey = ['own-account', 'factors'] as const
const sessionsKey = ['own-account', 'sessions'] as const

export function useFactors() {
  return useQuery({ queryKey: factorsKey, queryFn: () => client.secondFactor.state() })
}

export function useOwnSessions() {
  return useQuery({ queryKey: sessionsKey, queryFn: async () => (await client.session.list()).items })
}

export function useOwnIdentities() {
  return useQuery({ queryKey: ['own-account', 'identities'], queryFn: async () => (await client.federated.own()).items })
}

export function useWays() {
  return useQuery({ queryKey: ['own-account', 'ways'], queryFn: () => client.federated.ways() })
}

/** Reads again what a change of factors or sessions touches, who one is included. */
export async function readAgain(): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: factorsKey }),
    queries.invalidateQueries({ queryKey: sessionsKey }),
    queries.invalidateQueries({ queryKey: sessionKey }),
  ])
}
