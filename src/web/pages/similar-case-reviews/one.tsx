import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { SimilarCaseAnswer, SimilarCaseView } from '#contract/similar-case-review.ts'
import { NotOpened, Opening } from '#web/_components/opening.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { WordsDialog } from '#web/_components/words-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { AnswerCard } from './answer-card.tsx'
import { FoundFacts } from './found-facts.tsx'
import { useReviewFailure, useReviewText } from './use-text.ts'
import './similar-case-reviews.css'

/** One 举一反三: of who asked how every unit stands, of a unit what is asked of it and its answer. */
export function SimilarCaseReview() {
  const { id } = useParams({ from: '/framed/similar-case-reviews/$id' })
  const text = useReviewText()
  const { data, isPending, error } = useQuery({ queryKey: ['similar-case', id], queryFn: () => client.similarCaseReview.get({ id }) })
  if (data !== undefined) return <Review view={data} />
  return isPending ? <Opening words={text.loading} /> : <NotOpened error={error} missing={text.missing} back={text.back} />
}

const FILTERS = ['all', 'owing', 'found', 'not-found'] as const

function Review({ view }: { readonly view: SimilarCaseView }) {
  const text = useReviewText()
  const failureText = useReviewFailure()
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all')
  const [ends, setEnds] = useState<'ended' | 'withdrawn' | null>(null)
  const { id, version, state, words, minutes, dueOn, askedBy, askedAt, found, answers, note } = view
  const shown = answers.filter((answer) => isIn(answer, filter))
  return (
    <div className="page review-page">
      <PageTitle words={text.title} />
      <header>
        <p className="quiet">
          <Link to="/similar-case-reviews">{text.title}</Link>
        </p>
        <h1 lang="zh-CN" className="review-words">
          {words}
        </h1>
        <p className="review-line">
          <span className={`review-state ${state}`}>{text.states[state]}</span>
          <span>{text.due(dueOn)}</span>
          <span>{text.minutes(minutes)}</span>
          <span className="quiet">{text.askedBy(askedBy, momentText(askedAt))}</span>
        </p>
        {note === '' ? null : <p className="quiet">{note}</p>}
        {view.ends ? (
          <p className="acts">
            <button type="button" className="button" onClick={() => setEnds('ended')}>
              {text.end}
            </button>
            <button type="button" className="button quiet" onClick={() => setEnds('withdrawn')}>
              {text.withdraw}
            </button>
          </p>
        ) : null}
      </header>
      {found === null ? null : <FoundFacts found={found} minutes={minutes} />}
      <section aria-labelledby="answers">
        <h2 id="answers">{found === null ? text.ownAnswer : text.answers}</h2>
        {found === null ? null : (
          <div className="review-filter" role="group" aria-label={text.answers}>
            {FILTERS.map((each) => (
              <button key={each} type="button" className="button small" aria-pressed={filter === each} onClick={() => setFilter(each)}>
                {`${text.filter[each]} ${answers.filter((answer) => isIn(answer, each)).length}`}
              </button>
            ))}
          </div>
        )}
        <ul className="review-items">
          {shown.map((answer) => (
            <li key={`${answer.org} ${answer.version}`}>
              <AnswerCard review={id} answer={answer} />
            </li>
          ))}
        </ul>
      </section>
      {ends === null ? null : (
        <WordsDialog
          title={ends === 'ended' ? text.end : text.withdraw}
          hint={ends === 'ended' ? text.endHint : text.withdrawHint}
          label={text.note}
          initial=""
          most={2000}
          cancel={text.cancel}
          submit={text.confirm}
          noun="similar-case"
          send={(said) => client.similarCaseReview.end({ id, version, as: ends, note: said })}
          failureText={failureText}
          onClose={() => setEnds(null)}
        />
      )}
    </div>
  )
}

function isIn({ state, owes }: SimilarCaseAnswer, filter: (typeof FILTERS)[number]): boolean {
  if (filter === 'all') return true
  if (filter === 'owing') return owes
  return filter === 'found' ? state === 'found' || state === 'followed' : state === 'not-found'
}
