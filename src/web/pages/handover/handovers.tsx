import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useMay } from '#web/_lib/may.ts'
import { PostForm } from './post-form.tsx'
import type { Text } from './text.zh.ts'
import { useAct } from './use-act.ts'

/** 交接: what is open where a post changes hands, and who confirmed it. */
export function Handovers({ text, today }: { readonly text: Text; readonly today: string }) {
  const mayBegin = useMay('handover:begin')
  const [isBeginning, setIsBeginning] = useState(false)
  const list = useQuery({ queryKey: ['handovers'], queryFn: () => client.handover.list() })
  const begin = useAct(
    (asked: Parameters<typeof client.handover.begin>[0]) => client.handover.begin(asked),
    text.done,
    () => setIsBeginning(false),
  )
  const act = useAct(
    ({ id, name }: { readonly id: string; readonly name: 'confirm' | 'cancel' }) => client.handover[name]({ id }),
    text.done,
  )
  const { items = [], self = null, names = {} } = list.data ?? {}
  const nameOf = (key: string): string => names[key] ?? '—'
  const side = (name: string | null, at: string | null): string =>
    name === null || at === null ? text.unconfirmed : text.confirmedBy(name, momentText(at))
  return (
    <section>
      <h2>{text.handovers}</h2>
      <p className="quiet">{text.handoversIntro}</p>
      {isBeginning ? (
        <PostForm
          text={text}
          labels={{ first: text.handsOver, second: text.takesOver, from: text.on, to: null, words: text.note }}
          today={today}
          areWordsNeeded={false}
          isBusy={begin.isPending}
          onCancel={() => setIsBeginning(false)}
          onSend={({ post, first, second, from, words }) => begin.mutate({ post, from: first, to: second, on: from, note: words })}
        />
      ) : mayBegin ? (
        <button type="button" className="button" onClick={() => setIsBeginning(true)}>
          {text.begin}
        </button>
      ) : null}
      {list.isSuccess && items.length === 0 ? <p className="quiet">{text.noHandovers}</p> : null}
      <ul className="cards">
        {items.map((each) => {
          const isDone = each.fromConfirmedAt !== null && each.toConfirmedAt !== null
          const isOver = isDone || each.cancelledAt !== null
          const isMine = (self === each.fromId && each.fromConfirmedAt === null) || (self === each.toId && each.toConfirmedAt === null)
          return (
            <li key={each.id} className={isDone ? 'confirmed' : each.cancelledAt === null ? 'waiting' : ''}>
              <div className="what">
                <strong>{nameOf(`post:${each.postId}`)}</strong>
                <span className="days">{each.onDay}</span>
                {each.cancelledAt === null ? null : <span className="tag">{text.cancelled}</span>}
              </div>
              <p>
                {text.handsOver} {nameOf(`person:${each.fromId}`)}：{side(each.fromConfirmedByName, each.fromConfirmedAt)}
              </p>
              <p>
                {text.takesOver} {nameOf(`person:${each.toId}`)}：{side(each.toConfirmedByName, each.toConfirmedAt)}
              </p>
              {each.note === '' ? null : <p className="quiet">{each.note}</p>}
              {each.items.length === 0 ? (
                <p className="quiet">{text.noItems}</p>
              ) : (
                <details>
                  <summary>{text.items(each.items.length)}</summary>
                  <ol>
                    {each.items.map(({ commitment, ref, sentence, stays, period, actual, required, owed }) => (
                      <li key={`${commitment} ${period} ${stays}`}>
                        <Link to="/commitments/$id" params={{ id: commitment }} search={{}}>
                          {ref}
                        </Link>{' '}
                        {sentence} <span className="tag">{text.stays[stays]}</span>
                        {required === null ? null : (
                          <span className="quiet">
                            {' '}
                            {period} {text.figures(actual ?? '0', required, owed ?? '0')}
                          </span>
                        )}
                      </li>
                    ))}
                  </ol>
                </details>
              )}
              <div className="acts">
                {isMine && !isOver ? (
                  <button
                    type="button"
                    className="button small primary"
                    disabled={act.isPending}
                    onClick={() => act.mutate({ id: each.id, name: 'confirm' })}
                  >
                    {text.confirm}
                  </button>
                ) : null}
                {mayBegin && !isOver ? (
                  <button
                    type="button"
                    className="button small"
                    disabled={act.isPending}
                    onClick={() => act.mutate({ id: each.id, name: 'cancel' })}
                  >
                    {text.cancelHandover}
                  </button>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
