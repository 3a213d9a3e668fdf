import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { PathLink } from '#web/_components/path-link.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useConsequenceText } from './use-text.ts'
import './finding-consequence.css'

/** 督查来源 of a commitment: the findings it came from or was opened again by. Nothing where there are none. */
export function Origins({ commitment }: { readonly commitment: CommitmentId }) {
  const text = useConsequenceText()
  const { data } = useQuery({
    queryKey: ['inspection', 'origins', commitment],
    queryFn: () => client.findingConsequence.ofCommitment({ commitment }),
  })
  if (data === undefined || (data.origins.length === 0 && data.review === null)) return null
  return (
    <section className="behind" aria-labelledby="origins">
      <h2 id="origins">{text.originsTitle}</h2>
      <ul className="finding-origins">
        {data.origins.map((origin) => (
          <li key={`${origin.inspection} ${origin.ordinal}`}>
            <p>
              <strong>{text.origin[origin.kind]}</strong>
              {origin.isSeen ? (
                <PathLink href={`/inspections/${origin.inspection}`}>{origin.title}</PathLink>
              ) : (
                <span lang="zh-CN">{origin.title}</span>
              )}
              <span>{text.ordinal(origin.ordinal)}</span>
              <span className="quiet">{text.by(origin.by, momentText(origin.at))}</span>
            </p>
            <p lang="zh-CN">{`${origin.org}：${origin.words}`}</p>
          </li>
        ))}
        {data.review === null ? null : (
          <li>
            <p>
              <strong>{text.fromReview}</strong>
              <Link to="/similar-case-reviews/$id" params={{ id: data.review }}>
                {text.openReview}
              </Link>
            </p>
          </li>
        )}
      </ul>
    </section>
  )
}
