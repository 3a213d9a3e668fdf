import { useQuery } from '@tanstack/react-query'
import type { MomentSearch } from '#web/_components/moment/search.ts'
import { client } from '#web/_lib/client.ts'

export type CommitmentPageView = Awaited<ReturnType<typeof client.commitment.get>>
export type Item = CommitmentPageView['items'][number]

/** Everything the page of a commitment shows. */
export function useCommitment(id: string, asked: MomentSearch) {
  return useQuery({
    queryKey: ['commitment', id, asked],
    queryFn: () => client.commitment.get({ id, ...asked }),
    placeholderData: (last, query) => (query?.queryKey[1] === id ? last : undefined),
  })
}
