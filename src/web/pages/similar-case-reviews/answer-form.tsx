import { useState } from 'react'
import type { SimilarCaseAnswer } from '#contract/similar-case-review.ts'
import { EvidenceBox } from '#web/_components/evidence/evidence-box.tsx'
import { useEvidence } from '#web/_components/evidence/use-evidence.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { useReviewFailure, useReviewText } from './use-text.ts'

const OUTCOMES = ['found', 'not-found'] as const

/** 答复: found or not, in words, with proof. Made for a narrow screen as well. */
export function AnswerForm({ review: id, answer }: { readonly review: string; readonly answer: SimilarCaseAnswer }) {
  const text = useReviewText()
  const failureText = useReviewFailure()
  const evidence = useEvidence()
  const offered = OUTCOMES.filter((outcome) => answer.may.includes(outcome))
  const [outcome, setOutcome] = useState(offered.length === 1 ? offered[0] : undefined)
  const [words, setWords] = useState('')
  const send = useAct(
    ['similar-case'],
    () =>
      client.similarCaseReview.answer({
        id,
        org: answer.org,
        version: answer.version,
        outcome: outcome ?? 'found',
        words,
        proofs: [...evidence.ids],
      }),
    () => evidence.clear(),
  )
  return (
    <form
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <fieldset>
        <legend className="label">{text.outcome}</legend>
        {offered.map((each) => (
          <label key={each}>
            <input type="radio" name={`outcome-${answer.org}`} required checked={outcome === each} onChange={() => setOutcome(each)} />
            {text.outcomes[each]}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span className="label">{text.answerWords}</span>
        <textarea className="input" rows={4} required maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
        {outcome === undefined ? null : <span className="hint">{text.answerHint[outcome]}</span>}
      </label>
      <div>
        <p className="label">{text.proof}</p>
        <EvidenceBox evidence={evidence} />
      </div>
      <FailureNotice error={send.error} words={failureText} />
      <p>
        <button type="submit" className="button primary" disabled={send.isPending || evidence.isBusy}>
          {evidence.isBusy ? text.sending : text.send}
        </button>
      </p>
    </form>
  )
}
