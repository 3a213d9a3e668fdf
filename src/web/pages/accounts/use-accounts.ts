import { useMutation, useQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'

export type AccountRow = Awaited<ReturnType<typeof client.account.list>>['items'][number]
export type Candidate = Awaited<ReturnType<typeof client.account.candidates>>['items'][number]
export type InitialPassword = Awaited<ReturnType<typeof client.account.reset>>

const KEY = ['accounts'] as const

export function useAccounts() {
  return useQuery({ queryKey: KEY, queryFn: async () => (await client.account.list()).items })
}

export function useCandidates(isAsked = true) {
  return useQuery({ enabled: isAsked, queryKey: [...KEY, 'candidates'], queryFn: async () => (await client.account.candidates()).items })
}

/** Does something to accounts, says what came of it and reads them again. */
export function useAct<T>(run: () => Promise<T>, { said, onDone }: { readonly said?: string; readonly onDone?: (result: T) => void }) {
  const failureText = useFailureText()
  return useMutation({
    mutationFn: run,
    onSuccess: (result) => {
      if (said !== undefined) tell('done', said)
      onDone?.(result)
    },
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}
