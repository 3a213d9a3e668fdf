import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Text } from './text.zh.ts'

const KEY = ['objections'] as const

/** 异议 that the viewer's post answers; nothing where there is none. */
export function ToAnswer({ text }: { readonly text: Text }) {
  const failureText = useFailureText()
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  const objections = useQuery({ queryKey: KEY, queryFn: async () => (await client.personal.objections()).items })
  const answer = useMutation({
    mutationFn: (id: string) => client.personal.answer({ id, words: words[id] ?? '' }),
    onSuccess: () => tell('done', text.answered),
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  const waiting = (objections.data ?? []).filter((each) => each.answer === null)
  if (waiting.length === 0) return null
  return (
    <section>
      <h2>{text.answerTitle}</h2>
      <ul className="held">
        {waiting.map(({ id, register, words: said, madeAt }) => (
          <li key={id}>
            <p>
              <b>{register}</b> <span className="quiet">{momentText(madeAt)}</span>
              <br />
              {said}
            </p>
            <textarea
              className="input"
              rows={2}
              maxLength={1000}
              aria-label={text.answer}
              value={words[id] ?? ''}
              onChange={(event) => setWords({ ...words, [id]: event.target.value })}
            />
            <button
              type="button"
              className="button small primary"
              disabled={(words[id] ?? '').trim().length < 2 || answer.isPending}
              onClick={() => answer.mutate(id)}
            >
              {text.answerSend}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
