import { useInfiniteQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import type { Filters } from './filter-bar.tsx'

type Window = Awaited<ReturnType<typeof client.journal.window>>
export type Entry = Window['items'][number]

const AT_ONCE = 50

/** The entries that the filters leave, the newest first, page by page. */
export function useEntries({ from, to, actor, verb, isRefused }: Filters) {
  return useInfiniteQuery({
    queryKey: ['journal', from, to, actor, verb, isRefused],
    queryFn: ({ pageParam }) =>
      client.journal.window({
        from: from === '' ? null : from,
        to: to === '' ? null : to,
        actor,
        verb,
        result: isRefused ? 'refused' : null,
        after: pageParam,
        limit: AT_ONCE,
      }),
    initialPageParam: null as Window['next'],
    getNextPageParam: (last) => last.next ?? undefined,
  })
}
