import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMoment } from '#web/_components/moment/moment.ts'
import { client } from '#web/_lib/client.ts'

/** The registers of the jurisdiction, as the server gives them. */
export type RegistersView = Awaited<ReturnType<typeof client.register.list>>
export type Activity = Awaited<ReturnType<typeof client.register.activity>>['registers'][number]

/** Everything about registers: forgotten together when one is changed. */
export const registersKey = ['registers'] as const

export function useRegisters(): UseQueryResult<RegistersView> {
  return useQuery({ queryKey: [...registersKey, 'list'], queryFn: () => client.register.list() })
}

/** What each register holds and what is due. */
export function useActivity() {
  const { asked } = useMoment()
  return useQuery({ queryKey: [...registersKey, 'activity', asked], queryFn: () => client.register.activity(asked) })
}
