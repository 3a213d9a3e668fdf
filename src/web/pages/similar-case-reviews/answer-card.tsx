import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SimilarCaseAnswer } from '#contract/similar-case-review.ts'
import { DemandDialog } from '#web/_components/finding-consequence/demand-dialog.tsx'
import { WordsDialog } from '#web/_components/words-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { AnswerForm } from './answer-form.tsx'
import { useReviewFailure, useReviewText } from './use-text.ts'

interface CardProps {
  readonly review: string
  readonly answer: SimilarCaseAnswer
}

/** One unit: how it stands, what it said with which proof, and what can be done. */
export function AnswerCard({ review: id, answer }: CardProps) {
  const text = useReviewText()
  const failureText = useReviewFailure()
  const [act, setAct] = useState<'return' | 'follow' | 'found' | null>(null)
  const { org, orgName, version, state, owes, isOverdue, words, steps, commitment, may } = answer
  return (
    <div className="review-answer">
      <p className="review-line">
        <strong lang="zh-CN">{orgName}</strong>
        <span className={`review-state ${state}`}>{text.answerStates[state]}</span>
        {isOverdue ? <strong className="review-late">⚠ {text.isOverdue}</strong> : null}
        {commitment === null ? null : (
          <Link to="/commitments/$id" params={{ id: commitment.id }} search={{}}>
            {commitment.ref}
          </Link>
        )}
      </p>
      {words === '' ? null : (
        <p lang="zh-CN" className="review-words">
          {words}
        </p>
      )}
      {steps.length === 0 ? null : (
        <ol className="review-steps">
          {steps.map((step) => (
            <li key={step.at}>
              <span>{text.steps[step.kind]}</span> <span className="quiet">{`${step.by}，${momentText(step.at)}`}</span>{' '}
              {step.kind === 'return' ? <span lang="zh-CN">{step.note}</span> : null}
              {step.proofs.map(({ evidence, name }) => (
                <a key={evidence} href={`/api/evidence/${evidence}/file`} className="review-proof">
                  {name}
                </a>
              ))}
            </li>
          ))}
        </ol>
      )}
      {owes && may.includes('found') ? <AnswerForm review={id} answer={answer} /> : null}
      {act === 'found' ? <AnswerForm review={id} answer={answer} /> : null}
      <p className="acts">
        {!owes && may.includes('found') && act === null ? (
          <button type="button" className="button small" onClick={() => setAct('found')}>
            {text.laterFound}
          </button>
        ) : null}
        {may.includes('follow') ? (
          <button type="button" className="button small primary" onClick={() => setAct('follow')}>
            {text.follow}
          </button>
        ) : null}
        {may.includes('return') ? (
          <button type="button" className="button small" onClick={() => setAct('return')}>
            {text.sendBack}
          </button>
        ) : null}
      </p>
      {act === 'return' ? (
        <WordsDialog
          title={text.sendBack}
          hint={text.sendBackHint}
          label={text.note}
          initial=""
          most={2000}
          cancel={text.cancel}
          submit={text.confirm}
          noun="similar-case"
          send={(note) => client.similarCaseReview.sendBack({ id, org, version, note })}
          failureText={failureText}
          onClose={() => setAct(null)}
        />
      ) : null}
      {act === 'follow' ? (
        <DemandDialog
          org={orgName}
          words={words}
          dueOn=""
          send={(demand) => client.similarCaseReview.follow({ id, org, version, ...demand })}
          onClose={() => setAct(null)}
        />
      ) : null}
    </div>
  )
}
