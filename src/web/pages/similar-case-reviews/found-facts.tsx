import { Link } from '@tanstack/react-router'
import type { SimilarCaseView } from '#contract/similar-case-review.ts'
import { PathLink } from '#web/_components/path-link.tsx'
import { useReviewText } from './use-text.ts'

interface FoundProps {
  readonly found: NonNullable<SimilarCaseView['found']>
  readonly minutes: number
}

/** What was found first, and what is asked of all together: for who asked. */
export function FoundFacts({ found: { source, inspection, words, reasonOver, counts }, minutes }: FoundProps) {
  const text = useReviewText()
  return (
    <section className="review-found" aria-labelledby="found">
      <h2 id="found">{text.found}</h2>
      <p lang="zh-CN" className="review-words">
        {words}
      </p>
      <p className="review-line">
        {inspection === null ? null : <PathLink href={`/inspections/${inspection}`}>{text.openInspection}</PathLink>}
        {source.kind === 'plan-finding' ? (
          <Link to="/findings" search={{ plan: source.plan }}>
            {text.openPlan}
          </Link>
        ) : null}
        <span className="quiet">{text.foundHint}</span>
      </p>
      <p className="review-line">
        <span>{text.burden(counts.units, minutes, counts.units * minutes)}</span>
        <span>{text.counts(counts.units, counts.owing, counts.found, counts.notFound)}</span>
        {counts.overdue > 0 ? <strong className="review-late">⚠ {text.overdue(counts.overdue)}</strong> : null}
      </p>
      {reasonOver === '' ? null : (
        <p className="quiet">
          {text.reasonOver}：{reasonOver}
        </p>
      )}
    </section>
  )
}
