import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { useSession } from '#web/_lib/session.ts'
import { PostForm } from './post-form.tsx'
import type { Text } from './text.zh.ts'
import { useAct } from './use-act.ts'

/** 代理: what is asked, what counts, and acting for a post. */
export function Substitutions({ text, today }: { readonly text: Text; readonly today: string }) {
  const session = useSession()
  const [isAsking, setIsAsking] = useState(false)
  const list = useQuery({ queryKey: ['substitutions'], queryFn: () => client.substitution.list() })
  const ask = useAct(
    (asked: Parameters<typeof client.substitution.request>[0]) => client.substitution.request(asked),
    text.done,
    () => setIsAsking(false),
  )
  const decide = useAct(
    ({ id, name }: { readonly id: string; readonly name: 'confirm' | 'decline' | 'end' }) => client.substitution[name]({ id }),
    text.done,
  )
  const act = useAct((id: string | null) => client.substitution.act({ id }), text.done)
  const { items = [], acting = null, mayAct = [], names = {} } = list.data ?? {}
  const isBusy = decide.isPending || act.isPending
  const nameOf = (key: string): string => names[key] ?? '—'
  return (
    <section>
      <h2>{text.substitutions}</h2>
      <p className="quiet">{text.substitutionsIntro}</p>
      {acting === null ? null : (
        <p className="notice warning">
          {text.acting}：{session.data?.name}
          <button type="button" className="button small" disabled={isBusy} onClick={() => act.mutate(null)}>
            {text.stopActing}
          </button>
        </p>
      )}
      {isAsking ? (
        <PostForm
          text={text}
          labels={{ first: text.absent, second: text.substitute, from: text.from, to: text.to, words: text.reason }}
          today={today}
          areWordsNeeded
          isBusy={ask.isPending}
          onCancel={() => setIsAsking(false)}
          onSend={({ post, first, second, from, to, words }) =>
            ask.mutate({ post, absent: first, substitute: second, from, to, reason: words })
          }
        />
      ) : acting === null ? (
        <button type="button" className="button" onClick={() => setIsAsking(true)}>
          {text.ask}
        </button>
      ) : null}
      {list.isSuccess && items.length === 0 ? <p className="quiet">{text.noSubstitutions}</p> : null}
      <ul className="cards">
        {items.map(({ id, postId, absentId, substituteId, fromDay, toDay, reason, state, requestedBy }) => (
          <li key={id} className={state}>
            <div className="what">
              <strong>{nameOf(`post:${postId}`)}</strong>
              <span>
                {nameOf(`person:${absentId}`)} → <b>{nameOf(`person:${substituteId}`)}</b>
              </span>
              <span className="days">
                {fromDay} – {toDay}
              </span>
              <span className="tag">{text.state[state]}</span>
            </div>
            <p className="quiet">{reason}</p>
            <div className="acts">
              {state === 'waiting' && requestedBy !== session.data?.accountId ? (
                <>
                  <button
                    type="button"
                    className="button small primary"
                    disabled={isBusy}
                    onClick={() => decide.mutate({ id, name: 'confirm' })}
                  >
                    {text.confirm}
                  </button>
                  <button type="button" className="button small" disabled={isBusy} onClick={() => decide.mutate({ id, name: 'decline' })}>
                    {text.decline}
                  </button>
                </>
              ) : null}
              {mayAct.includes(id) && acting !== id ? (
                <button type="button" className="button small primary" disabled={isBusy} onClick={() => act.mutate(id)}>
                  {text.act}
                </button>
              ) : null}
              {state === 'confirmed' || (state === 'waiting' && requestedBy === session.data?.accountId) ? (
                <button type="button" className="button small" disabled={isBusy} onClick={() => decide.mutate({ id, name: 'end' })}>
                  {state === 'waiting' ? text.withdraw : text.end}
                </button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
