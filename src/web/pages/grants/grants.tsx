import { useMutation, useQuery } from '@tanstack/react-query'
import type { GrantRequest } from '#core/access/grant.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { useSession } from '#web/_lib/session.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { GrantRow } from './grant-row.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './grants.css'

const KEY = ['grants'] as const

/** 授权申请: what waits for a second person, and what was decided last. */
export function Grants() {
  const text = useText({ zh, en })
  const failureText = useFailureText()
  const session = useSession()
  const grants = useQuery({ queryKey: KEY, queryFn: async () => (await client.grant.list()).items })
  const act = useMutation({
    mutationFn: ({ id, name }: { readonly id: string; readonly name: 'confirm' | 'decline' | 'withdraw' }) => client.grant[name]({ id }),
    onSuccess: (_, { name }) => tell('done', text.done[name]),
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  const all = grants.data ?? []
  const part = (title: string, none: string, some: readonly GrantRequest[]) => (
    <section>
      <h2>{title}</h2>
      {some.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="cards">
        {some.map((request) => (
          <GrantRow
            key={request.id}
            request={request}
            text={text}
            self={session.data?.accountId ?? ''}
            isBusy={act.isPending}
            onAct={(name) => act.mutate({ id: request.id, name })}
          />
        ))}
      </ul>
    </section>
  )
  return (
    <div className="page narrow grants">
      <PageHead title={text.title} intro={text.intro} />
      <FailureNotice error={grants.error} words={failureText} />
      {grants.isPending ? <p className="quiet">{text.loading}</p> : null}
      {grants.isSuccess ? (
        <>
          {part(
            text.waiting,
            text.noneWaiting,
            all.filter(({ state }) => state === 'waiting'),
          )}
          {part(
            text.decided,
            text.noneDecided,
            all.filter(({ state }) => state !== 'waiting'),
          )}
        </>
      ) : null}
    </div>
  )
}
