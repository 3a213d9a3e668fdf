import { useQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'

export type CommitmentPageView = Awaited<ReturnType<typeof client.commitment.get>>
export type Item = CommitmentPageView['items'][number]

/** Which state is shown: of a day, as it was known at the end of another. */
export interface Standpoint {
  readonly asOf?: string | undefined
  readonly known?: string | undefined
}

/** Everything the page of a commitment shows. */
export function useCommitment(id: string, { asOf, known }: Standpoint) {
  return useQuery({
    queryKey: ['commitment', id, asOf ?? '', known ?? ''],
    queryFn: () =>
      client.commitment.get({
        id,
        ...(asOf === undefined ? {} : { asOf }),
        ...(known === undefined ? {} : { knownAt: new Date(`${known}T23:59:59+08:00`).toISOString() }),
      }),
    placeholderData: (last, query) => (query?.queryKey[1] === id ? last : undefined),
  })
}
