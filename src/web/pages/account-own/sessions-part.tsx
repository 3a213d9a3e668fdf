import { useMutation } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { readAgain, useOwnSessions } from './use-own.ts'
import { useText } from './use-text.ts'

/** 登录情况: where one is signed in, and how to end it. */
export function SessionsPart() {
  const text = useText()
  const wordsOf = useFailureText()
  const { data: sessions } = useOwnSessions()
  const after = {
    onError: (error: Error) => tell('error', wordsOf(error)),
    onSettled: readAgain,
  }
  const end = useMutation({ mutationFn: (id: string) => client.session.end({ id }), onSuccess: () => tell('done', text.ended), ...after })
  const endOthers = useMutation({
    mutationFn: () => client.session.endOthers(),
    onSuccess: ({ ended }) => tell('done', text.endedOthers(ended)),
    ...after,
  })
  if (sessions === undefined) return <p className="quiet">{text.loading}</p>
  return (
    <>
      <ul className="own-sessions">
        {sessions.map(({ id, agent, address, createdAt, seenAt, isCurrent }) => (
          <li key={id}>
            <div>
              <strong>{agent === '' ? text.unknownAgent : agent}</strong>
              {isCurrent ? <span className="tag">{text.current}</span> : null}
              <p className="quiet">
                <span>{`${text.address} ${address}`}</span>
                <span>{`${text.since} ${momentText(createdAt)}`}</span>
                <span>{`${text.seen} ${momentText(seenAt)}`}</span>
              </p>
            </div>
            {isCurrent ? null : (
              <button type="button" className="button small danger" disabled={end.isPending} onClick={() => end.mutate(id)}>
                {text.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <p>
          <button type="button" className="button" disabled={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {text.endOthers}
          </button>
        </p>
      ) : null}
    </>
  )
}
