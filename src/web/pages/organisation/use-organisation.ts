import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'

/** The organisation as of a day, as the server gives it. */
export type OrganisationView = Awaited<ReturnType<typeof client.organisation.get>>

/** Runs a verb on the version that was seen; gives its answer, or null where it was refused (which it tells). */
export type RunAct = <T>(verb: (version: number) => Promise<T>, done: string) => Promise<T | null>

const organisationKey = ['organisation'] as const

/** The organisation as of a day; null: today. */
export function useOrganisation(asOf: string | null): UseQueryResult<OrganisationView> {
  return useQuery({
    queryKey: [...organisationKey, asOf],
    queryFn: () => client.organisation.get(asOf === null ? {} : { asOf }),
    placeholderData: keepPreviousData,
  })
}

/** How plans call those responsible, and whom they mean. */
export function usePlanNames(isAsked = true) {
  return useQuery({ queryKey: [...organisationKey, 'names'], queryFn: () => client.organisation.names(), enabled: isAsked })
}

/** Everything that ever held of an org. */
export function useHistory(id: string, isShown: boolean) {
  return useQuery({ queryKey: [...organisationKey, 'history', id], queryFn: () => client.organisation.history({ id }), enabled: isShown })
}

/** Runs the verbs of the page one after the other and shows what then stands. */
export function useRunAct(version: number): { readonly run: RunAct; readonly isBusy: boolean } {
  const failureText = useFailureText()
  const [busy, setBusy] = useState(0)
  const run: RunAct = async (verb, done) => {
    setBusy((count) => count + 1)
    try {
      const answer = await verb(version)
      tell('done', done)
      return answer
    } catch (error) {
      tell('error', failureText(error))
      return null
    } finally {
      await queries.invalidateQueries({ queryKey: organisationKey })
      setBusy((count) => count - 1)
    }
  }
  return { run, isBusy: busy > 0 }
}
