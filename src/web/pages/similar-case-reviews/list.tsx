import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useMay } from '#web/_lib/may.ts'
import { useReviewFailure, useReviewText } from './use-text.ts'
import './similar-case-reviews.css'

/** 举一反三: what waits first, with how the units stand; of a unit what is asked of it. */
export function SimilarCaseReviews() {
  const text = useReviewText()
  const failureText = useReviewFailure()
  const asks = useMay('similar-case:ask')
  const { data, error } = useQuery({ queryKey: ['similar-case'], queryFn: () => client.similarCaseReview.list() })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  return (
    <div className="page review-page">
      <PageHead title={text.title} intro={text.intro} />
      {data.items.length === 0 ? <p className="quiet">{asks ? text.none : text.noneOwed}</p> : null}
      <ul className="review-items">
        {data.items.map(({ id, state, words, dueOn, askedBy, askedAt, counts, owes, isLate }) => (
          <li key={id}>
            <Link to="/similar-case-reviews/$id" params={{ id }} lang="zh-CN" className="review-words">
              {words}
            </Link>
            <p className="review-line">
              <span className={`review-state ${state}`}>{text.states[state]}</span>
              <span>{text.due(dueOn)}</span>
              {owes > 0 ? (
                <strong className={isLate ? 'review-late' : 'review-owes'}>{isLate ? `⚠ ${text.isOverdue}` : text.owes}</strong>
              ) : null}
              {counts === null ? null : <span>{text.counts(counts.units, counts.owing, counts.found, counts.notFound)}</span>}
              {counts !== null && counts.overdue > 0 ? <strong className="review-late">⚠ {text.overdue(counts.overdue)}</strong> : null}
              <span className="quiet">{text.askedBy(askedBy, momentText(askedAt))}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
