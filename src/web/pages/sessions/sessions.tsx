import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useText } from './use-text.ts'
import './sessions.css'

const KEY = ['sessions'] as const

/** 当前登录: everybody's sessions, for administrators. */
export function Sessions() {
  const text = useText()
  const words = usePostText()
  const wordsOf = useFailureText()
  const [isAsking, setIsAsking] = useState(false)
  const sessions = useQuery({ queryKey: KEY, queryFn: async () => (await client.session.ofEverybody()).items })
  const after = {
    onError: (error: Error) => tell('error', wordsOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  }
  const end = useMutation({ mutationFn: (id: string) => client.session.endOf({ id }), onSuccess: () => tell('done', text.ended), ...after })
  const endAll = useMutation({
    mutationFn: () => client.session.endAllOf({ account: null }),
    onSuccess: ({ ended }) => {
      tell('done', text.endedAll(ended))
      setIsAsking(false)
    },
    ...after,
  })
  const rows = sessions.data ?? []
  return (
    <div className="page all-sessions">
      <PageHead title={text.title} intro={text.intro}>
        {rows.length > 1 ? (
          <button type="button" className="button danger" onClick={() => setIsAsking(true)}>
            {text.endAll}
          </button>
        ) : null}
      </PageHead>
      <FailureNotice error={sessions.error} words={wordsOf} />
      {sessions.isPending ? <p className="quiet">{text.loading}</p> : null}
      {sessions.isSuccess ? (
        <table>
          <caption>{text.count(rows.length, new Set(rows.map(({ account }) => account)).size)}</caption>
          <thead>
            <tr>
              {(['name', 'post', 'agent', 'address', 'since', 'seen'] as const).map((column) => (
                <th key={column} scope="col">
                  {text.column[column]}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{text.column.act}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, login, post, agent, address, createdAt, seenAt, isCurrent }) => (
              <tr key={id}>
                <th scope="row">
                  {name} <span className="quiet">{login}</span>
                </th>
                <td data-label={text.column.post}>{words.post[post]}</td>
                <td data-label={text.column.agent}>{agent === '' ? text.unknownAgent : agent}</td>
                <td data-label={text.column.address}>{address}</td>
                <td data-label={text.column.since}>{momentText(createdAt)}</td>
                <td data-label={text.column.seen}>{momentText(seenAt)}</td>
                <td>
                  {isCurrent ? (
                    <span className="tag">{text.current}</span>
                  ) : (
                    <button type="button" className="button small danger" disabled={end.isPending} onClick={() => end.mutate(id)}>
                      {text.end}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {isAsking ? (
        <Dialog title={text.endAllAsk} onClose={() => setIsAsking(false)}>
          <div className="body">{text.endAllWords}</div>
          <div className="foot">
            <button type="button" className="button" onClick={() => setIsAsking(false)}>
              {text.no}
            </button>
            <button type="button" className="button danger" disabled={endAll.isPending} onClick={() => endAll.mutate()}>
              {text.yes}
            </button>
          </div>
        </Dialog>
      ) : null}
    </div>
  )
}
