import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { SimilarCaseForecast } from '#contract/similar-case-review.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { UnitChoice } from './unit-choice.tsx'
import { useReviewFailure, useReviewText } from './use-text.ts'
import './similar-case-reviews.css'

type Source = Parameters<typeof client.similarCaseReview.ask>[0]['source']

/** 发起举一反三 from the finding of an inspection or of a plan. */
export function NewSimilarCaseReview() {
  const { finding, plan, key } = useSearch({ from: '/framed/similar-case-reviews/new' })
  const text = useReviewText()
  const source: Source | null =
    finding !== undefined
      ? { kind: 'inspection-finding', finding }
      : plan !== undefined && key !== undefined
        ? { kind: 'plan-finding', plan, key }
        : null
  return source === null ? <p className="notice">{text.noSource}</p> : <AskForm source={source} />
}

function AskForm({ source }: { readonly source: Source }) {
  const text = useReviewText()
  const failureText = useReviewFailure()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words)
  const [minutes, setMinutes] = useState(60)
  const [dueOn, setDueOn] = useState('')
  const [orgs, setOrgs] = useState<ReadonlySet<string>>(new Set())
  const [reasonOver, setReasonOver] = useState('')
  const { data, error } = useQuery({
    queryKey: ['similar-case', 'forecast', source, asked],
    queryFn: () => client.similarCaseReview.forecast({ source, words: asked }),
    placeholderData: (former: SimilarCaseForecast | undefined) => former,
  })
  const send = useAct(
    ['similar-case'],
    () => client.similarCaseReview.ask({ source, words, orgs: [...orgs], minutes, dueOn, reasonOver }),
    ({ id }) => navigate({ to: '/similar-case-reviews/$id', params: { id } }),
  )
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const warned = new Set(data.warnings.flatMap(({ org }) => (orgs.has(org) ? [org] : []))).size
  return (
    <form
      className="page review-page review-form"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <PageHead title={text.newTitle} intro={text.intro} />
      <section className="review-found">
        <h2>{text.found}</h2>
        <p lang="zh-CN" className="review-words">
          {data.found}
        </p>
        <p className="quiet">{text.foundHint}</p>
      </section>
      <WordsField label={text.wordsLabel} hint={text.wordsHint} rows={4} most={2000} isRequired value={words} onChange={setWords} />
      <div className="review-pair">
        <label className="field">
          <span className="label">{text.minutesLabel}</span>
          <input
            className="input"
            type="number"
            required
            min={1}
            max={10_000}
            value={minutes}
            onChange={(event) => setMinutes(event.target.valueAsNumber)}
          />
        </label>
        <label className="field">
          <span className="label">{text.dueLabel}</span>
          <input className="input" type="date" required min={data.asOf} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        </label>
      </div>
      <UnitChoice forecast={data} chosen={orgs} onChoose={setOrgs} />
      <p className="review-burden">{text.burden(orgs.size, minutes || 0, orgs.size * (minutes || 0))}</p>
      {warned === 0 ? null : (
        <>
          <p className="notice warning">{text.warned(warned)}</p>
          <WordsField label={text.reason} rows={2} most={2000} value={reasonOver} onChange={setReasonOver} />
        </>
      )}
      <FailureNotice error={send.error} words={failureText} />
      <p>
        <button type="submit" className="button primary" disabled={send.isPending}>
          {text.ask}
        </button>
      </p>
    </form>
  )
}
