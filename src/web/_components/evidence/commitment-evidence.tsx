import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMoment } from '#web/_components/moment/moment.ts'
import { useRegisterTitles } from '#web/_components/register-titles.ts'
import { client } from '#web/_lib/client.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { sizeText } from './size-text.ts'
import { useEvidenceText } from './use-text.ts'
import './evidence.css'

interface CommitmentEvidenceProps {
  /** The commitment's id. */
  readonly commitment: string
}

const PAGE = 50

/** The files behind a commitment, each with the records it proves. */
export function CommitmentEvidence({ commitment }: CommitmentEvidenceProps) {
  const text = useEvidenceText()
  const failureText = useFailureText()
  const [limit, setLimit] = useState(PAGE)
  const { asked } = useMoment()
  const answer = useQuery({
    queryKey: ['evidence', 'commitment', commitment, limit, asked],
    queryFn: () => client.evidence.ofCommitment({ id: commitment, ...asked, offset: 0, limit }),
    placeholderData: (last, query) => (query?.queryKey[2] === commitment ? last : undefined),
  })
  const titleOf = useRegisterTitles()
  if (answer.isError) return <p className="notice error">{failureText(answer.error)}</p>
  if (answer.isPending) return <p className="quiet">{text.loading}</p>
  const { items, total, hidden } = answer.data
  return (
    <div className="commitment-evidence">
      {total + hidden === 0 ? <p className="quiet">{text.noneBehind}</p> : null}
      <ul>
        {items.map(({ evidence, records }) => (
          <li key={evidence.id}>
            <a href={`/api/evidence/${evidence.id}/file`} download lang="zh-CN" aria-label={text.downloadOf(evidence.name)}>
              {evidence.name}
            </a>
            <span className="quiet">
              {sizeText(evidence.bytes)} · {evidence.datedOn === null ? text.noDate : `${text.dated} ${evidence.datedOn}`}
            </span>
            <span className="proves">
              {text.proves}
              {evidence.links.flatMap(({ id, record, unlinked }) =>
                unlinked === null && records.includes(record.id)
                  ? [
                      <Link key={id} to="/records/$recordId" params={{ recordId: record.id }} lang="zh-CN">
                        {titleOf(record.register)} {record.occurredOn.from}
                      </Link>,
                    ]
                  : [],
              )}
            </span>
          </li>
        ))}
      </ul>
      {hidden === 0 ? null : <p className="quiet">{text.hidden(hidden)}</p>}
      {items.length < total && limit < 200 ? (
        <button type="button" className="button small" onClick={() => setLimit(Math.min(200, limit + PAGE))}>
          {text.more(total - items.length)}
        </button>
      ) : null}
      {limit >= 200 && total > 200 ? <p className="quiet">{text.onlyLatest(200, total)}</p> : null}
    </div>
  )
}
