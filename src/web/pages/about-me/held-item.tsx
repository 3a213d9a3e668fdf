import { type SubmitEvent, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { valueWords } from '#web/_components/record-value/value-words.ts'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Text } from './text.zh.ts'

type About = Awaited<ReturnType<typeof client.personal.aboutMe>>

interface HeldItemProps {
  readonly item: About['items'][number]
  readonly names: About['names']
  readonly text: Text
}

/** One record about the person, who read it, and the objections. */
export function HeldItem({ item, names, text }: HeldItemProps) {
  const { record, register, enteredBy, keptUntil, readings, objections } = item
  const language = useLanguage()
  const failureText = useFailureText()
  const [words, setWords] = useState<string | null>(null)
  const object = useMutation({
    mutationFn: () => client.personal.object({ id: record.id, words: words ?? '' }),
    onSuccess: () => {
      setWords(null)
      tell('done', text.sent)
    },
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['about-me'] }),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if ((words ?? '').trim().length >= 2) object.mutate()
  }
  return (
    <li>
      <h2>{language === 'zh' || register.titleEn === '' ? register.title : register.titleEn}</h2>
      <dl>
        <dt>{text.on}</dt>
        <dd>{record.occurredOn.to}</dd>
        {register.fields.map((field) => {
          const said = valueWords(record.values[field.id], field, names, language)
          return said === '' ? null : (
            <div key={field.id}>
              <dt>{language === 'zh' || field.labelEn === '' ? field.label : field.labelEn}</dt>
              <dd>{said}</dd>
            </div>
          )
        })}
        <dt>{text.by}</dt>
        <dd>{enteredBy}</dd>
        <dt>{text.keptUntil}</dt>
        <dd>{keptUntil ?? text.forever}</dd>
      </dl>
      <details>
        <summary>{text.readings(readings.length)}</summary>
        <ul>
          {readings.map(({ at, name }) => (
            <li key={`${at} ${name}`}>
              {momentText(at)} · {name}
            </li>
          ))}
        </ul>
      </details>
      {objections.map(({ id, words: said, madeAt, answer, answeredByName }) => (
        <div className="objection" key={id}>
          <p>
            <b>{text.objections}</b> <span className="quiet">{momentText(madeAt)}</span>
            <br />
            {said}
          </p>
          <p>
            <b>{text.answer}</b> {answer === null ? <span className="quiet">{text.waiting}</span> : `${answer}（${answeredByName ?? ''}）`}
          </p>
        </div>
      ))}
      {words === null ? (
        <button type="button" className="button small" onClick={() => setWords('')}>
          {text.object}
        </button>
      ) : (
        <form onSubmit={submit}>
          <WordsField label={text.words} hint={text.wordsHint} rows={3} most={1000} value={words} onChange={setWords} />
          <div className="acts">
            <button type="button" className="button small" onClick={() => setWords(null)}>
              {text.cancel}
            </button>
            <button type="submit" className="button small primary" disabled={words.trim().length < 2 || object.isPending}>
              {text.send}
            </button>
          </div>
        </form>
      )}
    </li>
  )
}
